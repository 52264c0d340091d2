import Foundation
import PortalModel
import Testing

@Suite("What data may be used for (DUO)")
struct DataUseTests {
    private static func code(_ shorthand: String) throws -> DataUseCode {
        try #require(DataUseTerm.byShorthand[shorthand]).code
    }

    private static func uses(_ words: String) throws -> [DataUse] {
        try words.split(separator: " ").map { word in
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard let term = DataUseTerm.byShorthand[parts[0]] else {
                return DataUse(try #require(DataUseCode(parts[0])))
            }
            let restrictions = parts.count > 1 ? parts[1].split(separator: "+").map(String.init) : []
            return DataUse(term.code, restrictions: restrictions)
        }
    }

    @Test(
        "The three spellings are one",
        arguments: [
            "DUO:0000007", "DUO_0000007", "http://purl.obolibrary.org/obo/DUO_0000007",
            "https://purl.obolibrary.org/obo/DUO_0000007",
        ])
    func spellings(text: String) throws {
        #expect(DataUseCode(text)?.id == "DUO:0000007")
        #expect(DataUseCode(text)?.term?.shorthand == "DS")
    }

    @Test(
        "What is no code is none",
        arguments: [
            "", "DUO:", "DUO:7", "DUO:00000070", "XDUO:0000007", "duo:0000007", "DUO-0000007", "DUO:000000x",
            "DUO:0000007 DUO:0000006", "https://evil.example/DUO_0000007",
        ])
    func none(text: String) { #expect(DataUseCode(text) == nil) }

    @Test("Codes are found in texts, each once; unknown ones are kept as they are")
    func mentioned() {
        let text = "HMB (DUO:0000006), http://purl.obolibrary.org/obo/DUO_0000021; DUO_0000006 é DUO:9999999"
        #expect(DataUseCode.mentioned(in: text).map(\.id) == ["DUO:0000006", "DUO:0000021", "DUO:9999999"])
        #expect(DataUseCode("DUO:9999999")?.term == nil)
    }

    @Test("Every term of DUO is there, by its code and by its shorthand")
    func table() {
        #expect(DataUseTerm.all.count == 25 && DataUseTerm.byShorthand.count == 23)
        #expect(
            DataUseTerm.all.values.filter { $0.kind == .permission }.compactMap(\.shorthand).sorted()
                == ["DS", "GRU", "HMB", "NRES", "POA"])
        #expect(DataUseTerm.all.values.allSatisfy { !$0.label.isEmpty && $0.meaning.hasSuffix(".") })
    }

    @Test("A dataset's uses come from its codes, keywords, rights and licences, with the diseases beside DS")
    func ofDataset() {
        var detail = DatasetDetail(summary: DatasetSummary(id: DatasetID("a"), title: "A"))
        #expect(detail.dataUses.isEmpty)
        detail.summary.keywords = ["DUO:0000007 MONDO:0005105"]
        detail.sections = [
            DetailSection(
                title: "Coding",
                entries: [DetailEntry(label: "Codes", values: ["DUO_0000046", "DUO:0000007 (MONDO_0004992)"])])
        ]
        #expect(
            detail.dataUses.map(\.code.id) == ["DUO:0000007", "DUO:0000046"]
                && detail.dataUses[0].restrictions == ["MONDO:0005105", "MONDO:0004992"])
    }

