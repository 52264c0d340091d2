import Foundation
import Glibc
import PortalModel

/// A file that was fetched, or is being fetched, as it is remembered beside it.
struct FetchedEntry: Codable, Equatable, Sendable {
    var dataset: String
    /// The archive's.
    var id: String
    /// Below the folder; of Crypt4GH.
    var file: String
    /// Below the folder: its plain text, where it was decrypted.
    var plain: String?
    /// Of the encrypted body, in bytes.
    var size: UInt64
    /// Of the header before it, in bytes.
    var headerSize: Int
    /// Of the plain text, in bytes, where the archive says so.
    var plainSize: UInt64?
    var plainChecksums: [Checksum]
    var bodyChecksums: [Checksum]
    /// Of the body at the archive.
    var tag: String?
    /// All of it is there, under its name.
    var isWhole: Bool
    /// Nothing of it is there any more.
    var isGone: Bool?

    /// Whether the archive has another file now than was fetched: of another length, or of another checksum.
    func isOlder(than file: ArchiveFile) -> Bool {
        size != file.size
            || file.checksums.contains { now in
                plainChecksums.contains { $0.algorithm == now.algorithm && $0.value != now.value }
            }
    }

    /// Whether what is there of a file goes on as this one, behind a header as long as before.
    func goesOn(as other: FetchedEntry) -> Bool {
        guard let tag, !tag.hasPrefix("W/") else { return false }
        return dataset == other.dataset && id == other.id && size == other.size && tag == other.tag
            && headerSize == other.headerSize
    }
}

/// What was fetched into a folder: `portal-data.jsonl` in it, a line for the folder and then a line for each change of a
/// file, of which the last one counts. A dataset may have tens of thousands of files: none of them costs more than a line.
struct FetchedFolder: Sendable {
    static let name = LocalPath.record

    /// The first line.
    struct Head: Codable, Sendable {
        static let version = 1

        /// Of what this program writes.
        var version = Self.version
        /// From where.
        var archive: String
    }

    var head: Head
    private(set) var files: [FetchedEntry] = []
    private var places: [String: Int] = [:]

    init(_ head: Head) { self.head = head }

    /// Reads what was written. A line that was torn by a crash says nothing.
    ///
    /// - Returns: nil for what this program did not write.
    init?(lines data: Data) {
        let decoder = JSONDecoder()
        let lines = data.split(separator: UInt8(ascii: "\n"))
        guard let first = lines.first, let head = try? decoder.decode(Head.self, from: first),
            head.version == Head.version
        else { return nil }
        self.init(head)
        for line in lines.dropFirst() {
            if let file = try? decoder.decode(FetchedEntry.self, from: line) { put(file) }
        }
        files.removeAll { $0.isGone == true }
        places = Dictionary(files.enumerated().map { ($1.file, $0) }) { $1 }
    }

    var lines: Data {
        files.reduce(into: Self.line(head)) { $0 += Self.line($1) }
    }

    static func line(_ value: some Encodable) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts, numbers and flags always encode.
        return ((try? encoder.encode(value)) ?? Data()) + Data("\n".utf8)
    }

    func file(named name: String) -> FetchedEntry? {
        places[name].map { files[$0] }.flatMap { $0.isGone == true ? nil : $0 }
    }

    mutating func put(_ file: FetchedEntry) {
        if let place = places[file.file] {
            files[place] = file
        } else {
            places[file.file] = files.count
            files.append(file)
        }
    }
}

/// What was fetched into a folder, while more is fetched. Each change is on the disk when it returns.
actor FetchJournal {
    private let folder: DataFolder
    private var record: FetchedFolder

    init(_ folder: DataFolder, archive: String) throws {
        self.folder = folder
        record = try folder.record() ?? FetchedFolder(FetchedFolder.Head(archive: archive))
        record.head.archive = archive
        // What has changed often takes a line each again.
        try folder.keep(record)
    }

    static func opened(in folder: DataFolder, archive: String) throws(CommandFailure) -> FetchJournal {
        do { return try FetchJournal(folder, archive: archive) } catch let fault as DataFolder.Fault
            where fault.code != EBADMSG
        {
            throw CommandFailure(FetchWords.failed(.disk(fault, kept: nil), path: folder.path))
        } catch {
            throw CommandFailure(FetchWords.journalUnreadable(path: folder.path + "/" + FetchedFolder.name))
        }
    }

    func file(named name: String) -> FetchedEntry? { record.file(named: name) }

    func put(_ file: FetchedEntry) throws {
        record.put(file)
        try folder.append(FetchedFolder.line(file))
    }

    func forget(_ file: FetchedEntry) throws {
        var gone = file
        gone.isGone = true
        try put(gone)
    }
}
