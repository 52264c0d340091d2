import FoundationEssentials
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

@Suite("A dataset in full")
struct DatasetAnswerTests {
    private let detail: DatasetDetail

    init() throws {
        detail = try #require(
            DatasetDetail(wire: JSONValue(literal: Samples.dataset), requested: DatasetID("a1")))
    }

    private func values(_ section: String, _ label: String) -> [String]? {
        entry(section, label)?.values
    }

    private func entry(_ section: String, _ label: String) -> DetailEntry? {
        detail.sections.first { $0.title == section }?.entries.first { $0.label == label }
    }

    @Test("Sections come in their order, each with something in it")
    func sections() {
        #expect(
            detail.sections.map(\.title) == [
                "Overview", "Governance", "Legal basis", "Health", "Population", "Coverage", "Coding", "Retention",
                "Provenance", "Quality", "Relations", "Links", "Data dictionary", "Other", "Explanations",
            ])
    }

    @Test("Values are written out for reading")
    func values() {
        #expect(values("Overview", "Languages") == ["English"])
        #expect(values("Governance", "Trusted data holder") == ["yes"])
        #expect(values("Governance", "Health data access body") == ["HDAB Sweden (email: h@e.org)"])
        #expect(values("Governance", "Attributed to") == ["Funder: VR"])
        #expect(values("Governance", "Contact identifiers") == ["https://orcid.org/0"])
        #expect(
            values("Governance", "Creators") == [
                "A. Author (acted on behalf of: KI; email: a@ki.example; homepage: https://a.example; identifier: i1; "
                    + "spatial: Sweden; type: Person; URL: https://ki.example/a)"
            ])
        #expect(values("Population", "Records") == ["1,234,567"])
        #expect(values("Population", "Youngest typical age") == ["1 year"])
        #expect(values("Population", "Oldest typical age") == ["17 years"])
        #expect(values("Coverage", "Period") == ["2021-02-01 – 2025-06-30"])
        #expect(values("Coverage", "Spatial resolution") == ["100 m"])
        #expect(values("Retention", "Kept") == ["until 2045-12-31"])
        #expect(
            values("Provenance", "Activities") == [
                "Run 1 (type: sequencing; see also: https://run.example; started at time: 2024-05-06 07:08 UTC; "
                    + "was associated with: Core)"
            ])
        #expect(values("Quality", "Quality statements") == ["body: Checked; motivated by: assessing; target: a1"])
        #expect(values("Relations", "Related datasets") == ["is part of: EGAD0"])
        #expect(values("Relations", "Other relations") == ["derived from: https://r.example"])
        #expect(
            values("Relations", "Part of series") == [
                "Paediatric series (ID: se; identifier: SE; modified: 2025-01-01 12:30 UTC)"
            ])
        #expect(values("Data dictionary", "age") == ["integer", "In years"])
        #expect(values("Other", "Synthetic level") == ["3"])
    }

    @Test("Variables keep what is said of them, by its names")
    func dictionary() throws {
        let detail = try #require(
            DatasetDetail(
                wire: JSONValue(
                    literal: """
                        {"id": "d", "title": "D", "dataDictionary": [
                          {"name": "age", "type": "integer", "description": "In years", "unit": "a", "codes": ["1", "2"]},
                          {"type": "string", "unit": null}, "sex", 7]}
                        """), requested: DatasetID("d")))
        let variables = try #require(detail.dictionary)
        #expect(variables.map(\.name) == ["age", nil, "sex", "7"])
        #expect(variables[0].others.first == DataVariable.Fact(column: "codes", value: "1"))
        let table = DataDictionaryTable(variables)
        #expect(table.headings == ["name", "type", "description", "codes", "unit"])
        #expect(table.rows[0] == ["age", "integer", "In years", "1; 2", "a"])
        #expect(table.rows[1] == ["", "string", "", "", ""])
    }

    @Test("Addresses are marked, and help stands at its field")
    func addressesAndHelp() {
        #expect(entry("Links", "Home page")?.isAddress == true)
        #expect(entry("Overview", "Version")?.isAddress == false)
        #expect(entry("Legal basis", "Legal basis")?.help == "Why it may be processed.")
        #expect(entry("Population", "Records")?.help == "Rows in all.")
        #expect(values("Explanations", "Title") == ["What it is called."])
    }

    @Test("Distributions, samples and analytics are all there to be had")
    func distributions() throws {
        #expect(detail.distributions.map(\.title) == ["Alignments", "Ten rows", "Summary"])
        let first = try #require(detail.distributions.first)
        #expect(first.byteSize == 4_100_000_000_000)
        #expect(first.format == "CRAM")
        #expect(first.licence == "CC BY 4.0")
        #expect(first.accessURL == "https://ki.example/files")
        let entries = Dictionary(uniqueKeysWithValues: first.entries.map { ($0.label, $0.values) })
        #expect(entries["Created"] == ["2025-11-03"])
        #expect(entries["Modified"] == ["2025-11-03 10:11 UTC"])
        #expect(entries["Spatial resolution"] == ["10.5 m"])
        #expect(entries["Access service"] == ["Beacon (endpoint URL: https://beacon.example; ID: s1)"])
        #expect(detail.distributions[1].entries.first?.values == ["sample"])
        #expect(detail.distributions[2].entries.first { $0.label == "Size" }?.values == ["12 GB"])
    }

    @Test("Contacts, address and access")
    func contacts() {
        #expect(
            detail.contacts == [
                ContactPoint(name: "Data office", email: "office@ki.example", urls: ["https://ki.example"])
            ])
        #expect(detail.url == "https://ki.example/d/1")
        #expect(detail.summary.accessLevel == .nonPublic)
        #expect(detail.summary.distributionCount == 1)
    }

    /// Fields that steer something and are not read as they are.
    private static let notText: Set<String> = ["isSeries", "helpText"]

    @Test("No field of the contract is lost")
    func everyField() throws {
        let record = try JSONValue(literal: Samples.dataset)
        let shown = String(describing: detail)
        for (key, value) in record.fields where !Self.notText.contains(key) {
            let texts = leaves(of: value)
            #expect(texts.contains { shown.contains($0) }, "\(key) is nowhere to be seen")
        }
    }

    /// The texts at the ends of a value, numbers and dates as they are shown.
    private func leaves(of value: JSONValue) -> [String] {
        switch value {
        case .object(let fields): fields.values.flatMap { leaves(of: $0) }
        case .array(let values): values.flatMap { leaves(of: $0) }
        case .integer(let number): [String(number), DetailText.grouped(number)]
        case .bool(let flag): [flag ? "yes" : "no"]
        default: value.text.map { [$0, DetailText.readableDate($0), String($0.prefix(10))] } ?? []
        }
    }
}
