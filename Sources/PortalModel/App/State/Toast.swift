/// A message that goes away by itself.
public struct Toast: Equatable, Sendable {
    /// What it tells of, and so how it is coloured.
    public enum Kind: Equatable, Sendable { case information, success, warning, failure }
    /// What it looks like.
    public var kind: Kind
    /// In words once it is drawn: each language has its own.
    public var message: Message

    /// Even of one word.
    public static let leastMilliseconds = 2500

    public init(_ kind: Kind, _ message: Message) {
        self.kind = kind
        self.message = message
    }
}
