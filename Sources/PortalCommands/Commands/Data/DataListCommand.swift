import ArgumentParser
import Foundation
import PortalModel
import PortalServices
import PortalViews

/// `portal data list`: what an archive hands out to the person.
struct DataListCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the datasets that you may fetch, or the files of one.",
        discussion: """
            Access at an archive is by visas, which your passport carries: a dataset that was granted just now may be \
            missing until the passport has it and you have signed in again.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var options: ArchiveOptions

    @Argument(help: "A dataset, by its identifier (portal entitlements) or its id in the catalogue, for its files.")
    var dataset: String?

    @Flag(help: "One JSON object a dataset (docs/schemas/data-datasets.json) or file (docs/schemas/data-files.json).")
    var json = false

    struct Dataset: Encodable {
        var dataset: String
        /// The archive hands it out.
        var isOpen: Bool
        /// The last day, where the portal says so.
        var until: String?
    }

    struct File: Encodable {
        struct Sum: Encodable {
            var algorithm: String?
            var value: String
        }

        var id: String
        var path: String
        /// As it is sent, without its header.
        var bytes: UInt64
        var plainBytes: UInt64?
        /// Of the plain text.
        var checksums: [Sum]
    }

    func validate() throws {
        if let dataset { try GivenWords.check(ids: [dataset], .aDataset) }
    }

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            try await ArchiveAccess.with(options, of: dataset, at: portal) { access in
                if let dataset {
                    try await listFiles(of: dataset, access)
                } else {
                    try await listDatasets(access)
                }
            }
        }
    }

    private func listDatasets(_ access: ArchiveAccess) async throws {
        let open = try await access.client.datasets()
        // What was granted and is not there yet is what people ask about.
        let granted = (try? await access.portal.access.entitlements()) ?? []
        let now = Date()
        let running = granted.filter { ($0.end ?? .distantFuture) > now }
        let ends = Dictionary(running.map { ($0.datasetIdentifier, $0.end) }) { $1 }
        let missing = Set(running.map(\.datasetIdentifier)).subtracting(open).sorted()
        let records = (open.map { ($0, true) } + missing.map { ($0, false) }).map { name, isOpen in
            Dataset(dataset: name, isOpen: isOpen, until: (ends[name] ?? nil).map { CommandOutput.day($0) })
        }
        let output = CommandOutput(json: json)
        try output.emit(records, as: [.dataset, .until, .state], none: FetchWords.noDatasets) { record in
            [
                record.dataset, record.until ?? "",
                Phrasing.person.text(record.isOpen ? FetchWords.isOpen : FetchWords.isNotOpenYet),
            ]
        }
        if !json, !missing.isEmpty { output.note(FetchWords.missingAtArchive(missing)) }
    }

    private func listFiles(of dataset: String, _ access: ArchiveAccess) async throws {
        let files = try await access.files(of: dataset).files
        let records = files.map { file in
            File(
                id: file.id, path: file.path, bytes: file.size, plainBytes: file.plainSize,
                checksums: file.checksums.map { File.Sum(algorithm: $0.algorithm, value: $0.value) })
        }
        let output = CommandOutput(json: json)
        let words = Phrasing.person
        try output.emit(records, as: [.file, .size, .checksum], none: FetchWords.noFiles) { record in
            [
                record.path, words.bytes(Int64(clamping: record.bytes)),
                record.checksums.compactMap(\.algorithm).joined(separator: ", "),
            ]
        }
        if !json, !files.isEmpty {
            output.say(FetchWords.total(files: files.count, bytes: files.reduce(0) { $0.addingClamped($1.size) }))
        }
    }
}

extension UInt64 {
    /// What archives say may be anything.
    func addingClamped(_ other: UInt64) -> UInt64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
