import PortalModel
import TerminalCanvas

/// The data of a dataset, and its files on their way.
enum FetchingWords: Equatable {
    case title
    case looking(elapsed: String)
    case checking(elapsed: String)
    case files(count: Int, bytes: UInt64)
    // Where from, where to, for whom.
    case archive(address: String)
    case unconfirmed(address: String)
    case noArchive
    case into(folder: String)
    case key(DataKeyStanding, decrypts: Bool)
    case running(done: Int, of: Int, percent: Int)
    case stopping
    // A file.
    case standing(FileStanding, size: UInt64, isAwaited: Bool)
    case fault(FileFault)
    case weak(algorithm: String)
    /// Of the plain text, as the archive has it.
    case checksum(algorithm: String?, value: String)
    // A way.
    case way(DataWay.Kind)
    case source(DataWay.Source)
    case none
    // Questions.
    case askArchive
    case fetchMuch
    // The folder, while it is typed.
    case folderTitle
    case folderPlaceholder
    case folderIsMade
}
