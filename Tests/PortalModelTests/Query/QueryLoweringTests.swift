import PortalModel
import Testing

@Suite("Lines as searches of a portal")
struct QueryLoweringTests {
    private static func filter(
        _ key: String, _ kind: FilterKind, _ label: String, source: String = "ckan", values: [(String, String)] = [],
        operators: [FacetOperator] = []
    ) -> Filter {
        Filter(
            key: FilterKey(source: source, key: key), kind: kind, label: label,
            values: values.map { FilterValue(term: LabelledValue(value: $0.0, label: $0.1)) }, operators: operators)
    }

    /// As a Dataset Discovery Service lists them.
    private static let filters = [
        filter(
            "access_rights", .dropdown, "Access rights",
            values: [("urn:public", "Public"), ("urn:restricted", "Restricted"), ("urn:other", "restricted ")],
            operators: [.equal]),
        filter(
            "theme", .dropdown, "Theme", values: [("urn:onco", "Oncology"), ("urn:rare", "Rare diseases")],
            operators: [.equal, .not]),
        filter(
            "publisher_name", .dropdown, "Publisher", values: [("EBI", "EBI"), ("sort", "sort")], operators: [.equal]),
        filter("keyword", .freeText, "Keyword", operators: [.equal]),
        filter(
            "number_of_unique_individuals", .number, "Number of unique individuals",
            operators: [.equal, .less, .greater, .lessOrEqual, .greaterOrEqual]),
        filter(
            "modified", .dateTime, "Last modified", operators: [.equal, .less, .greater, .lessOrEqual, .greaterOrEqual]),
        filter("sex", .dropdown, "Sex", source: "beacon", values: [("f", "Female")]),
        filter("a.b", .dropdown, "Two: words", values: [("x", "x y"), ("-1", "-1")], operators: [.equal, .not]),
        filter(
            "genetic_mutation", .entries, "Genetic mutation", source: "beacon",
            values: [("geneId", "Gene"), ("change", "Amino acid change")]),
        filter("theme", .freeText, "Theme of the Beacon", source: "other"),
    ]

    private let lowering = QueryLowering(names: QueryNames(filters), capabilities: Capabilities())

    private func lower(_ text: String) throws -> SearchQuery { try lowering.lower(QueryLine.parse(text)).query }

    private func facets(_ text: String) throws -> [String] {
        try lower(text).facets.map {
            "\($0.filter.source)/\($0.filter.key)\($0.entry.map { "." + $0 } ?? "")\($0.comparison.sign)\($0.value.value)"
        }
    }

