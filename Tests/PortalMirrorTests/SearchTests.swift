import FoundationEssentials
import PortalDomain
import Testing

@testable import PortalMirror

@Suite("Searching a mirror")
struct SearchTests {
    private static func day(_ text: String) -> Date? {
        ISODate(text).map { Date(timeIntervalSince1970: Double($0.dayNumber) * 86_400) }
    }

    private static let datasets: [DatasetSummary] = {
        var breast = DatasetSummary(
            "breast", "Breast cancer in families", description: "Long-read genomes of a cohort.")
        breast.themes = [LabelledValue(value: "http://t/1", label: "Oncology")]
        breast.individuals = 120
        breast.modified = day("2024-03-01")
        breast.publishers = ["Institut Curie"]
        var lung = DatasetSummary(
            "lung", "Lung cancer, Überblick", description: "Données génomiques; breast tissue as control.")
        lung.themes = [LabelledValue(value: "http://t/1", label: "Oncology")]
        lung.individuals = 80
        lung.modified = day("2023-12-31")
        lung.publishers = ["EBI"]
        lung.keywords = ["exome", "  smokers"]
        var rare = DatasetSummary("rare", "A registry of rare diseases")
        rare.themes = [LabelledValue(value: "http://t/2", label: "Rare diseases")]
        rare.modified = day("2024-12-31")
        rare.publishers = ["EBI"]
        var chinese = DatasetSummary("chinese", "人類基因組資料庫", description: "臺北市立醫院的資料")
        chinese.publishers = ["臺北"]
        let korean = DatasetSummary("korean", "한국인 유전체 데이터", description: "genomes of Korea")
        return [breast, lung, rare, chinese, korean]
    }()

    private func find(_ line: String) async throws -> Set<String> {
        let bench = try Workbench()
        return Set(try await bench.mirror(of: Self.datasets).ids(line))
    }

    @Test(
        "A line finds what it says",
        arguments: [
            ("cancer", ["breast", "lung"]), ("CANCER breast", ["breast", "lung"]), ("\"breast cancer\"", ["breast"]),
            ("uberblick", ["lung"]), ("donnees GENOMIQUES", ["lung"]), ("long-read", ["breast"]), ("read-long", []),
            ("cancer -breast", []), ("cancer -\"breast cancer\"", ["lung"]), ("registry OR lung", ["rare", "lung"]),
            ("canc", ["breast", "lung"]), ("ca", []), ("cancer fam", ["breast"]), ("\"breast canc\"", []),
            ("title:canc", ["breast", "lung"]), ("genome korea", ["korean"]),
            ("theme:Oncology", ["breast", "lung"]), ("theme:\"rare  DISEASES\"", ["rare"]),
            ("theme:(Oncology or \"Rare diseases\") publisher:EBI", ["lung", "rare"]),
            ("theme:Oncology theme:\"Rare diseases\"", ["breast", "lung", "rare"]), ("theme:\"http://t/2\"", ["rare"]),
            ("-theme:Oncology", ["rare", "chinese", "korean"]), ("individuals>=100", ["breast"]),
            ("individuals>80", ["breast"]), ("individuals>=80 individuals<100", ["lung"]), ("individuals:80", ["lung"]),
            ("modified:2024", ["breast", "rare"]), ("modified>=2024-03", ["breast", "rare"]),
            ("modified<2024", ["lung"]), ("modified<=2023", ["lung"]), ("modified>2024-03-01", ["rare"]),
            ("keyword:smokers", ["lung"]), ("title:breast", ["breast"]), ("description:breast", ["lung"]),
            ("publisher:curie", []), ("curie", ["breast"]), ("id:rare", ["rare"]), ("?", []),
            ("? cancer", ["breast", "lung"]),
            ("基因", ["chinese"]), ("基因組", ["chinese"]), ("資料庫", ["chinese"]), ("基組", []), ("庫", ["chinese"]),
            ("臺北市", ["chinese"]), ("유전체", ["korean"]), ("한국", ["korean"]), ("title:資料", ["chinese"]),
            ("description:基因", []), ("genomes 유전체", ["korean"]), ("kind:dataset 基因", ["chinese"]),
        ] as [(String, [String])])
    func finds(line: String, ids: [String]) async throws {
        #expect(try await find(line) == Set(ids))
    }

    @Test(
        "What data may be used for, by code, shorthand and disease",
        arguments: [
            ("use:DS", ["breast"]), ("use:ds", ["breast"]), ("use:DUO_0000007", ["breast"]),
            ("duo:\"DUO:0000007\"", ["breast"]), ("use:(HMB or DS)", ["breast", "lung"]), ("use:GRU", []),
            ("use:\"MONDO:0006517\"", ["breast"]), ("use:DS use:HMB", ["breast", "lung"]), ("cancer -use:DS", ["lung"]),
        ] as [(String, [String])])
    func dataUse(line: String, ids: [String]) async throws {
        let bench = try Workbench()
        let writer = try bench.writer()
        _ = try await writer.take(Self.datasets.map(SearchResult.dataset))
        let codes = ["breast": "DUO_0000007 MONDO:0006517", "lung": "DUO:0000006"]
        let details = Self.datasets.map { dataset in
            var detail = DatasetDetail(summary: dataset)
            let code = codes[dataset.id.rawValue].map { [DetailEntry(label: "Codes", values: [$0])] } ?? []
            detail.sections = [DetailSection(title: "Coding", entries: code)]
            return (id: dataset.id, detail: Optional(detail))
        }
        try await writer.take(details, at: Date(timeIntervalSince1970: 0))
        try writer.close(isWhole: true)
        #expect(Set(try await Mirror(bench.place, of: Workbench.origin).ids(line)) == Set(ids))
    }

