/// What is known of a dataset's data: where they lie, the files of the archive, and what of them is on this machine.
public struct DatasetData: Equatable, Sendable {
    /// By which archives know it.
    public var dataset: String
    /// The services that have it.
    public var ways: [DataWay]
    /// The archive whose files these are; nil where none is asked.
    public var archive: String?
    /// An archive that stands in the catalogue alone: it gets the person's sign-in only when the person says so.
    public var unconfirmed: String?
    /// In the archive's order.
    public var files: [DataFile]
    /// Why the archive has told no files.
    public var failure: PortalError?
    /// Where they are fetched to.
    public var folder: String
    /// Whose they are made readable for.
    public var key: DataKeyStanding

    public init(
        dataset: String, ways: [DataWay] = [], archive: String? = nil, unconfirmed: String? = nil,
        files: [DataFile] = [], failure: PortalError? = nil, folder: String, key: DataKeyStanding
    ) {
        self.dataset = dataset
        self.ways = ways
        self.archive = archive
        self.unconfirmed = unconfirmed
        self.files = files
        self.failure = failure
        self.folder = folder
        self.key = key
    }
}

/// The person's key of Crypt4GH, as far as it can be known without its passphrase.
public struct DataKeyStanding: Equatable, Sendable {
    /// What can be done with it.
    public enum State: Equatable, Sendable {
        /// There is no such file.
        case none
        /// A passphrase is needed, which was not given in this run.
        case locked
        /// It opens, or is open.
        case open
        /// It is there and cannot be used.
        case unusable
    }

    /// What can be done with it.
    public var state: State
    /// Of the secret key.
    public var path: String

    public init(_ state: State, path: String) {
        self.state = state
        self.path = path
    }
}

/// A file of the archive, and what there is of it on this machine.
public struct DataFile: Equatable, Sendable {
    /// As the archive lists it.
    public var file: ArchiveFile
    /// What there is of it here.
    public var standing: FileStanding

    public init(_ file: ArchiveFile, _ standing: FileStanding) {
        self.file = file
        self.standing = standing
    }
}

/// What there is of an archive's file on this machine.
public enum FileStanding: Equatable, Sendable {
    /// Nothing.
    case absent
    /// So many bytes of its body, and a fetch goes on behind them.
    case part(UInt64)
    /// All of it as the archive gave it; what it was checked by, where that was done in this run.
    case encrypted(FileCheck?)
    /// Its plain text too.
    case decrypted(FileCheck?)
    /// It was tried, and why nothing came of it.
    case failed(FileFault)
}

/// What a file was held against, by the name of the algorithm. What is not named was not looked at.
public enum FileCheck: Equatable, Sendable {
    /// A checksum of the plain text is right.
    case plain(String)
    /// A checksum of what is encrypted is right.
    case encrypted(String)
    /// Its length is right, and there is no checksum that could be looked at.
    case length

    /// Whether the checksum only tells accidents, since somebody could make another file of the same one.
    public var isWeak: Bool {
        switch self {
        case .plain(let algorithm), .encrypted(let algorithm): algorithm == "md5"
        case .length: false
        }
    }
}

/// Why a file is not there as it should be.
public enum FileFault: Error, Equatable, Sendable {
    /// The archive, or the way to it. What came is kept.
    case call(PortalError)
    /// Its name cannot be one here.
    case name(LocalPath.Refusal)
    /// Something else has its name here, and stays as it is.
    case isThere(String)
    /// It was fetched under this name, and is another one now: at the archive, or on this machine. It stays as it is.
    case differs(String, atArchive: Bool)
    /// The disk is full, or the person's part of it. What came is kept.
    case noRoom
    /// In the system's words. What came is kept.
    case disk(String)
    /// The archive gives another file each time.
    case changes
    /// It is not as long as the archive says.
    case wrongLength
    /// A checksum is not the archive's, by its algorithm.
    case wrongChecksum(ofPlainText: Bool, String)
    /// It was encrypted for another key.
    case otherKey
    /// It does not decrypt.
    case damaged
}
