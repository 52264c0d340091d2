import Foundation
import PortalModel
import Testing

@Suite("The rows of several portals in one list")
struct PortalMergeTests {
    private func rows(_ portal: String, _ days: Int?...) -> [PlacedDataset] {
        days.enumerated().map { number, day in
            var dataset = DatasetSummary(id: DatasetID("\(portal)\(number)"), title: "\(portal)\(day ?? 0)")
            dataset.modified = day.map { Date(timeIntervalSince1970: Double($0) * 86_400) }
            return PlacedDataset(portal: portal, dataset: dataset)
        }
    }

    private func ids(_ rows: [PlacedDataset]) -> [String] { rows.map(\.dataset.id.rawValue) }

    @Test func byRelevanceOneOfEachFollowsAnother() {
        let merged = PortalMerge.merged([rows("a", 1, 2, 3, 4), [], rows("b", 9), rows("c", 5, 6)], by: .relevance)
        #expect(ids(merged) == ["a0", "b0", "c0", "a1", "c1", "a2", "a3"])
    }

    @Test func byADateTheWholeListIsInItsOrder() {
        let merged = PortalMerge.merged([rows("a", 9, 4, nil), rows("b", 8, 4, 1)], by: .newest)
        #expect(ids(merged) == ["a0", "b0", "a1", "b1", "b2", "a2"])
        let oldest = PortalMerge.merged([rows("a", 2, 5), rows("b", 1, nil)], by: .oldest)
        #expect(ids(oldest) == ["b0", "a0", "a1", "b1"])
        #expect(ids(PortalMerge.merged([rows("b", 1), rows("a", 1)], by: .titleAscending)) == ["a0", "b0"])
    }

    /// Lists that were cut off give what longer ones begin with, as far as each of them goes.
    @Test(arguments: SearchSort.allCases)
    func aPageIsTheBeginningOfAll(sort: SearchSort) {
        let lists = [rows("a", 9, 7, 5, 3, 1), rows("b", 8, 8, 2), rows("c", 6)]
        let whole = ids(PortalMerge.merged(lists, by: sort))
        for count in 1...9 {
            let page = ids(PortalMerge.merged(lists.map { Array($0.prefix(count)) }, by: sort))
            #expect(Array(page.prefix(count)) == Array(whole.prefix(count)), "\(sort) \(count)")
        }
    }
}
