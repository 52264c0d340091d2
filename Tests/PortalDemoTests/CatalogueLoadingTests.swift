import Foundation
import Testing

@testable import PortalDemo

@Suite("Loading a catalogue")
struct CatalogueLoadingTests {
    private func load(_ text: String) async throws -> CatalogueSummary? {
        var summary: CatalogueSummary?
        try await withPortal(catalogue: text) { summary = $0.portal.summary }
        return summary
    }

    @Test("bad lines are reported with their number and skipped")
    func badLines() async throws {
        let lines = [
            "\u{FEFF}{\"id\":\"a\"}\r", "not JSON", "", "[1,2]", #"{"title":"no id"}"#, #"{"id":"a"}"#, #"{"id":null}"#,
            "  ", #"{"id":"b","#, #"{"id":"c"}"#, #"{"id":"  "}"#, "7",
        ]
        let summary = try #require(try await load(lines.joined(separator: "\n")))
        #expect(summary.datasets == 2)
        #expect(
            summary.unreadable == [
                UnreadableLine(line: 2, reason: "it is not valid JSON"),
                UnreadableLine(line: 4, reason: "it is not a JSON object"),
                UnreadableLine(line: 5, reason: "it has no \"id\""),
                UnreadableLine(line: 6, reason: "its id is already used by line 1"),
                UnreadableLine(line: 7, reason: "it has no \"id\""),
                UnreadableLine(line: 9, reason: "it is not valid JSON"),
                UnreadableLine(line: 11, reason: "it has no \"id\""),
                UnreadableLine(line: 12, reason: "it is not a JSON object"),
            ])
    }

    @Test("of many bad lines the first are reported and all are counted")
    func manyBadLines() async throws {
        let summary = try #require(try await load(String(repeating: "bad\n", count: 100) + #"{"id":"a"}"#))
        #expect(summary.unreadableCount == 100)
        #expect(summary.unreadable.count == CatalogueLoader.reportLimit)
    }

    @Test("fields of the wrong type never lose a record")
    func wrongTypes() async throws {
        let line = #"""
            {"id":7,"title":2024,"description":["x"],"publisher":{},"themes":"Health","keywords":[1,null,{}," a "," a"],"accessRights":false,"created":5,"individuals":"12","records":-3,"isSeries":"yes","distributions":[7,{"title":3},null],"inSeries":[]}
            """#
        try await withPortal(catalogue: line) { portal async throws in
            let dataset = try await portal.dataset("7").json
            #expect(dataset["title"].text == "2024")
            #expect(dataset["themes"][0]["label"].text == "Health")
            #expect(dataset["keywords"] == .list([.string("1"), .string("a")]))
            #expect(dataset["numberOfUniqueIndividuals"].int == 12)
            #expect(!dataset.keys.contains("numberOfRecords"))
            #expect(dataset["isSeries"].isTrue == false)
            #expect(dataset["distributions"].list.count == 1)
        }
    }

    @Test("a catalogue that cannot be used is a failure that names what to do")
    func unusable() async throws {
        try await withTemporaryDirectory { directory in
            let empty = directory.appending(path: "empty.jsonl").path
            try Data().write(to: URL(filePath: empty))
            let broken = directory.appending(path: "broken.jsonl").path
            try Data("oops\n".utf8).write(to: URL(filePath: broken))
            let missing = directory.appending(path: "missing.jsonl").path
            let expected: [(String, StartFailure)] = [
                (empty, .catalogueWithoutDatasets(path: empty, firstReason: nil)),
                (broken, .catalogueWithoutDatasets(path: broken, firstReason: "line 1, it is not valid JSON")),
                (missing, .catalogueUnreadable(path: missing, reason: "No such file or directory")),
                (directory.path, .catalogueUnreadable(path: directory.path, reason: "it is a directory")),
            ]
            for (path, failure) in expected {
                await #expect(throws: failure) {
                    _ = try await DemoPortal.start(DemoOptions(catalogue: .file(path: path)))
                }
                #expect(failure.message.contains(path))
            }
        }
    }

    @Test("the bundled catalogue is whole")
    func bundled() async throws {
        try await withPortal { portal async throws in
            #expect(portal.portal.summary.unreadableCount == 0, "\(portal.portal.summary.unreadable)")
            #expect(portal.portal.summary.datasets >= 150)
            var reader = CatalogueReader(BundledBytes(BundledCatalogue.parts))
            var records: [CatalogueRecord] = []
            while let element = try reader.next() {
                if case .record(let record, _, _) = element { records.append(record) }
            }
            #expect(records.allSatisfy { $0.givenTitle != nil && $0.description != nil })
            #expect(records.filter(\.isSeries).count >= 2)
            #expect(records.filter(\.isGovernedElsewhere).count >= 3)
            #expect(Set(records.compactMap(\.language)).count >= 3)
            #expect(records.contains { $0.demoOutcome == "reject" })
            let series = Set(records.filter(\.isSeries).map(\.id))
            #expect(records.compactMap(\.inSeries).allSatisfy(series.contains), "series that are named exist")
        }
    }

    @Test(
        "three thousand real descriptions load, are found, and each can be opened",
        .enabled(if: SharedData.exists("genomic.jsonl"), "../shared/data/genomic.jsonl is not there"))
    func realCatalogue() async throws {
        let options = DemoOptions(catalogue: .file(path: SharedData.path("genomic.jsonl")))
        try await withPortal(options) { portal async throws in
            #expect(portal.portal.summary == CatalogueSummary(datasets: 3000, unreadableCount: 0, unreadable: []))
            var ids: [String] = []
            for start in stride(from: 0, to: 3000, by: 1000) {
                ids += try await portal.found(#"{"rows":1000,"start":\#(start)}"#)
            }
            #expect(Set(ids).count == 3000)
            for id in ids {
                #expect(try await portal.dataset(id).status == (id.looksLikeAFormat ? 400 : 200), "\(id)")
            }
        }
    }

    @Test(
        "the nastiest real descriptions load and each can be opened and exported",
        .enabled(if: SharedData.exists("nasty.jsonl"), "../shared/data/nasty.jsonl is not there"))
    func nastyCatalogue() async throws {
        let options = DemoOptions(catalogue: .file(path: SharedData.path("nasty.jsonl")))
        try await withPortal(options) { portal async throws in
            #expect(portal.portal.summary.unreadableCount == 0)
            let ids = try await portal.found(#"{"rows":1000}"#)
            #expect(ids.count == portal.portal.summary.datasets)
            for id in ids {
                #expect(try await portal.dataset(id).status == (id.looksLikeAFormat ? 400 : 200), "\(id)")
                for format in ExportFormat.allCases {
                    #expect(try await portal.dataset("\(id).\(format.rawValue)").status == 200, "\(id)")
                }
            }
        }
    }
}

@Suite("Dates of catalogues")
struct CatalogueDateTests {
    @Test(
        "ISO 8601 is read, everything else is unknown",
        arguments: [
            ("2020-04-27T09:25:35Z", "2020-04-27T09:25:35Z"), ("2020-04-27", "2020-04-27T00:00:00Z"),
            ("2021-01-15T15:10:15.123456", "2021-01-15T15:10:15Z"), ("2021-01-15T15:10:15", "2021-01-15T15:10:15Z"),
            ("2021-01-15T15:10:15+02:00", "2021-01-15T13:10:15Z"), ("8/28/2024", nil), ("2003", nil),
            ("10/28/2024", nil),
            ("yesterday!", nil), ("", nil), ("2020-13-45", nil),
        ])
    func wire(text: String, expected: String?) {
        #expect(CatalogueDate.wire(text) == expected)
    }
}

extension String {
    /// The service takes what stands behind the last dot of an id for a format. Its own ids hold no dots.
    fileprivate var looksLikeAFormat: Bool {
        guard let dot = lastIndex(of: "."), dot > startIndex else { return false }
        let end = self[index(after: dot)...]
        return !end.isEmpty && !end.contains("/")
    }
}
