import Foundation
import PortalModel
import TerminalCanvas

/// A file of a dataset, for a loop that fetches it (docs/schemas/data-manifest.json). No token is ever part of it.
struct FetchManifestRecord: Encodable {
    /// By which the archive knows it.
    var dataset: String
    /// Within the dataset, as the archive calls it.
    var path: String
    /// Below the folder, once it is fetched; of Crypt4GH.
    var file: String
    /// The same, decrypted.
    var plain: String
    /// As it is sent, without its header.
    var bytes: UInt64
    /// Of the plain text.
    var algorithm: String?
    var checksum: String?
    /// For a shell.
    var command: String

    init(_ file: ArchiveFile, of dataset: String, at place: LocalPath, flags: [String]) {
        self.dataset = dataset
        path = file.path
        self.file = place.encrypted.text
        plain = place.plain.text
        bytes = file.size
        let known = DataCheck.known(file.checksums)
        algorithm = known?.algorithm
        checksum = known?.digits
        command = (["portal data fetch", DataWays.quoted(dataset), DataWays.quoted(file.path)] + flags)
            .joined(separator: " ")
    }

    /// In the order of docs/COMMANDS.md. None of them holds a tab, a line end or what a terminal obeys.
    var line: Data {
        let fields = [path, file, plain, String(bytes), algorithm ?? "", checksum ?? "", command]
        return Data((fields.map { TerminalText(singleLine: $0).plain }.joined(separator: "\t") + "\n").utf8)
    }
}
