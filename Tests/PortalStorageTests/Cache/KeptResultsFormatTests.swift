import Foundation
import PortalDomain
import Testing

@testable import PortalStorage

/// What the first screen of the next start shows is what was shown: read field by field, so that each field is looked for.
@Suite struct KeptResultsFormatTests {
    private static let whole: DatasetSummary = {
        var summary = DatasetSummary(
            id: DatasetID("ds-1"), identifier: "doi:10.1/x", title: "A \"title\" – 肺癌\u{0}\n", description: "Words",
            publishers: ["EBI", ""], themes: [LabelledValue(value: "http://t/1", label: "Oncology")],
            keywords: ["exome"], catalogue: "Finland", created: Date(timeIntervalSinceReferenceDate: 1.25),
            modified: Date(timeIntervalSinceReferenceDate: 700_000_000),
            accessRights: LabelledValue(value: "r", label: "Restricted"), accessLevel: .restricted, individuals: 12,
            records: .max, distributionCount: 0, coverageStart: .distantPast, coverageEnd: .distantFuture,
            isSeries: true, isInSeries: false, isExternallyGoverned: true)
        summary.workflow = "7"
        summary.resource = "EGAS00000000001"
        return summary
    }()

    private static let filter = Filter(
        key: FilterKey(source: "ckan", key: "theme"), group: "DATASET", kind: .number, label: "Theme", help: "What",
        values: [
            FilterValue(term: LabelledValue(value: "v", label: "V"), count: 3),
            FilterValue(term: LabelledValue(value: "w", label: "")),
        ],
        operators: FacetOperator.allCases, minimum: "0", maximum: "9")

    private static let contents = KeptResultsFormat.Contents(
        portal: "gdi https://portal.example", owner: "ada",
        results: StoredResults(
            query: SearchQuery(
                text: "asthma", facets: [.series("TCGA")], sort: .newest, matching: .any, includeBeacon: true),
            page: SearchPage(
                start: 0, total: 3,
                results: [
                    .dataset(whole), .unreadable(id: "x", reason: .words("no title")),
                    .dataset(DatasetSummary(id: DatasetID("ds-2"), title: "")),
                ],
                filters: [filter, Filter(key: FilterKey(source: "", key: ""), kind: .dropdown, label: "")],
                beaconError: "The terms were not accepted.", isCut: true),
            at: Date(timeIntervalSinceReferenceDate: 0)))

    @Test func whatIsWrittenIsRead() throws {
        let text = try KeptResultsFormat.text(of: Self.contents)
        #expect(KeptResultsFormat.contents(of: Data(text)) == Self.contents)
    }

    /// A field that is new in the domain has to be written too: the sample above sets each of them to something.
    @Test func noFieldIsForgotten() {
        func unset(_ value: Any) -> [String] {
            Mirror(reflecting: value).children.compactMap { name, value in
                let inside = Mirror(reflecting: value)
                let isNil = inside.displayStyle == .optional && inside.children.isEmpty
                let isEmpty = (value as? any Collection)?.isEmpty ?? false
                return isNil || isEmpty ? name : nil
            }
        }
        #expect(unset(Self.whole) == [])
        #expect(unset(Self.filter) == [])
        // What the mirror answers lies in the mirror: only what a portal answered is kept here.
        #expect(unset(Self.contents.results.page) == ["mirrored"])
    }

    @Test func whatIsCutOrChangedIsNothing() throws {
        let text = try KeptResultsFormat.text(of: Self.contents)
        for length in stride(from: 0, to: text.count, by: 7) {
            #expect(KeptResultsFormat.contents(of: Data(text.prefix(length))) == nil)
        }
        for position in text.indices {
            var damaged = text
            damaged[position] = UInt8(ascii: "]")
            // Never a trap; what is read all the same differs in a word.
            #expect(damaged == text || KeptResultsFormat.contents(of: Data(damaged)) != Self.contents)
        }
        let older = String(decoding: text, as: UTF8.self).replacing("\"format\":3", with: "\"format\":2")
        #expect(KeptResultsFormat.contents(of: Data(older.utf8)) == nil)
    }
}
