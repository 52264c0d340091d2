import FoundationEssentials

/// A token, a code or a password. Printing, dumping and interpolating it gives dots, and it cannot be encoded by
/// accident: `reveal()` is the only way to what it holds, so that a search for that word finds every use.
public struct Secret: Hashable, Sendable {
    private let value: String

    public init(_ value: String) { self.value = value }

    /// What it holds: for a header, a form or the store. Never for a message or a log.
    public func reveal() -> String { value }

    /// Random bytes of the operating system, written in base64url: 32 bytes are 43 characters.
    static func random(bytes: Int = 32) -> Secret {
        var source = SystemRandomNumberGenerator()
        return Secret(Base64URL.encode((0..<bytes).map { _ in UInt8.random(in: .min ... .max, using: &source) }))
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "••••" }
    public var debugDescription: String { description }
    /// Shows nothing: neither `dump` nor a debugger's description gives a secret away.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Secret {
    /// A ready token as somebody gives it, from a variable or a pipe: with white space around it, or with `Bearer` in
    /// front.
    ///
    /// Nil when it is empty or holds what no token can hold (RFC 6750, 2.1), which would break the header.
    public init?(readyToken text: String) {
        var token = text.trimmed
        if token.lowercased().hasPrefix("bearer ") { token = String(token.dropFirst(7)).trimmed }
        let allowed = token.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "-._~+/=:|".utf8.contains(byte)
            }
        }
        guard !token.isEmpty, allowed else { return nil }
        self.init(token)
    }
}

/// Base64 for addresses and JWTs (RFC 4648, 5), without padding.
enum Base64URL {
    static func encode(_ bytes: some Sequence<UInt8>) -> String {
        String(
            Data(bytes).base64EncodedString().compactMap { character in
                switch character {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: character
                }
            })
    }

    static func decode(_ text: some StringProtocol) -> Data? {
        var standard = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        while !standard.utf8.count.isMultiple(of: 4) { standard += "=" }
        return Data(base64Encoded: standard)
    }
}
