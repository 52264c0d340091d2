/// What counts as an e-mail address and as a phone number: the rules of REMS. For dates see `ISODate`.
public enum FieldSyntax {
    /// As HTML's `<input type=email>` has it.
    public static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let name = parts.first, let host = parts.last, !name.isEmpty else { return false }
        let nameIsGood = name.utf8.allSatisfy { isASCIIAlphanumeric($0) || emailMarks.contains($0) }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        return nameIsGood && labels.allSatisfy(isHostLabel)
    }

    private static let emailMarks = Set(".!#$%&'*+/=?^_`{|}~-".utf8)

    private static func isHostLabel(_ label: Substring) -> Bool {
        let bytes = Array(label.utf8)
        guard (1...63).contains(bytes.count), bytes.first != hyphen, bytes.last != hyphen else { return false }
        return bytes.allSatisfy { isASCIIAlphanumeric($0) || $0 == hyphen }
    }

    /// `+`, a digit from 1 to 9, and 4 to 26 digits or spaces.
    public static func isPhoneNumber(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 2, bytes[0] == UInt8(ascii: "+"), (UInt8(ascii: "1")...nine).contains(bytes[1]) else {
            return false
        }
        let rest = bytes.dropFirst(2)
        return (4...26).contains(rest.count) && rest.allSatisfy { (zero...nine).contains($0) || $0 == 0x20 }
    }

    /// A phone number as REMS takes it, made of one as people write it: `0049 (0)89 / 123-45` is `+49 89 12345`.
    ///
    /// The text as it is, trimmed, where it does not begin with the code of a country: which one, only the person knows.
    public static func internationalPhoneNumber(_ text: String) -> String {
        var rest = text.trimmingSpaces[...]
        if rest.hasPrefix("00") {
            rest = "+" + rest.dropFirst(2)
        }
        guard rest.hasPrefix("+") else { return text.trimmingSpaces }
        var number = ""
        // The zero in brackets is dialled within the country only.
        for character in String(rest).replacing("(0)", with: " ") {
            switch character {
            case "(", ")", "-", "/", ".", "\u{2010}", "\u{2011}", "\u{2013}": continue
            case _ where character.isWhitespace: if number.last != " ", !number.isEmpty { number.append(" ") }
            default: number.append(character)
            }
        }
        return number.trimmingSpaces
    }

    package static let zero = UInt8(ascii: "0")
    package static let nine = UInt8(ascii: "9")
    private static let hyphen = UInt8(ascii: "-")

    private static func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
        (zero...nine).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
