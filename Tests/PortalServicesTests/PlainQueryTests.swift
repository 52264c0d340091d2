import Testing

@testable import PortalServices

@Suite("What a person typed as a query")
struct PlainQueryTests {
    @Test(
        "Words and phrases stay, syntax goes",
        arguments: [
            ("long-read", "long-read"), ("  breast   cancer ", "breast cancer"), ("C++", "C++"), ("R&D", "R&D"),
            (#""whole genome" asthma"#, #""whole genome" asthma"#), (#"say "long-re"#, "say long-re"),
            (#"a""b"#, "a b"), (#""a \ b: c""#, #""a  b: c""#), ("title:glioma", "title glioma"),
            ("IL-6 (human)", "IL-6 human"), ("-not +must", "not must"), ("cancer AND", "cancer and"),
            ("NOT x OR y", "not x or y"), ("a&&b || c", "a b c"),
            ("wild* ca?e fuzzy~2 boost^3", "wild ca e fuzzy 2 boost 3"),
            ("[1 TO 5] {x}", "1 TO 5 x"), ("10.5281/zenodo.1", "10.5281 zenodo.1"), (#"back\slash"#, "back slash"),
            ("!", ""), ("- + --", ""), ("", ""), ("ゲノム 癌", "ゲノム 癌"), ("naïve Ångström", "naïve Ångström"),
        ])
    func text(typed: String, sent: String) {
        #expect(PlainQuery.terms(typed).joined(separator: " ") == sent)
    }

    @Test("Nothing that Solr takes for syntax is left outside of a phrase, whatever is typed")
    func anything() {
        var random = SeededRandom(seed: 7)
        let alphabet = Array(#"ab \"'+-&|!(){}[]^~*?:/\ANDOR "#)
        for _ in 0..<2000 {
            let typed = String(
                (0..<Int.random(in: 0...20, using: &random)).map { _ in
                    alphabet.randomElement(using: &random) ?? "a"
                })
            let sent = PlainQuery.terms(typed).joined(separator: " ")
            let pieces = sent.split(separator: "\"", omittingEmptySubsequences: false)
            #expect(!pieces.count.isMultiple(of: 2), "quotes are not balanced for \(typed)")
            for (index, piece) in pieces.enumerated() where index.isMultiple(of: 2) {
                #expect(!piece.contains { "!(){}[]^~*?:\\/".contains($0) }, "\(typed)")
                for word in piece.split(separator: " ") {
                    #expect(!["AND", "OR", "NOT"].contains(word) && !word.hasPrefix("-") && !word.hasPrefix("+"))
                    #expect(!word.contains("&&") && !word.contains("||"))
                }
            }
        }
    }
}