    @Test(arguments: [
        ("access:public", ["ckan/access_rights=urn:public"]),
        ("Access_Rights:PUBLIC", ["ckan/access_rights=urn:public"]),
        (#""access rights":urn:public"#, ["ckan/access_rights=urn:public"]),
        ("ckan/theme:(Oncology or rare diseases)", ["ckan/theme=urn:onco", "ckan/theme=urn:rare"]),
        ("ckan/theme:Oncology ckan/theme:Oncology", ["ckan/theme=urn:onco"]),
        ("(publisher:EBI or publisher:x)", ["ckan/publisher_name=EBI", "ckan/publisher_name=x"]),
        ("-ckan/theme:(Oncology or x)", ["ckan/theme!=urn:onco", "ckan/theme!=x"]),
        ("-(ckan/theme:Oncology or ckan/theme:x)", ["ckan/theme!=urn:onco", "ckan/theme!=x"]),
        (
            "individuals>=100 people<5e3",
            ["ckan/number_of_unique_individuals>=100", "ckan/number_of_unique_individuals<5e3"]
        ),
        ("modified>=2024 modified<2024-05", ["ckan/modified>=2024-01-01", "ckan/modified<2024-05-01"]),
        ("updated<=2024-02", ["ckan/modified<=2024-02-29"]), ("modified>2024", ["ckan/modified>2024-12-31"]),
        ("modified:2023", ["ckan/modified>=2023-01-01", "ckan/modified<=2023-12-31"]),
        ("modified=2023-04-05", ["ckan/modified=2023-04-05"]), ("sex:female", ["beacon/sex=f"]),
        ("a.b:x", ["ckan/a.b=x"]), (#""two: words":"X  Y""#, ["ckan/a.b=x"]), ("-a.b:-1", ["ckan/a.b!=-1"]),
        ("genetic_mutation.gene:BRCA1", ["beacon/genetic_mutation.geneId=BRCA1"]),
        (#"series:"A series""#, ["ckan/vocab_in_series_title=A series"]),
    ])
    func conditionsAreThoseOfThePortal(line: String, facets: [String]) throws {
        #expect(try self.facets(line) == facets)
    }

    @Test func wordsAreWords() throws {
        #expect(try lower(#"breast "lung cancer" chr1\:5 -a.b:x"#).text == #"breast "lung cancer" chr1:5"#)
        let any = try lowering.lower(QueryLine.parse("(breast or \"lung cancer\") sort:-title"))
        #expect(any.query.text == #"breast "lung cancer""#)
        #expect(any.query.matching == .any)
        #expect(any.query.sort == .titleDescending)
        #expect(any.namesMatching && any.namesOrder && !any.namesBeacon)
        let one = try lowering.lower(QueryLine.parse("breast"))
        #expect(!one.namesMatching && !one.namesOrder)
    }

    @Test func theBeaconIsAskedWhereItsFiltersAre() throws {
        #expect(try lower("sex:female").includeBeacon)
        #expect(try lower("beacon:on").includeBeacon)
        #expect(try !lower("beacon:off").includeBeacon)
        #expect(problem("sex:f beacon:off")?.reason == .beaconNeeded)
        #expect(problem("sex:f beacon:off")?.column == 7)
    }

    @Test func valuesThatAreNotKnownAreTold() throws {
        let lowered = try lowering.lower(QueryLine.parse("publisher:Nobody access:Restricted"))
        #expect(lowered.notes == [.asTyped(value: "Nobody", filter: "Publisher")])
        let alike = try lowering.lower(QueryLine.parse("access:RESTRICTED"))
        #expect(
            alike.notes == [
                .several(label: "RESTRICTED", filter: "Access rights", values: ["urn:restricted", "urn:other"])
            ])
    }

    @Test func filtersWhoseListIsNeededAreNamed() throws {
        let line = try QueryLine.parse("publisher:EBI access:public keyword:x -(ckan/theme:y or individuals>5)")
        #expect(lowering.incompleteFilters(of: line).map(\.key.key) == ["access_rights", "theme"])
    }

    private func problem(_ line: String, _ capabilities: Capabilities = Capabilities()) -> QueryProblem? {
        do throws(QueryProblem) {
            _ = try QueryLowering(names: lowering.names, capabilities: capabilities).lower(QueryLine.parse(line))
            return nil
        } catch { return error }
    }

    @Test(arguments: [
        ("theme:x", 0, 5, QueryReason.severalNames(name: "theme", names: ["ckan/theme", "other/theme"])),
        ("a -b", 2, 2, .noNot), ("-(a b)", 0, 6, .noNot), ("-(a or b)", 0, 9, .noNot),
        ("(a or b) c", 0, 8, .noWordsBesideAlternatives), ("(a or b) (c or d)", 0, 8, .noWordsBesideAlternatives),
        ("(a or publisher:EBI)", 0, 20, .noAlternatives), ("(publisher:EBI or a)", 0, 20, .noAlternatives),
        ("(publisher:EBI or access:public)", 0, 32, .noAlternatives), ("((a b) or c)", 0, 12, .noAlternatives),
        ("(individuals:1 or individuals:2)", 0, 32, .noAlternatives),
        ("publisher:EBI (publisher:x or publisher:y)", 14, 28, .noAlternatives),
        ("a -publisher:EBI", 2, 14, .noLeavingOut(label: "Publisher")),
        ("publisher>=EBI", 0, 14, .noOrder(label: "Publisher", sign: ">=", signs: "=")),
        ("-individuals>=5", 0, 15, .noLeavingOut(label: "Number of unique individuals")),
        ("individuals>=5 individuals>6", 15, 13, .oneBound(label: "Number of unique individuals")),
        ("individuals:(1 or 2)", 0, 20, .oneBound(label: "Number of unique individuals")),
        ("individuals:many", 0, 16, .notANumber(given: "many")), ("individuals:nan", 0, 15, .notANumber(given: "nan")),
        ("modified>=May", 0, 13, .notADate(given: "May")), ("modified>=2024-13", 0, 17, .notADate(given: "2024-13")),
        (#"keyword:" ""#, 0, 11, .noValue(label: "Keyword")), ("keyword.x:y", 0, 9, .noEntries(label: "Keyword")),
        (
            "genetic_mutation:x", 0, 16,
            .entryExpected(label: "Genetic mutation", names: ["genetic_mutation.geneId", "genetic_mutation.change"])
        ),
        (
            "a sort:modfied", 7, 7,
            .unknownChoice(
                name: "sort", given: "modfied",
                known: ["relevance", "modified", "-modified", "added", "title", "-title"], meant: ["modified"])
        ),
    ])
    func whatCannotBeAskedIsToldBefore(line: String, start: Int, length: Int, reason: QueryReason) {
        let problem = problem(line)
        #expect(problem?.reason == reason)
        #expect(problem?.start == start)
        #expect(problem?.length == length)
    }

    @Test func anUnknownNameComesWithThoseThatMayBeMeant() {
        guard case .unknownName("acess", let known, let meant, false) = problem("cancer acess:public")?.reason else {
            Issue.record("no problem with a name")
            return
        }
        #expect(meant == ["access"])
        #expect(known.contains("individuals") && known.contains("genetic_mutation") && known.contains("series"))
    }

    @Test func namesThatAreNotKnownMayNeedASignIn() {
        var capabilities = Capabilities()
        capabilities.lose([.series], because: .catalogue(.notOfREMS))
        capabilities.lose([.individualLevel], because: .savedSearch(.beaconNeedsSignIn))
        let lowering = QueryLowering(names: QueryNames([]), capabilities: capabilities)
        do {
            _ = try lowering.lower(QueryLine.parse("disease:x"))
            Issue.record("no problem with a name")
        } catch {
            #expect(error.reason == .unknownName(name: "disease", known: [], meant: [], mayNeedSignIn: true))
        }
    }

    @Test func whatDataMayBeUsedForIsAskedOfTheMirrorAlone() {
        #expect(problem("cancer use:HMB")?.reason == .noDataUse(name: "use"))
        #expect(problem("cancer duo:HMB")?.column == 8)
    }

    @Test func whatAPortalLacksIsToldByItsReason() {
        var capabilities = Capabilities()
        capabilities.lose([.matchingAny, .individualLevel, .series], because: .catalogue(.notOfGuide))
        for line in ["(a or b)", "sex:f", "beacon:on", "series:x"] {
            guard case .notOffered = problem(line, capabilities)?.reason else {
                Issue.record("\(line) is not refused")
                continue
            }
        }
    }

    // MARK: - Back again

    /// A search as the screen can make it.
    private func made(_ chance: inout SeededGenerator) -> SearchQuery {
        let words = ["breast", "\"lung cancer\"", "OR", "-omics", "chr1:5", "(x)", "or", "\\", "a!=b", "sort:x", "é"]
        var query = SearchQuery()
        query.text = (0..<Int.random(in: 0...4, using: &chance)).compactMap { _ in words.randomElement(using: &chance) }
            .joined(separator: " ")
        query.sort = SearchSort.allCases.randomElement(using: &chance) ?? .relevance
        let count = query.line(lowering.names).terms.count
        query.matching = count > 1 && Bool.random(using: &chance) ? .any : .all
        for _ in 0..<Int.random(in: 0...6, using: &chance) {
            guard let filter = Self.filters.randomElement(using: &chance) else { continue }
            var facet = FacetSelection(
                filter: filter.key, kind: filter.kind, value: LabelledValue(value: "1", label: "1"),
                comparison: filter.comparisons.randomElement(using: &chance) ?? .equal, filterLabel: filter.label)
            switch filter.kind {
            case .dropdown: facet.value = filter.values.randomElement(using: &chance)?.term ?? facet.value
            case .freeText:
                facet.value =
                    ["a b", "or", "\"x\"", "(", "<5"].map { LabelledValue(value: $0, label: $0) }
                    .randomElement(using: &chance) ?? facet.value
            case .dateTime: facet.value = LabelledValue(value: "2024-05-31", label: "2024-05-31")
            case .number: break
            case .entries:
                let entry = filter.values.randomElement(using: &chance)?.term
                facet.entry = entry?.value
                facet.filterLabel = entry?.label ?? filter.label
            }
            let isTaken = query.facets.contains {
                $0.filter == facet.filter && ($0.kind != .dropdown && $0.kind != .freeText || $0.value == facet.value)
            }
            if !isTaken { query.facets.append(facet) }
        }
        query.includeBeacon = query.facets.contains(where: \.isOfBeacon) || Bool.random(using: &chance)
        return query
    }

    @Test func everySearchOfTheScreenIsALine() throws {
        var chance = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            let query = made(&chance)
            let text = query.line(lowering.names).text
            do {
                let lowered = try lowering.lower(QueryLine.parse(text))
                #expect(lowered.query == query, "\(text)")
                #expect(lowered.notes.isEmpty, "\(text)")
            } catch {
                Issue.record("\(text): \(error)")
            }
        }
    }

    @Test func aSearchIsALineWithoutThePortalsFilters() throws {
        var chance = SeededGenerator(seed: 4)
        for _ in 0..<500 {
            let query = made(&chance)
            let names = QueryNames([], and: query.facets)
            let line = query.line(names).text
            let lowered = try QueryLowering(names: names, capabilities: Capabilities()).lower(QueryLine.parse(line))
            #expect(lowered.query.facets.map(\.filter) == query.facets.map(\.filter), "\(line)")
            #expect(lowered.query.facets.map(\.value) == query.facets.map(\.value), "\(line)")
        }
    }
}
