import ArgumentParser
import Foundation
import PortalMirror
import PortalModel
import PortalViews
import TerminalCanvas

/// `portal compare`: datasets beside each other.
struct CompareCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Show two to five datasets beside each other, what differs first.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Argument(help: "The datasets, by the ids that portal search prints.", completion: LocalNames.basket)
    var ids: [String]

    @Flag(help: "Only what differs.")
    var differences = false

    @Flag(help: "One JSON object (docs/schemas/compare.json).")
    var json = false

    @Flag(help: "A table in Markdown, as GitHub has it.")
    var markdown = false

    @Flag(help: "Comma-separated values, a row a field.")
    var csv = false

    @OptionGroup var offline: OfflineFlags
    @Flag(help: LinearFlag.help) var linear = false

    func validate() throws {
        try GivenWords.check(ids: ids, .aDataset)
        guard DatasetComparison.sizes.contains(Set(ids).count), Set(ids).count == ids.count else {
            throw ValidationError(CompareCommandWords.howMany)
        }
        guard [json, markdown, csv].count(where: { $0 }) < 2 else { throw ValidationError(CompareCommandWords.oneForm) }
    }

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            var details: [DatasetDetail] = []
            let reading = Reading(isCached: offline.isAsked)
            for id in ids.map({ DatasetID($0) }) {
                details.append(
                    offline.isAsked
                        ? try await OfflineDataset(id: id, path: offline.mirror).detail(at: portal, reading)
                        : try await portal.discovery.dataset(id))
            }
            var comparison = DatasetComparison(details)
            if differences { comparison.fields.removeAll { !$0.isDifferent } }
            try write(comparison, CommandOutput(json: json, reading, linear: linear))
            if let words = reading.words { CommandOutput().note(words) }
        }
    }

    private func write(_ comparison: DatasetComparison, _ output: CommandOutput) throws {
        if json {
            try output.emit(ComparisonRecord(comparison))
        } else if markdown || csv {
            try output.emit(document: Data(comparison.text(as: csv ? .csv : .markdown).utf8))
        } else if output.isLinear {
            try output.write(comparison.spoken(.person))
        } else {
            let columns = TerminalWriter.standardOutput.columns ?? Self.usualColumns
            let shown = 0..<comparison.datasets.count
            let table = ComparisonTable(comparison, columns: columns, datasets: shown, .person)
            try output.show(table.texts.joined(separator: "\n").plain)
        }
    }

    /// Where nobody tells how wide the place is.
    private static let usualColumns = 120
}

/// What `portal compare --json` prints (docs/schemas/compare.json).
private struct ComparisonRecord: EncodesInKeyOrder {
    struct Dataset: EncodesInKeyOrder {
        var id: String
        var identifier: String?
        var title: String
    }

    struct Field: EncodesInKeyOrder {
        var differs: Bool
        var label: String
        var section: String?
        var values: [[String]]
    }

    var datasets: [Dataset]
    var fields: [Field]

    init(_ comparison: DatasetComparison) {
        datasets = comparison.datasets.map {
            Dataset(id: $0.id.rawValue, identifier: $0.identifier, title: $0.title)
        }
        fields = comparison.fields.map {
            Field(differs: $0.isDifferent, label: $0.label, section: $0.section, values: $0.values.map(\.plain))
        }
    }
}
