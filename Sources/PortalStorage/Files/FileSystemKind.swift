import CFileSystem

/// Whether a folder is on a disk of this machine, which decides how SQLite may write there.
public enum FileSystemKind: Hashable, Sendable {
    /// A disk of this machine: locks hold and memory maps are safe.
    case local
    /// Shared with other machines, with its name in words.
    case network(String)

    /// Asks the operating system. What cannot be found out counts as local: it is by far the most usual.
    public static func of(path: String) -> FileSystemKind { FileSystemKind(magic: file_system_magic(path)) }

    /// From the low 32 bits of `f_type` of `statfs(2)`.
    init(magic: UInt32) {
        self = Self.networkNames.first { $0.magic == magic }.map { .network($0.name) } ?? .local
    }

    /// Numbers from statfs(2), Linux's `magic.h` and the file systems' own headers.
    private static let networkNames: [(magic: UInt32, name: String)] = [
        (0x0000_6969, "NFS"),
        (0x0BD0_0BD0, "Lustre"),
        (0xFF53_4D42, "CIFS"),
        (0xFE53_4D42, "SMB"),
        (0x0000_517B, "SMB"),
        (0x4750_4653, "GPFS"),
        (0x5346_414F, "AFS"),
        (0x6B41_4653, "AFS"),
        (0x7375_7245, "Coda"),
        (0x1983_0326, "BeeGFS"),
        (0x00C3_6400, "Ceph"),
        (0x2003_0528, "OrangeFS"),
        (0xAAD7_AAEA, "PanFS"),
        (0x0102_1997, "9p"),
        (0x0116_1970, "GFS2"),
        (0x7461_636F, "OCFS2"),
        (0x786F_4256, "VirtualBox shared folder"),
        // sshfs and others; a local one loses nothing but a little speed.
        (0x6573_5546, "FUSE"),
    ]
}
