import FoundationEssentials
import GRDB
import PortalDomain
import Testing

@testable import PortalMirror

@Suite("A mirror agrees with a plain reading")
struct PropertyTests {
    /// What rows of this dialect do not hold is known only where it has a value.
    private static let fields = MirrorField.ofRows.filter { ![.individuals, .created, .theme].contains($0) }

    @Test("Lines by chance over datasets by chance", arguments: Array(1...12).map(UInt64.init))
    func lines(seed: UInt64) async throws {
        var invented = Invented(chance: Chance(seed: seed))
        let datasets = (0..<80).map { invented.dataset($0) }
        let isPartial = seed.isMultiple(of: 2)
        let origin = MirrorOrigin(portal: "x", rowFields: isPartial ? Self.fields : MirrorField.ofRows)
        let bench = try Workbench()
        let mirror = try await bench.mirror(of: datasets, origin)
        var reading = PlainReading(datasets: datasets)
        if isPartial {
            reading.isKnown = { dataset, name in
                switch name {
                case "individuals": dataset.individuals != nil
                case "created": dataset.created != nil
                case "theme": !dataset.themes.isEmpty
                default: true
                }
            }
        }
        for _ in 0..<120 {
            let line = invented.line()
            let answer = try await mirror.search(MirrorQuestion(line, rows: 100, facetValues: 100))
            let (found, open) = reading.found(line)
            let ids = answer.hits.map(\.dataset.id.rawValue)
            let expected = found.map(\.id.rawValue).sorted()
            #expect(ids.sorted() == expected, "\(line.text)")
            #expect(answer.total == expected.count, "\(line.text)")
            #expect(answer.undecided == open, "\(line.text)")
            if line.sort?.written == "modified" { expectNewestFirst(answer.hits.map(\.dataset)) }
            if !line.terms.contains(where: \.isFacet) { expectCounts(answer, found) }
        }
    }

    private func expectNewestFirst(_ datasets: [DatasetSummary]) {
        let dates = datasets.map { $0.modified ?? .distantPast }
        #expect(dates == dates.sorted(by: >))
    }

    private func expectCounts(_ answer: MirrorAnswer, _ found: [DatasetSummary]) {
        var counts: [String: Int] = [:]
        for dataset in found {
            for value in Set(dataset.publishers) where !value.isEmpty { counts[value, default: 0] += 1 }
        }
        let filter = answer.filters.first { $0.key.key == "publisher" }
        #expect(filter?.values.reduce(into: [:]) { $0[$1.term.value] = $1.count } == (found.isEmpty ? [:] : counts))
    }

    @Test("What was changed and removed is as if it had been filled so", arguments: [UInt64(31), 32, 33])
    func changes(seed: UInt64) async throws {
        var invented = Invented(chance: Chance(seed: seed))
        let bench = try Workbench()
        let writer = try bench.writer()
        var datasets = (0..<50).map { invented.dataset($0) }
        _ = try await writer.take(datasets.map(SearchResult.dataset))
        for index in datasets.indices where invented.flip(0.4) { datasets[index] = invented.dataset(index) }
        let outcome = try await writer.take(datasets.shuffled(using: &invented.chance).map(SearchResult.dataset))
        #expect(outcome.new == 0 && outcome.known + outcome.changed == 50 && outcome.changed > 0)
        let gone = datasets.indices.filter { _ in invented.flip(0.2) }
        let numbers = try await writer.read { database in
            try gone.map { try Int.fetchOne(database, sql: "SELECT number FROM dataset WHERE id = 'd\($0)'") ?? 0 }
        }
        try await writer.remove(numbers)
        try await writer.write { database, _ in
            try database.execute(sql: "INSERT INTO dataset_text (dataset_text) VALUES ('integrity-check')")
        }
        try writer.close(isWhole: true)
        let left = datasets.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
        let mirror = try Mirror(bench.place)
        let reading = PlainReading(datasets: left)
        for _ in 0..<80 {
            let line = invented.line()
            let answer = try await mirror.search(MirrorQuestion(line, rows: 100))
            let holds = reading.found(line).holds
            #expect(
                answer.hits.map(\.dataset.id.rawValue).sorted() == holds.map(\.id.rawValue).sorted(), "\(line.text)")
            let isSame = answer.hits.allSatisfy { hit in holds.contains(hit.dataset) }
            #expect(isSame)
        }
        expectCounts(try await mirror.answer("", rows: 100, facetValues: 100), left)
    }
}

extension QueryTerm {
    fileprivate var isFacet: Bool { if case .condition = kind { true } else { false } }
}
