/// The data of datasets, for the screen: where they lie, and files of theirs on their way from an archive to the disk.
public struct DataService: Sendable {
    /// Where a dataset's data lie, the archive's files, and what is here of them.
    public var look: @Sendable (DataQuestion) async throws(PortalError) -> DatasetData
    /// Fetches files, one after the other. Cancelled, or failed, it keeps what came, and goes on there next time.
    public var fetch:
        @Sendable (DataJob, _ tell: @escaping @Sendable (FileNews) -> Void) async throws(PortalError) -> Void
    /// Holds what is here of a dataset against its checksums, without the network. By the ids of files.
    public var check: @Sendable (DataQuestion) async throws(PortalError) -> [String: FileStanding]

    public init(
        look: @escaping @Sendable (DataQuestion) async throws(PortalError) -> DatasetData,
        fetch:
            @escaping @Sendable (DataJob, _ tell: @escaping @Sendable (FileNews) -> Void) async throws(PortalError)
            -> Void,
        check: @escaping @Sendable (DataQuestion) async throws(PortalError) -> [String: FileStanding]
    ) {
        self.look = look
        self.fetch = fetch
        self.check = check
    }

    /// Where nothing can be fetched.
    public static let none = DataService(
        look: { _ throws(PortalError) in throw PortalError(.unsupported, operation: "looking for data") },
        fetch: { _, _ throws(PortalError) in throw PortalError(.unsupported, operation: "fetching data") },
        check: { _ throws(PortalError) in throw PortalError(.unsupported, operation: "checking data") })
}

/// Which data is meant, and what the person has said of it.
public struct DataQuestion: Hashable, Sendable {
    /// By which access management knows it.
    public var dataset: String
    /// Into which folder, as it was typed; nil for the usual one.
    public var folder: String?
    /// An archive that the person has named for this run.
    public var archive: String?

    public init(dataset: String, folder: String? = nil, archive: String? = nil) {
        self.dataset = dataset
        self.folder = folder
        self.archive = archive
    }
}

/// Files that are to be fetched.
public struct DataJob: Equatable, Sendable {
    /// Of which dataset, into which folder.
    public var question: DataQuestion
    /// In the order in which they are fetched.
    public var files: [ArchiveFile]
    /// All that the dataset has: two names that are one on some disk are told by them.
    public var all: [ArchiveFile]
    /// The plain text is written beside each.
    public var decrypts: Bool
    /// Where they go, in full.
    public var folder: String
    /// All that was not here was asked for.
    public var isAll: Bool

    /// More is asked about first; in bytes.
    public static let much: UInt64 = 10_000_000_000

    public init(
        _ question: DataQuestion, files: [ArchiveFile], of all: [ArchiveFile], decrypts: Bool, into folder: String,
        isAll: Bool = false
    ) {
        self.folder = folder
        self.isAll = isAll
        self.question = question
        self.files = files
        self.all = all
        self.decrypts = decrypts
    }
}

/// What becomes of a file while it is fetched.
public struct FileNews: Equatable, Sendable {
    /// The archive's id of it.
    public var file: String
    /// `part` while it comes.
    public var standing: FileStanding

    public init(_ file: String, _ standing: FileStanding) {
        self.file = file
        self.standing = standing
    }
}
