import Foundation
import PortalModel

/// A file that was fetched, or is being fetched, as it is remembered beside it.
struct FetchedFile: Codable, Equatable, Sendable {
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

    /// Whether what is there of a file goes on as this one, behind a header as long as before.
    func goesOn(as other: FetchedFile) -> Bool {
        guard let tag, !tag.hasPrefix("W/") else { return false }
        return dataset == other.dataset && id == other.id && size == other.size && tag == other.tag
            && headerSize == other.headerSize
    }
}

/// What was fetched into a folder: `portal-data.json` in it.
struct FetchedFolder: Codable, Sendable {
    static let name = LocalPath.record
    /// Of what this program writes.
    static let version = 1

    var version = Self.version
    /// From where.
    var archive: String
    var files: [FetchedFile]
}

/// What was fetched into a folder, while more is fetched. Each change is on the disk when it returns.
actor FetchJournal {
    private let folder: DataFolder
    private var record: FetchedFolder

    init(_ folder: DataFolder, archive: String) throws {
        self.folder = folder
        record = try folder.record() ?? FetchedFolder(archive: archive, files: [])
        record.archive = archive
    }

    func file(named name: String) -> FetchedFile? { record.files.first { $0.file == name } }

    func put(_ file: FetchedFile) throws {
        if let index = record.files.firstIndex(where: { $0.file == file.file }) {
            record.files[index] = file
        } else {
            record.files.append(file)
        }
        try folder.keep(record)
    }

    func forget(_ name: String) throws {
        record.files.removeAll { $0.file == name }
        try folder.keep(record)
    }
}
