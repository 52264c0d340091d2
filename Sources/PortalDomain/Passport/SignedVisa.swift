/// A visa as it was signed (a JWS in compact form). Whoever holds it may show it as the person's own, so that printing,
/// dumping and interpolating it gives dots: `reveal()` is the only way to what it holds.
public struct SignedVisa: Hashable, Sendable {
    private let text: String

    public init(_ text: String) { self.text = text }

    /// Its three parts, joined by dots. Never for a message or a log.
    public func reveal() -> String { text }
}

extension SignedVisa: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "••••" }
    public var debugDescription: String { description }
    /// Shows nothing: neither `dump` nor a debugger's description gives it away.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