    @Test("Orders, with what lacks the value at the end")
    func orders() async throws {
        let bench = try Workbench()
        let mirror = try await bench.mirror(of: Self.datasets)
        #expect(try await mirror.ids("sort:modified").prefix(3) == ["rare", "breast", "lung"])
        #expect(try await mirror.ids("sort:-modified").prefix(3) == ["lung", "breast", "rare"])
        #expect(try await mirror.ids("sort:title").prefix(3) == ["rare", "breast", "lung"])
        #expect(try await mirror.ids("sort:-title").suffix(3) == ["lung", "breast", "rare"])
        #expect(try await mirror.ids("sort:individuals").prefix(2) == ["breast", "lung"])
        #expect(try await mirror.ids("sort:publisher") == ["lung", "rare", "breast", "chinese", "korean"])
        #expect(try await mirror.ids("breast").first == "breast")
        await #expect(throws: QueryProblem.self) { try await mirror.ids("sort:nonsense") }
        // By whatever a column of the table shows.
        for name in ListColumn.allCases.compactMap(\.nameAtMirror) {
            for order in [name, "-" + name] { #expect(try await mirror.ids("sort:" + order).count == 5, "\(order)") }
        }
    }

    @Test("Pages put together are the whole list, in every order")
    func pages() async throws {
        var invented = Invented(chance: Chance(seed: 21))
        let bench = try Workbench()
        let mirror = try await bench.mirror(of: (0..<90).map { invented.dataset($0) })
        for order in ["", "sort:modified", "sort:-modified", "sort:title", "sort:publisher", "sort:-theme", "genome"] {
            let whole = try await mirror.ids(order)
            var read: [String] = []
            for start in stride(from: 0, to: 100, by: 7) {
                read += try await mirror.answer(order, start: start, rows: 7).hits.map(\.dataset.id.rawValue)
            }
            #expect(read == whole)
            #expect(Set(read).count == read.count)
        }
    }

    @Test("Facets are counted over what is found, and a chosen one as if it were not chosen")
    func facets() async throws {
        let bench = try Workbench()
        let mirror = try await bench.mirror(of: Self.datasets)
        func counts(_ line: String, _ key: String) async throws -> [String: Int] {
            let filters = try await mirror.answer(line, facetValues: 10).filters
            let filter = try #require(filters.first { $0.key.key == key })
            return Dictionary(uniqueKeysWithValues: filter.values.map { ($0.term.label, $0.count ?? -1) })
        }
        #expect(try await counts("", "theme") == ["Oncology": 2, "Rare diseases": 1])
        #expect(try await counts("cancer", "theme") == ["Oncology": 2])
        #expect(try await counts("cancer", "publisher") == ["EBI": 1, "Institut Curie": 1])
        #expect(try await counts("theme:Oncology", "theme") == ["Oncology": 2, "Rare diseases": 1])
        #expect(try await counts("theme:Oncology", "publisher") == ["EBI": 1, "Institut Curie": 1])
        #expect(try await counts("theme:Oncology publisher:EBI", "theme") == ["Oncology": 1, "Rare diseases": 1])
    }

    @Test("A snippet shows why, unless the title does")
    func snippets() async throws {
        let bench = try Workbench()
        let mirror = try await bench.mirror(of: Self.datasets)
        func snippet(_ line: String) async throws -> MirrorSnippet? {
            try await mirror.answer(line).hits.first?.snippet
        }
        #expect(try await snippet("registry") == nil)
        let long = try #require(try await snippet("genomes cohort"))
        #expect(long.field == .description)
        let text = Array(long.text)
        #expect(long.found.map { String(text[$0]) } == ["genomes", "cohort"])
        #expect(try await snippet("genomiques")?.found.count == 1)
        #expect(try await snippet("exome")?.field == .keyword)
        let chinese = try #require(try await snippet("市立"))
        #expect(chinese.found.map { String(Array(chinese.text)[$0]) } == ["市立"])
        let far = DatasetSummary("far", "x", description: String(repeating: "word ", count: 400) + "needle at the end")
        let other = try Workbench()
        let cut = try #require(try await other.mirror(of: [far]).answer("needle").hits.first?.snippet)
        #expect(cut.text.hasPrefix("…") && cut.text.contains("needle at the end") && cut.text.count < 200)
    }

    @Test("Slips of the finger are told where nothing is found")
    func slips() async throws {
        let bench = try Workbench()
        let mirror = try await bench.mirror(of: Self.datasets)
        func meant(_ line: String) async throws -> String? { try await mirror.answer(line).meant?.text }
        #expect(try await meant("cancre") == "cancer")
        #expect(try await meant("brest cancer") == "breast cancer")
        #expect(try await meant("registri theme:\"Rare diseases\"") == "registry theme:\"Rare diseases\"")
        #expect(try await meant("cancer") == nil)
        #expect(try await meant("xyzzyx") == nil)
    }

    @Test("The Beacon network and unknown names are refused with their place")
    func refused() async throws {
        let bench = try Workbench()
        let mirror = try await bench.mirror(of: Self.datasets)
        await #expect(throws: PortalError.self) { try await mirror.ids("beacon:on cancer") }
        do {
            _ = try await mirror.ids("cancer colour:red")
            Issue.record("an unknown name was taken")
        } catch let problem as QueryProblem {
            #expect(problem.column == 8)
        }
        await #expect(throws: QueryProblem.self) { try await mirror.ids("individuals>many") }
        await #expect(throws: QueryProblem.self) { try await mirror.ids("modified>=soon") }
        await #expect(throws: QueryProblem.self) { try await mirror.ids("theme>A") }
    }
}
