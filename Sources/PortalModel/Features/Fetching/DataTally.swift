/// How files stand that were held against what the archive told of them: the same five that `portal data verify` tells
/// apart.
public struct DataTally: Equatable, Sendable {
    /// A checksum is right.
    public var right = 0
    /// Their length alone could be looked at.
    public var lengthAlone = 0
    /// Not fetched to their end.
    public var unfinished = 0
    /// Fetched once, and not here.
    public var missing = 0
    /// Of another checksum or length, or unreadable.
    public var wrong = 0

    public init(right: Int = 0, lengthAlone: Int = 0, unfinished: Int = 0, missing: Int = 0, wrong: Int = 0) {
        self.right = right
        self.lengthAlone = lengthAlone
        self.unfinished = unfinished
        self.missing = missing
        self.wrong = wrong
    }

    init(_ standings: some Sequence<FileStanding>) {
        for standing in standings {
            switch standing {
            case .encrypted(.length?), .decrypted(.length?): lengthAlone += 1
            case .encrypted, .decrypted: right += 1
            case .part: unfinished += 1
            case .absent: missing += 1
            case .failed: wrong += 1
            }
        }
    }

    /// How many were looked at and are not wrong.
    public var checked: Int { right + lengthAlone }

    /// Whether there is nothing to do about any of them.
    public var isAllRight: Bool { self == DataTally(right: right) }
}
