import FoundationEssentials
import PortalModel

/// What a browser brings back, or a person pastes, at the end of a sign-in.
enum RedirectTarget {
    static func run(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        _ = RedirectAnswer(target: text)
        let pasted = RedirectAnswer(pasted: text)
        if let code = pasted?.code { FuzzTarget.expect(!code.reveal().isEmpty, "an empty code is one") }
        if pasted != nil {
            // A terminal or a mail may have broken it anywhere.
            let middle = text.index(text.startIndex, offsetBy: text.count / 2)
            let broken = RedirectAnswer(pasted: text[..<middle] + "\n" + text[middle...])
            // A character may be made of two where it is cut.
            if !text.contains(where: { $0.unicodeScalars.count > 1 }) {
                FuzzTarget.expect(isSame(pasted, broken), "broken by a line end it is another")
            }
        }
        guard !text.isEmpty, text.utf8.count < 500 else { return }
        let target = "/callback?state=\(form(text))&code=\(form(text))&iss=\(form(text))"
        let answer = RedirectAnswer(target: target)
        FuzzTarget.expect(answer.state == text && answer.code?.reveal() == text, "a value comes back as another")
        FuzzTarget.expect(answer.issuer == text, "the issuer comes back as another")
    }

    private static func isSame(_ one: RedirectAnswer?, _ other: RedirectAnswer?) -> Bool {
        one?.state == other?.state && one?.code == other?.code && one?.error == other?.error
            && one?.detail == other?.detail && one?.issuer == other?.issuer
    }

    /// As forms are encoded: a blank is a plus.
    private static func form(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: " "): "+"
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                String(decoding: [byte], as: UTF8.self)
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }.joined()
    }
}
