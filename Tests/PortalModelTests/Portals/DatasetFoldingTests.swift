import PortalModel
import Testing

@Suite("Datasets that several portals have")
struct DatasetFoldingTests {
    @Test(arguments: [
        ("10.5281/Zenodo.42", "https://doi.org/10.5281/zenodo.42"), ("doi:10.5281/zenodo.42", "10.5281/ZENODO.42"),
        ("http://dx.doi.org/10.5281/zenodo.42/", "10.5281/zenodo.42"),
        ("EGAD00001000001", "egad00001000001"), ("ega.dataset:EGAD00001000001", "EGAD00001000001"),
        ("https://ega-archive.org/datasets/EGAD00001000001", " EGAD00001000001 "),
        ("https://identifiers.org/ega.dataset:EGAD00001000001", "https://www.ega-archive.org/x/EGAD00001000001/"),
        ("https://Data.example.org/d/1/", "http://www.data.example.org:80/d/1"),
        ("https://data.example.org:443/d?id=1", "https://data.example.org/d?id=1"),
        ("urn:uuid:0092DC60-a0af-4d45-801c-b888210d6609", "0092dc60-a0af-4d45-801c-b888210d6609"),
        ("URN:ISBN:0451450523", "urn:isbn:0451450523"),
    ])
    func theSameNameIsWrittenInSeveralWays(one: String, other: String) throws {
        #expect(try #require(DatasetKey(one)) == (try #require(DatasetKey(other))))
    }

    @Test(arguments: [
        ("https://data.example.org/D", "https://data.example.org/d"),
        ("https://data.example.org/d?id=1", "https://data.example.org/d?id=2"),
        ("https://data.example.org/d#1", "https://data.example.org/d#2"),
        ("https://data.example.org:8080/d", "https://data.example.org/d"),
        ("EGAD00001000001", "EGAS00001000001"),
        ("https://data.example.org/EGAD00001000001", "EGAD00001000001"),
    ])
    func anotherNameIsAnother(one: String, other: String) throws {
        #expect(try #require(DatasetKey(one)) != (try #require(DatasetKey(other))))
    }

    @Test(arguments: [
        "", "42", "exomes-2021", "Exomes of 2021", "https://data.example.org/", "EGAD1", "EGAF00001000001", "urn:x",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "ftp://example.org/a",
    ])
    func whatIsANameAtOnePortalOnlyIsNone(text: String) { #expect(DatasetKey(text) == nil) }

    private func record(
        _ portal: String, _ id: String, _ identifier: String? = nil, title: String = "Exomes"
    ) -> PlacedDataset {
        PlacedDataset(
            portal: portal, dataset: DatasetSummary(id: DatasetID(id), identifier: identifier, title: title))
    }

    @Test func titlesDecideNothing() {
        let folded = FoldedDataset.folding([record("a", "1"), record("b", "1"), record("b", "2")])
        #expect(folded.map(\.portals) == [["a"], ["b"], ["b"]])
    }

    @Test func whatIsJoinedByAThirdIsTogether() {
        let folded = FoldedDataset.folding([
            record("a", "1", "10.5281/zenodo.42", title: "Here so"), record("b", "x", "Nothing"),
            record("c", "0092dc60-a0af-4d45-801c-b888210d6609"),
            record("d", "0092DC60-A0AF-4D45-801C-B888210D6609", "https://doi.org/10.5281/ZENODO.42"),
        ])
        #expect(folded.map(\.portals) == [["a", "c", "d"], ["b"]])
        #expect(folded[0].first.dataset.title == "Here so")
    }

    @Test func thatAPortalGivesTwiceIsOneWithBothPlaces() {
        let folded = FoldedDataset.folding([record("a", "1"), record("a", "1")])
        #expect(folded.count == 1)
        #expect(folded[0].places.count == 2)
        #expect(folded[0].portals == ["a"])
    }

    // MARK: - Whatever comes

    private static let names = [
        "10.5281/zenodo.1", "10.5281/ZENODO.1", "EGAD00001000001", "https://ega-archive.org/datasets/EGAD00001000001",
        "https://x.example/d/1", "http://www.x.example/d/1/", "0092dc60-a0af-4d45-801c-b888210d6609", "7", "exomes", "",
    ]

    private func made(_ seed: UInt64) -> [PlacedDataset] {
        var chance = SeededGenerator(seed: seed)
        return (0..<Int.random(in: 0...14, using: &chance)).map { number in
            let id = Bool.random(using: &chance) ? "\(number)" : Self.names.randomElement(using: &chance) ?? ""
            return record(
                ["a", "b", "c"].randomElement(using: &chance) ?? "a", id, Self.names.randomElement(using: &chance),
                title: "\(number)")
        }
    }

    /// Which records are together, whatever their order: each is told by its title.
    private func groups(_ folded: [FoldedDataset]) -> Set<Set<String>> {
        Set(folded.map { Set($0.places.map(\.dataset.title)) })
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func nothingIsLostAndTheOrderOfArrivalMakesNoDifference(seed: UInt64) {
        var chance = SeededGenerator(seed: seed &+ 10_000)
        let records = made(seed)
        let folded = FoldedDataset.folding(records)
        #expect(folded.flatMap(\.places).count == records.count)
        #expect(Set(folded.flatMap(\.places)) == Set(records))
        #expect(groups(folded) == groups(FoldedDataset.folding(records.shuffled(using: &chance))))
        // What is folded stays so.
        #expect(FoldedDataset.folding(folded.flatMap(\.places)) == folded)
        // The first of each stand in the order in which they came.
        let firsts = folded.compactMap { Int($0.first.dataset.title) }
        #expect(firsts == firsts.sorted())
    }

    /// Equal to itself, both ways round, and over a third: held against a plain reading, which joins as long as
    /// something can be joined.
    @Test(arguments: 0..<300 as Range<UInt64>)
    func foldingIsAnEquivalence(seed: UInt64) {
        let records = made(seed)
        func isSame(_ one: PlacedDataset, _ other: PlacedDataset) -> Bool {
            one.portal == other.portal && one.dataset.id == other.dataset.id
                || !one.dataset.keys.isDisjoint(with: other.dataset.keys)
        }
        var plain = records.map { [$0] }
        while let (one, other) = pairs(plain).first(where: { one, other in
            plain[one].contains { first in plain[other].contains { isSame(first, $0) } }
        }) {
            plain[one] += plain[other]
            plain.remove(at: other)
        }
        let expected = Set(plain.map { Set($0.map(\.dataset.title)) })
        #expect(groups(FoldedDataset.folding(records)) == expected)
    }

    private func pairs(_ groups: [[PlacedDataset]]) -> [(Int, Int)] {
        groups.indices.flatMap { one in groups.indices.filter { $0 > one }.map { (one, $0) } }
    }
}
