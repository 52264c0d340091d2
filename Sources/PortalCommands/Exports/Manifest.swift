import Foundation
import PortalModel

/// The files of a dataset, for a workflow (docs/schemas/manifest.json).
struct ManifestRecord: EncodesInKeyOrder {
    struct File: EncodesInKeyOrder {
        /// Where access is asked for, where the catalogue names that beside the file.
        var accessURL: String?
        var bytes: Int64?
        var checksum: String?
        var checksumAlgorithm: String?
        /// Where to keep it: one name, given once in a manifest. Missing where the address leads to no file.
        var filename: String?
        var format: String?
        var licence: String?
        var mediaType: String?
        package var title: String
        /// Of the file itself; missing where there is only a page about it.
        var url: String?
    }

    var accessLevel: String
    var files: [File]
    var id: String
    var identifier: String?
    package var title: String
}

/// Lists files: no two of a manifest have one name.
struct Manifest {
    private var names: Set<String> = []

    static let heading = [
        "dataset", "identifier", "title", "access_level", "file", "filename", "format", "media_type", "bytes",
        "checksum", "checksum_algorithm", "url", "access_url", "licence",
    ]

    mutating func record(_ detail: DatasetDetail) -> ManifestRecord {
        let dataset = detail.summary
        return ManifestRecord(
            accessLevel: dataset.accessLevel.rawValue,
            files: detail.distributions.map { file($0, of: detail) }, id: dataset.id.rawValue,
            identifier: dataset.identifier, title: dataset.title)
    }

    /// A row a file.
    static func rows(_ record: ManifestRecord) -> [[String]] {
        record.files.map { file in
            [
                record.id, record.identifier ?? "", record.title, record.accessLevel, file.title, file.filename ?? "",
                file.format ?? "", file.mediaType ?? "", file.bytes.map(String.init) ?? "", file.checksum ?? "",
                file.checksumAlgorithm ?? "", file.url ?? "", file.accessURL ?? "", file.licence ?? "",
            ]
        }
    }

    private mutating func file(_ file: Distribution, of detail: DatasetDetail) -> ManifestRecord.File {
        let address = file.downloadURL ?? file.accessURL
        let name = Self.name(in: address, isFile: file.downloadURL != nil)
        return ManifestRecord.File(
            accessURL: file.accessURL, bytes: file.byteSize, checksum: file.checksum?.value,
            checksumAlgorithm: file.checksum?.algorithm, filename: name.map { free($0) }, format: file.format,
            licence: file.licence ?? detail.licence, mediaType: file.mediaType, title: file.title,
            url: name == nil ? nil : address)
    }

    /// The last part of an address. Where it is not said to be a file's, only what has an extension is taken for one.
    private static func name(in address: String?, isFile: Bool) -> String? {
        guard let address, let parts = URLComponents(string: address), parts.host != nil,
            let last = parts.path.split(separator: "/").last, isFile || last.dropFirst().contains(".")
        else { return nil }
        // No blank either: names stand in shells and in lists with blanks between them.
        return PrivateFile.safe(String(last.map { $0.isWhitespace ? "_" : $0 }))
    }

    /// `reads.bam`, then `reads-2.bam`, in whatever case: some disks know no other one.
    private mutating func free(_ name: String) -> String {
        let dot = name.firstIndex(of: ".") ?? name.endIndex
        var number = 1
        while true {
            let whole = number == 1 ? name : "\(name[..<dot])-\(number)\(name[dot...])"
            if names.insert(whole.lowercased()).inserted { return whole }
            number += 1
        }
    }
}
