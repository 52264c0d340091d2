import FoundationEssentials
import GRDB
import Glibc
import PortalDomain

/// What lies where a mirror is to be. A place that somebody named may be anything: nothing but a mirror is replaced or
/// removed there.
struct MirrorGround {
    let place: MirrorPlace

    /// What a path leads to, seen from outside.
    enum Kind: Equatable {
        /// Nothing, or a file without a byte: nobody loses it.
        case nothing
        case mirror
        /// A mirror's tables were being made when the program was killed: SQLite takes all of it back.
        case begun
        /// Another program's database, and any other regular file.
        case database, other
        case link
        /// A folder, a device, a pipe.
        case noFile
    }

    /// - Parameter isAnew: what is there may be broken beyond recognition, if a mirror was filled there once.
    /// - Returns: why it must not be filled there; nil where it may.
    func objectionToFilling(isAnew: Bool) -> MirrorReason? {
        guard place.isNamed else { return nil }
        let kind = Self.kind(of: place.path)
        switch kind {
        case .link: return .isLink(path: place.path)
        case .noFile: return .noFile(path: place.path)
        case .database: return .noMirror(path: place.path)
        case .other:
            guard isAnew, wasFilledHere else { return .noMirror(path: place.path) }
        case .mirror, .nothing, .begun: break
        }
        // Where nothing is, these belong to somebody else, and SQLite would take them for the new one's.
        if kind == .nothing, let other = companion { return .noMirror(path: other) }
        return objectionBeside
    }

    /// - Returns: why it must not be removed; nil where it may.
    var objectionToRemoving: MirrorReason? {
        guard place.isNamed else { return nil }
        switch Self.kind(of: place.path) {
        case .link: return .isLink(path: place.path)
        case .noFile: return .noFile(path: place.path)
        case .database, .other: return .noMirror(path: place.path)
        case .mirror, .nothing, .begun: return objectionBeside
        }
    }

    /// The files that are made beside it have names that are somebody's too.
    private var objectionBeside: MirrorReason? {
        switch Self.kind(of: place.workPath) {
        case .nothing, .mirror, .begun: break
        case .link, .noFile, .database, .other: return .noMirror(path: place.workPath)
        }
        return isLockOrNothing(place.turnPath) ? nil : .noMirror(path: place.turnPath)
    }

    private var companion: String? {
        MirrorPlace.suffixes.dropFirst().map { place.path + $0 }.first { Self.status(of: $0) != nil }
    }

    /// What is locked stays beside a mirror for good.
    private var wasFilledHere: Bool { Self.status(of: place.turnPath) != nil && isLockOrNothing(place.turnPath) }

    private func isLockOrNothing(_ path: String) -> Bool {
        guard let status = Self.status(of: path) else { return true }
        return Self.isRegular(status) && status.st_size == 0
    }

    // MARK: What a file is

    /// - Parameter followsLinks: where it is read, a link is as good as what it leads to.
    static func kind(of path: String, followsLinks: Bool = false) -> Kind {
        // As the system reads it, that is a folder, whether it is there or not.
        guard !path.hasSuffix("/") else { return .noFile }
        guard let status = status(of: path, followsLinks: followsLinks) else { return .nothing }
        guard status.st_mode & S_IFMT != S_IFLNK else { return .link }
        guard isRegular(status) else { return .noFile }
        // A journal may still put back what is missing in it.
        if hasJournalOfBeginning(path) { return .begun }
        if status.st_size == 0 { return .nothing }
        guard let header = beginning(of: path, 100), header.starts(with: magic) else { return .other }
        if header[68..<72].elementsEqual(MirrorSchema.mark.bytes) { return .mirror }
        return hasTables(path) ? .mirror : .database
    }

    private static let magic = Array("SQLite format 3\0".utf8)

    private static func status(of path: String, followsLinks: Bool = false) -> stat? {
        var status = stat()
        return (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 ? status : nil
    }

    private static func isRegular(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }

    private static func beginning(of path: String, _ count: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: count)
        let taken = read(descriptor, &bytes, count)
        return taken == count ? bytes : nil
    }

    /// Whether a rollback journal lies beside it that begins where there was no page yet
    /// (sqlite.org/fileformat2.html, 3: the magic, and the pages before the transaction at 16).
    private static func hasJournalOfBeginning(_ path: String) -> Bool {
        guard let header = beginning(of: path + "-journal", 28) else { return false }
        let isJournal = header.starts(with: [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7])
        return isJournal && header[16..<20].allSatisfy { $0 == 0 }
    }

    /// Mirrors that were filled before they had a mark are known by their tables.
    private static func hasTables(_ path: String) -> Bool {
        var configuration = Configuration()
        configuration.readonly = true
        guard let queue = try? MirrorFile.looking(path, configuration) else { return false }
        defer { try? queue.close() }
        let names = try? queue.read { database in
            try String.fetchSet(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        return names.map { $0.isSuperset(of: ["dataset", "dataset_text", "facet_key", "facet_value", "meta"]) } ?? false
    }
}

extension Int32 {
    /// As SQLite writes it: the highest first.
    fileprivate var bytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
