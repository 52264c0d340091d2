import Foundation
import PortalModel
import PortalServices
import TerminalCanvas
import Testing

@testable import PortalViews

extension Stories.Hostile {
    /// All of them, without the keys between: through the client and the layout as the program does it.
    ///
    /// What stands behind the last dot of an address names a format at the discovery service (domain.md), which refuses
    /// every other name. That happens to 523 of these records and to no others; they are counted, not passed over.
    @Test(.needsSharedData("genomic.jsonl"))
    func everyOneOf3000RealRecordsIsLaidOutOrRefusedForItsDot() async throws {
        try await PortalUnderTest.run(catalogue: SharedData.path("genomic.jsonl")) { portal in
            let datasets = try await portal.datasets()
            let reading = try await withThrowingTaskGroup(of: Reading.self) { group in
                let share = (datasets.count + 3) / 4
                for start in stride(from: 0, to: datasets.count, by: share) {
                    let part = datasets[start..<min(start + share, datasets.count)]
                    group.addTask { try await Self.reading(of: part, at: portal) }
                }
                return try await group.reduce(into: Reading()) { $0.add($1) }
            }
            #expect(reading.breaches.isEmpty, "\(reading.breaches.prefix(10))")
            #expect(reading.laidOut == 2477)
            #expect(reading.refused == 523)
        }
    }

    /// What became of a part of the records.
    private struct Reading: Sendable {
        var laidOut = 0
        var refused = 0
        var breaches: [String] = []

        mutating func add(_ other: Reading) {
            laidOut += other.laidOut
            refused += other.refused
            breaches += other.breaches
        }
    }

    private static func reading(
        of datasets: ArraySlice<DatasetSummary>, at portal: PortalUnderTest
    ) async throws -> Reading {
        var reading = Reading()
        for dataset in datasets {
            do {
                let detail = try await portal.client.discoveryService.dataset(dataset.id)
                reading.laidOut += 1
                reading.breaches += breaches(in: detail, summary: dataset)
            } catch {
                reading.refused += 1
                if error.kind != .invalid([]) || error.detail != words(ofTheRefusalOf: dataset.id) {
                    reading.breaches.append("\(dataset.id.rawValue): \(error.kind), \(error.detail ?? "")")
                }
            }
        }
        return reading
    }

    /// Nil for an id that no format can be read from: a slash ends the part of the address that the dot stands in.
    private static func words(ofTheRefusalOf id: DatasetID) -> String? {
        let parts = id.rawValue.split(separator: "/").last?.split(separator: ".") ?? []
        return parts.count > 1 ? parts.last.map { "Unsupported format: \($0)" } : nil
    }

    private static func breaches(in detail: DatasetDetail, summary: DatasetSummary) -> [String] {
        let context = ViewContext()
        // The datasets of a series are a list of their own.
        return DatasetState.Tab.allCases.filter { $0 != .members }.flatMap { tab in
            let text = DatasetText(
                dataset: summary.id, summary: summary, detail: detail, tab: tab, error: nil, isLoading: false,
                width: 79, titleColumns: 68
            ).compose(context: context)
            let lines = text.blocks.flatMap { block in block.lines.map { (block.indent, $0) } }
            if lines.isEmpty { return ["\(summary.id.rawValue): \(tab) is empty"] }
            return lines.filter { indent, line in
                indent + Self.columns(of: line) > 79
                    || line.asDrawn.plain.unicodeScalars.contains { !TerminalStream.isSeen($0) }
            }.map { "\(summary.id.rawValue), \(tab): \($0.1.plain)" }
        }
    }

    /// Spaces at the end may stand beyond the edge.
    private static func columns(of line: TerminalText) -> Int {
        TerminalText(singleLine: line.plain.trimmingCharacters(in: .whitespaces)).columns
    }
}
