import FoundationEssentials
import PortalDomain
import Synchronization

/// What must not be lost of one profile: drafts, basket and seen states.
///
/// Drafts are never written by two programs at once: each is held by a lease from its first save until `close()`.
/// Every error is a `PortalError` of kind `local` whose `detail` names the path and what to do.
public final class PortalStore: Sendable {
    /// What the store can do.
    public enum Availability: Hashable, Sendable {
        /// What is written lasts.
        case onDisk
        /// Works, and is gone with the program.
        case inMemory
        /// Drafts, basket and seen states are neither read nor kept; each save fails with this error.
        case withoutDrafts(PortalError)
    }

    /// Whether what is written lasts, and why not.
    public let availability: Availability
    /// Nothing is wrong but that another program has the drafts for itself.
    public let isInUseElsewhere: Bool
    let database: DraftsDatabase?
    let options: StoreOptions
    let revisions = KnownRevisions()
    let lastBasket = LastBasket()
    /// Where the drafts belong; nil in memory.
    let draftsFile: DraftsFile?
    private let noted: Mutex<[KeptReason]>

    private init(
        _ availability: Availability, _ database: DraftsDatabase?, _ options: StoreOptions,
        file: DraftsFile? = nil, notes: [KeptReason] = [], isInUseElsewhere: Bool = false
    ) {
        self.isInUseElsewhere = isInUseElsewhere
        self.availability = availability
        self.database = database
        self.options = options
        draftsFile = file
        noted = Mutex(notes)
    }

    /// Opens or creates what a profile has.
    ///
    /// When another program has the drafts for itself (on a network file system, or while the disk is full), and where the
    /// disk takes nothing (read-only, full, or no folder can be made), the result is a store without drafts, and `notes`
    /// says who or why. Throws when the drafts cannot be opened for another reason; `withoutDrafts(_:options:)` then lets
    /// the program go on if the person wants to.
    public static func open(
        profile: String, in directories: StorageDirectories, options: StoreOptions = StoreOptions()
    ) throws(PortalError) -> PortalStore {
        let folder = try StorageDirectories.folder(forProfile: profile)
        let file = DraftsFile(directory: directories.data + "/" + folder)
        if options.seal.isLocked {
            let reason = PortalError(.local, operation: "opening the drafts", because: .disk(.locked(path: file.path)))
            return withoutDrafts(reason, options: options, file: file)
        }
        do throws(StorageFailure) {
            let database = try DraftsDatabase(DraftsOpener(file: file, options: options))
            return PortalStore(.onDisk, database, options, file: file)
        } catch {
            let reason = error.portalError(during: "opening the drafts")
            guard error.leavesReading else { throw reason }
            return withoutDrafts(reason, options: options, file: file, isInUseElsewhere: error.cause == .inUse)
        }
    }

    /// A store in memory, for trying out.
    public static func ephemeral(options: StoreOptions = StoreOptions()) throws(PortalError) -> PortalStore {
        PortalStore(.inMemory, try DraftsDatabase(), options)
    }

    /// A store that keeps nothing, with the reason for it.
    public static func withoutDrafts(_ reason: PortalError, options: StoreOptions = StoreOptions()) -> PortalStore {
        withoutDrafts(reason, options: options, file: nil)
    }

    private static func withoutDrafts(
        _ reason: PortalError, options: StoreOptions, file: DraftsFile?, isInUseElsewhere: Bool = false
    ) -> PortalStore {
        PortalStore(
            .withoutDrafts(reason), nil, options, file: file, notes: [.withoutDrafts(reason.why)],
            isInUseElsewhere: isInUseElsewhere)
    }

    /// What the person should know: what was recovered, dropped or is not available; oldest first.
    public var notes: [Reason] { ((database?.notes ?? []) + noted.withLock { $0 }).map(Reason.kept) }

    func note(_ reason: KeptReason) { noted.withLock { $0.append(reason) } }

    // MARK: Start and end

    /// What the last run left, read on the calling thread in a few milliseconds. What cannot be read is noted.
    public func loadStart() -> StoredState {
        var state = StoredState()
        takeOverRescued()
        if let database {
            do {
                let contents = try database.read("reading the drafts") { try StoredContents($0, seal: options.seal) }
                state = contents.state(for: options.holder, at: options.now())
                lastBasket.items = state.basket
                if contents.unreadable > 0 {
                    note(.unreadable(drafts: contents.unreadable))
                }
            } catch {
                note(.startUnread(error.why))
            }
        }
        return state
    }

    /// Saves on the calling thread, for use before the program ends. Tries every draft, then throws the first error.
    public func saveDraftsNow(_ drafts: [Draft]) throws(PortalError) {
        var first: PortalError?
        for draft in drafts {
            do {
                try available().writeNow(Self.savingDraft, saving(draft))
            } catch {
                first = first ?? error
            }
        }
        if let first { throw first }
    }

    /// Gives back all leases and closes the files. Later saves fail.
    public func close() { database?.close(releasing: options.holder) }

    // MARK: Saving

    static let savingDraft = "saving the draft"

    func available() throws(PortalError) -> DraftsDatabase {
        if let database { return database }
        if case .withoutDrafts(let reason) = availability { throw reason }
        throw PortalError(.local, operation: Self.savingDraft)
    }
}
