/// Files of the person on this machine, outside of the program's own folders.
public struct FileService: Sendable {
    /// What lies in a folder as it was typed: `~` and relative paths are understood.
    public var list: @Sendable (String) async -> FolderListing
    /// Reads a file as it was typed, up to a number of bytes.
    public var read: @Sendable (_ path: String, _ largest: Int) async throws(PortalError) -> FileContents
    /// Writes a file into the person's download folder, under a name that is free there, and gives its path.
    public var keep: @Sendable (FileContents) async throws(PortalError) -> String
    /// Writes a file to a path as it was typed, never over one that is there, and gives the whole path.
    public var keepAs: @Sendable (_ path: String, FileContents) async throws(PortalError) -> String

    public init(
        list: @escaping @Sendable (String) async -> FolderListing,
        read: @escaping @Sendable (String, Int) async throws(PortalError) -> FileContents,
        keep: @escaping @Sendable (FileContents) async throws(PortalError) -> String,
        keepAs: @escaping @Sendable (String, FileContents) async throws(PortalError) -> String = {
            _, _ throws(PortalError) in
            throw PortalError(.local, operation: "keeping the file")
        }
    ) {
        self.list = list
        self.read = read
        self.keep = keep
        self.keepAs = keepAs
    }

    /// Where there is no person at the screen.
    public static let none = FileService(
        list: { FolderListing(folder: $0, entries: []) },
        read: { _, _ throws(PortalError) in throw PortalError(.local, operation: "reading the file") },
        keep: { _ throws(PortalError) in throw PortalError(.local, operation: "keeping the file") })
}
