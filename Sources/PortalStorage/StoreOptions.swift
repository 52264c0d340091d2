import FoundationEssentials
import PortalDomain

/// What a store takes from its surroundings; a test gives its own.
public struct StoreOptions: Sendable {
    /// Tells whether a folder is shared between machines.
    public var fileSystem: @Sendable (_ path: String) -> FileSystemKind
    /// As whom leases are taken.
    public var holder: LeaseHolder
    /// The clock: for tests, which say what time it is.
    public var now: @Sendable () -> Date
    /// Where drafts go that the disk does not take at the end.
    public var rescue: RescuePlaces
    /// What becomes of a person's words on their way to the disk.
    public var seal = PrivateSeal.none
    /// Tells why a folder takes no more, once something could not be written.
    var refusal: @Sendable (_ folder: String) -> CInt? = { PrivateFiles.refusal(in: $0) }
    /// Limits the drafts file, in pages of 4,096 bytes, so that a full disk can be tried out.
    var maximumPages: Int?

    public init(
        fileSystem: @escaping @Sendable (String) -> FileSystemKind = { FileSystemKind.of(path: $0) },
        holder: LeaseHolder = .current, now: @escaping @Sendable () -> Date = { Date() },
        rescue: RescuePlaces = .standard(environment: ProcessInfo.processInfo.environment)
    ) {
        self.fileSystem = fileSystem
        self.holder = holder
        self.now = now
        self.rescue = rescue
    }
}
