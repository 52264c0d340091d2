import FoundationEssentials
import Testing

@testable import PortalServices

@Suite("Character sets of answers")
struct AnswerCharsetTests {
    private static let text = #"{"title": "Hôpital – Genève"}"#

    @Test(
        "Another character set that is named is understood",
        arguments: [
            "application/json; charset=ISO-8859-1", "application/json;charset=\"windows-1252\"",
            "text/json; charset=latin1; x=y", "application/problem+json; charset=cp1252",
        ])
    func named(type: String) {
        let bytes = Self.text.unicodeScalars.map { $0 == "–" ? 0x96 : UInt8($0.value) }
        #expect(String(decoding: AnswerCharset.utf8(Data(bytes), contentType: type), as: UTF8.self) == Self.text)
    }

    @Test("UTF-16 is understood with a mark and without", arguments: ["utf-16", "UTF-16LE", "utf-16be"])
    func wide(name: String) {
        var bytes: [UInt8] = name == "utf-16" ? [0xFF, 0xFE] : []
        for unit in Self.text.utf16 {
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
            bytes += name == "utf-16be" ? [high, low] : [low, high]
        }
        let body = AnswerCharset.utf8(Data(bytes), contentType: "application/json; charset=\(name)")
        #expect(String(decoding: body, as: UTF8.self) == Self.text)
    }

    @Test(
        "What is UTF-8, is no JSON, or names what is not known comes back as it is",
        arguments: [
            ("application/json; charset=iso-8859-1", Array(Self.text.utf8)),
            ("application/pdf; charset=iso-8859-1", [0x25, 0xE9]), ("application/json; charset=klingon", [0xE9]),
            ("application/json", [0xE9]),
        ] as [(String, [UInt8])])
    func untouched(type: String, bytes: [UInt8]) {
        #expect(AnswerCharset.utf8(Data(bytes), contentType: type) == Data(bytes))
    }
}
