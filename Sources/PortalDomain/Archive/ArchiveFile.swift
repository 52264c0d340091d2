/// A file of a dataset, as the download service of the Sensitive Data Archive lists it (`FileInfo` of its
/// swagger_v2.yml). What is handed out is encrypted (Crypt4GH).
public struct ArchiveFile: Hashable, Sendable, Codable {
    /// By which it is asked for.
    public var id: String
    /// Within its dataset, as the archive has it: nothing that may be written by as it is (`LocalPath`).
    public var path: String
    /// Of what is encrypted, in bytes, without the header, which each reader gets for himself.
    public var size: UInt64
    /// Of the plain text, in bytes; nil where the archive does not say.
    public var plainSize: UInt64?
    /// Of the plain text.
    public var checksums: [Checksum]

    public init(
        id: String, path: String, size: UInt64, plainSize: UInt64? = nil, checksums: [Checksum] = []
    ) {
        self.id = id
        self.path = path
        self.size = size
        self.plainSize = plainSize
        self.checksums = checksums
    }
}
