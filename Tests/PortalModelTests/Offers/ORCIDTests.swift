import PortalModel
import Testing

@Suite("ORCID identifiers")
struct ORCIDTests {
    /// Those of ORCID's own documentation, and one that ends in X.
    @Test(arguments: ["0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"])
    func rightOnesAreTaken(text: String) {
        #expect(ORCID(text)?.text == text)
    }

    @Test(arguments: [
        "https://orcid.org/0000-0002-1694-233X", " 0000-0002-1694-233x ", "000000021694233X", "0000 0002 1694 233X",
        "orcid.org/0000-0002-1694-233X/", "0000\u{2010}0002\u{2010}1694\u{2010}233X",
    ])
    func asPeopleCopyThem(text: String) {
        #expect(ORCID(text)?.text == "0000-0002-1694-233X")
    }

    @Test(arguments: ["", "0000-0002-1825-009", "0000-0002-1825-00977", "X000-0002-1825-0097", "ada lovelace"])
    func nothingElseIs(text: String) {
        #expect(ORCID(text) == nil)
    }

    @Test("Every slip of one digit is found, and so is every swap of two neighbours")
    func slips() {
        let right = Array("0000-0002-1825-0097")
        for place in right.indices where right[place] != "-" {
            for digit in "0123456789" where digit != right[place] {
                var slip = right
                slip[place] = digit
                #expect(ORCID(String(slip)) == nil, "\(String(slip))")
            }
        }
        let digits = Array("0000000218250097")
        for place in digits.indices.dropLast() where digits[place] != digits[place + 1] {
            var slip = digits
            slip.swapAt(place, place + 1)
            #expect(ORCID(String(slip)) == nil, "\(String(slip))")
        }
    }
}
