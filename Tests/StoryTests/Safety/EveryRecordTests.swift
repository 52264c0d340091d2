import Foundation
import PortalModel
import PortalServices
import TerminalCanvas
import Testing

@testable import PortalViews

extension Stories.Hostile {
    /// All of them, without the keys between: through the client and the layout as the program does it.
    @Test(.needsSharedData("genomic.jsonl"))
    func everyOneOf3000RealRecordsIsFetchedAndLaidOut() async throws {
        try await PortalUnderTest.run(catalogue: SharedData.path("genomic.jsonl")) { portal in
            let datasets = try await portal.datasets()
            #expect(datasets.count == 3000)
            let breaches = try await withThrowingTaskGroup(of: [String].self) { group in
                let share = (datasets.count + 3) / 4
                for start in stride(from: 0, to: datasets.count, by: share) {
                    let part = datasets[start..<min(start + share, datasets.count)]
                    group.addTask { try await Self.breaches(in: part, of: portal) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(breaches.isEmpty, "\(breaches.prefix(10))")
        }
    }

    private static func breaches(
        in datasets: ArraySlice<DatasetSummary>, of portal: PortalUnderTest
    ) async throws -> [String] {
        var breaches: [String] = []
        // Dots in an id name a format at the discovery service, which refuses them (domain.md).
        for dataset in datasets where !dataset.id.rawValue.contains(".") {
            let detail = try await portal.client.discoveryService.dataset(dataset.id)
            breaches += Self.breaches(in: detail, summary: dataset)
        }
        return breaches
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
