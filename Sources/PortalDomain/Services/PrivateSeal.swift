import FoundationEssentials

/// What becomes of private values on their way to the disk and back: nothing, or they are sealed with a key that is the
/// person's.
///
/// Whoever keeps values gets one of these and knows no key. A sealed value says by its first byte that it is one, so that
/// sealed and plain ones may lie beside each other while one becomes the other.
public struct PrivateSeal: Sendable {
    /// Where a value lies; it opens nowhere else.
    public struct Place: Hashable, Sendable {
        /// The table, or the kind of file.
        public let table: String
        /// What of it.
        public let column: String
        /// Whose.
        public let row: String

        public init(table: String, column: String, row: String) {
            (self.table, self.column, self.row) = (table, column, row)
        }
    }

    /// Why a value is neither sealed nor opened.
    public enum Refusal: Error, Hashable, Sendable {
        /// Nobody has opened the lock here.
        case locked
        /// It was changed, or is another lock's.
        case damaged
    }

    /// What it is made of; each may be called from any thread.
    public struct Calls: Sendable {
        /// Nil where the value is to be kept as it is.
        public var seal: @Sendable (Data, Place) throws(Refusal) -> Data?
        /// What was sealed for that place.
        public var open: @Sendable (Data, Place) throws(Refusal) -> Data
        /// Whether values would have to be sealed and cannot be.
        public var isLocked: @Sendable () -> Bool

        public init(
            seal: @escaping @Sendable (Data, Place) throws(Refusal) -> Data?,
            open: @escaping @Sendable (Data, Place) throws(Refusal) -> Data,
            isLocked: @escaping @Sendable () -> Bool
        ) {
            (self.seal, self.open, self.isLocked) = (seal, open, isLocked)
        }
    }

    private let calls: Calls?

    public init(_ calls: Calls) { self.calls = calls }

    private init() { calls = nil }

    /// Everything is kept as it is, and what was sealed stays closed.
    public static let none = PrivateSeal()

    /// Whether values would have to be sealed and cannot be.
    public var isLocked: Bool { calls?.isLocked() ?? false }

    /// What is to be kept in the place of a value; nil where that is the value itself.
    public func seal(_ plain: Data, at place: Place) throws(Refusal) -> Data? { try calls?.seal(plain, place) }

    /// A value that was sealed.
    public func open(_ sealed: Data, at place: Place) throws(Refusal) -> Data {
        guard let calls else { throw .locked }
        return try calls.open(sealed, place)
    }

    /// Whether something is a sealed value: no text and no JSON begins like one.
    public static func isSealed(_ value: Data) -> Bool { value.first == 1 }
}
