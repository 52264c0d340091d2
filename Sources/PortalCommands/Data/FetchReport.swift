import Crypt4GH
import PortalModel
import PortalViews

/// What became of a file of a fetch (docs/schemas/data-fetch.json).
struct FetchReport: Encodable {
    var dataset: String
    /// By which the archive has it.
    var id: String
    /// Within the dataset, as the archive calls it.
    var path: String
    /// `fetched`, `there`, `failed` or `not-tried`.
    var state: String
    /// Below the folder, of Crypt4GH; missing where nothing of it may be there.
    var file: String?
    /// Below the folder.
    var plain: String?
    /// As it is sent, without its header.
    var bytes: UInt64
    /// `plain`, `encrypted` or `length`: what was held against the archive's word.
    var checked: String?
    var algorithm: String?
    /// In one word, with `failed`.
    var fault: String?
    /// The same in an English sentence.
    var reason: String?

    init(_ file: ArchiveFile, of dataset: String, at place: LocalPath, _ outcome: FetchOutcome) {
        self.init(file, dataset, state: "fetched")
        self.file = place.encrypted.text
        switch outcome {
        case .fetched(let finding): take(finding)
        case .decrypted(let finding):
            plain = place.plain.text
            take(finding)
        case .wasThere: state = "there"
        }
    }

    init(_ file: ArchiveFile, of dataset: String, _ fault: FetchFault) {
        self.init(file, dataset, state: "failed")
        self.fault = Self.word(for: fault)
        reason = Phrasing(.english).text(FetchWords.failed(fault, path: file.path))
    }

    /// One that was not begun, since what another one met holds for it too.
    static func notTried(_ file: ArchiveFile, of dataset: String) -> FetchReport {
        FetchReport(file, dataset, state: "not-tried")
    }

    private init(_ file: ArchiveFile, _ dataset: String, state: String) {
        self.dataset = dataset
        id = file.id
        path = file.path
        bytes = file.size
        self.state = state
    }

    private mutating func take(_ finding: DataFinding) {
        switch finding {
        case .plain(let algorithm): (checked, self.algorithm) = ("plain", algorithm)
        case .encrypted(let algorithm): (checked, self.algorithm) = ("encrypted", algorithm)
        case .length: checked = "length"
        case .wrong, .wrongLength, .isPart, .missing, .unreadable, .failed: break
        }
    }

    private static func word(for fault: FetchFault) -> String {
        switch fault {
        case .call(let error):
            switch ExitStatus(error.kind) {
            case .authentication: "not-allowed"
            case .interrupted: "stopped"
            case .network: "network"
            case .done, .failed, .usage, .notFound, .validation, .nothingNew, .changed, .wrongChecksum: "refused"
            }
        case .name: "name"
        case .isThere, .differs(_, .here): "exists"
        case .differs(_, .atArchive): "outdated"
        case .disk: "disk"
        case .changes: "changes"
        case .wrongLength, .wrongPlainLength: "length"
        case .wrongChecksum: "checksum"
        case .crypt(.wrongKey): "key"
        case .crypt: "damaged"
        }
    }
}