    /// Dataset, purpose, answer; the rows of DUOS (DataUseMatchCasesV3.java) and of REMS (duo.clj,
    /// `test-check-duo-code`), and those on which neither decides.
    private static let rows: [(String, String, DataUseAnswer)] = [
        // matchDiseases: GRU and HMB take any disease; DS the disease itself.
        ("GRU", "DS:MONDO:0005105", .fits), ("HMB", "DS:MONDO:0005105", .fits),
        ("DS=MONDO:0005105", "DS:MONDO:0005105", .fits),
        ("DS=MONDO:0005105+MONDO:0006486", "DS:MONDO:0005105", .fits),
        // REMS and DUOS take a disease below the dataset's, by a tree that is not here.
        ("DS=MONDO:0045024", "DS:MONDO:0005105", .needsPerson), ("DS", "DS:MONDO:0005105", .needsPerson),
        ("DS=MONDO:0005105", "DS:MONDO:0005105,DS:MONDO:0005015", .needsPerson),
        ("POA", "DS:MONDO:0005105", .doesNotFit),
        // matchHMB.
        ("GRU", "HMB", .fits), ("NRES", "HMB", .fits), ("HMB", "HMB", .fits),
        ("DS=MONDO:0005105", "HMB", .doesNotFit), ("POA", "HMB", .doesNotFit),
        ("HMB", "GRU", .doesNotFit), ("GRU", "GRU", .fits),
        // matchPOA.
        ("GRU", "POA", .fits), ("POA", "POA", .fits), ("HMB", "POA", .doesNotFit),
        ("DS=MONDO:0005105", "POA", .doesNotFit), ("GRU NPOA", "POA", .doesNotFit), ("GRU NPOA", "HMB", .fits),
        // matchMDS.
        ("GRU", "methods", .fits), ("HMB", "methods", .fits), ("POA", "methods", .fits),
        ("DS=MONDO:0005105", "methods", .needsPerson), ("GRU NMDS", "methods", .doesNotFit),
        ("HMB NMDS", "HMB", .fits),
        // matchCommercial.
        ("GRU NCU", "HMB,commercial", .doesNotFit), ("GRU NPU", "HMB,commercial", .doesNotFit),
        ("GRU NPUNCU", "HMB,commercial", .doesNotFit), ("GRU", "HMB,commercial", .fits),
        ("GRU NCU", "HMB,NCU", .fits), ("GRU NPU", "HMB,NPU", .fits), ("GRU NPUNCU", "HMB,NPUNCU", .fits),
        ("GRU NCU", "HMB", .needsPerson), ("GRU NPU", "HMB,NCU", .needsPerson),
        // abstainDecision.
        ("GRU", "HMB,sensitive", .needsPerson), ("HMB", "GRU,sensitive", .needsPerson), ("HMB", "", .needsPerson),
        // check-duo-code: the same code, without words to compare; a moratorium by its day.
        ("GRU IRB", "HMB", .needsPerson), ("GRU IRB", "HMB,IRB", .fits), ("GRU IRB PUB", "HMB,IRB,DUO:0000019", .fits),
        ("GRU PS=CSC/REMS", "HMB,PS:csc rems", .needsPerson), ("GRU MOR=2022-02-08", "HMB", .needsPerson),
        ("GRU MOR=2022-02-08", "HMB,MOR:2022-02-07", .doesNotFit),
        ("GRU MOR=2022-02-08", "HMB,MOR:2022-02-08", .fits), ("GRU MOR=2022-02-08", "HMB,MOR:2023-02-08", .fits),
        // Several permissions: the widest holds. None at all, or what nobody knows: a person.
        ("POA HMB", "HMB", .fits), ("HMB DS=MONDO:0005105", "HMB", .fits), ("NCU", "HMB,NCU", .needsPerson),
        ("", "HMB", .needsPerson), ("GRU DUO:9999999", "HMB", .needsPerson), ("GRU DUO:0000017", "HMB", .needsPerson),
        ("GRU CC", "HMB", .fits),
        // Whatever it is for: wider than any research.
        ("NRES", "NRES", .fits), ("GRU", "NRES", .needsPerson), ("HMB", "NRES", .doesNotFit),
        ("DS=MONDO:0005105", "NRES", .needsPerson),
    ]

    @Test("Three answers, by the rules of DUOS and REMS", arguments: rows.indices)
    func comparison(row: Int) throws {
        let (dataset, purpose, answer) = Self.rows[row]
        let comparison = DataUseComparison(try Self.uses(dataset), try ResearchPurpose(parsing: purpose))
        #expect(comparison.answer == answer, "\(dataset) for \(purpose)")
    }

    @Test("What is no purpose is named", arguments: ["HMB,nonsense", "DS", "DS:cancer", "DUO:0000001", "DUO:9999999"])
    func unknownPurpose(text: String) {
        #expect(throws: ResearchPurpose.UnknownWord.self) { try ResearchPurpose(parsing: text) }
    }
}
