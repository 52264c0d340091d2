import ArgumentParser
import PortalModel
import PortalServices
import PortalViews

/// `portal search`: datasets, a line each.
struct SearchCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find datasets.",
        discussion: """
            A search is words, or a line such as 'breast cancer access:restricted theme:(Oncology or "Rare diseases") \
            individuals>=100 modified>=2024 sort:modified'; docs/SEARCHING.md has the grammar. What the portal cannot be \
            asked is said before anything is sent.

            A facet is a filter's key, a sign and a value: --facet theme=Genomics, --facet 'issued>=2020-01-01'. \
            portal filters lists the keys, portal filters KEY the values. A filter with entries takes key.entry=value.

            With --profiles or --all-profiles several portals are asked at once, each no longer than --patience says. \
            A dataset that several of them have is one row that names them all. What a portal cannot be asked of the line \
            is left out there and told.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var several: SeveralFlags
    @OptionGroup var reading: ReadingFlags

    @Argument(help: ArgumentHelp("Words to look for, or a line with conditions.", valueName: "line"))
    var query: [String] = []

    @Option(
        help: ArgumentHelp("Narrow the search; can be repeated.", valueName: "key=value"),
        completion: LocalNames.facets)
    var facet: [String] = []

    @Option(help: ArgumentHelp("Only the datasets of a series, by its id or its title.", valueName: "id|title"))
    var series: String?

    @Option(help: "The order; relevance where neither this nor the line says one.")
    var sort: SortName?

    @Option(help: "How many datasets at most.")
    var limit = 20

    @Option(help: "How many datasets to leave out at the beginning.")
    var offset = 0

    @Flag(help: "All datasets that are found, whatever --limit says.")
    package var all = false

    @Flag(help: "Datasets that match any of the words instead of all. Facets narrow all the same.")
    var any = false

    @Flag(
        help: "Ask the Beacon network too, which takes longer and needs a sign-in. Its facets do so by themselves.")
    var beacon = false

    @Flag(help: "Search nothing; tell what would be asked of the service, and what is done here with its answer.")
    var explain = false

    @Option(
        help: ArgumentHelp(
            "Of the table: \(ListColumn.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "a,b,c"),
        transform: Self.columns)
    var columns: [ListColumn]?

    @OptionGroup var offline: OfflineFlags
    @Flag(help: LinearFlag.help) var linear = false

    @Flag(help: "With --offline: show the words that were found in what surrounds them, where the title does not.")
    var why = false

    @Flag(
        help: """
            One JSON object a dataset (docs/schemas/search.json; of several portals search-several.json); with --explain one \
            (search-explain.json).
            """)
    var json = false

    enum SortName: String, ExpressibleByArgument, CaseIterable {
        case relevance, newest, oldest, added, title
        case titleDescending = "title-descending"

        var sort: SearchSort {
            switch self {
            case .relevance: .relevance
            case .newest: .newest
            case .oldest: .oldest
            case .added: .recentlyAdded
            case .title: .titleAscending
            case .titleDescending: .titleDescending
            }
        }
    }

    private static func columns(_ text: String) throws -> [ListColumn] {
        try text.split(separator: ",").map { name in
            let name = String(name).trimmingSpaces.lowercased()
            guard let column = ListColumn(rawValue: name) else {
                throw ValidationError(
                    SearchCommandWords.noColumn(name, known: ListColumn.allCases.map(\.rawValue)))
            }
            return column
        }
    }

    func validate() throws {
        guard columns == nil || !json && !why else { throw ValidationError(SearchCommandWords.columnsOfTable) }
        guard (1...100_000).contains(limit) else { throw ValidationError(SearchCommandWords.limit) }
        guard !why || offline.isAsked else { throw ValidationError(MirrorWords.whyOfOffline) }
        guard offset >= 0 else { throw ValidationError(SearchCommandWords.offset) }
    }

    func perform() async throws {
        let line = try SearchedLine(query)
        if line.line.sort != nil, sort != nil { throw CommandFailure(SearchLineWords.orderSaidTwice, .usage) }
        guard !several.isAsked else { return try await searchSeveral(line) }
        guard !offline.isAsked else { return try await searchOffline(line) }
        try await CommandPortal.with(portal, reading.way) { portal in
            guard isLineAlone else { return try await search(line, at: portal) }
            try await portal.orMirror {
                try await search(line, at: portal)
            } _: { error in
                try await mirrorSearch(line).run(at: portal, because: error)
            }
        }
    }

    private func search(_ line: SearchedLine, at portal: CommandPortal) async throws {
        let output = CommandOutput(json: json, portal.reading, linear: linear)
        let (query, names) = try await asked(line, at: portal, output)
        guard !explain else {
            let asked = AskedSearch(
                query, start: offset, rows: min(Self.page, all ? .max : limit), of: portal.discoveryDialect)
            let told = SearchExplanation(query.line(names).text, portal.discoveryDialect, asked)
            if json { try output.emit(told) } else { try output.show(SearchLineWords.explanation(told)) }
            return
        }
        let found = try await find(query, at: portal, output)
        try list(found, output)
        // What is listed is more than was asked for.
        if found.beaconError != nil, query.facets.contains(where: \.isOfBeacon) {
            throw CommandFailure(SearchCommandWords.beaconHadNoPart, .network)
        }
        // It was printed: nobody else is asked for it.
        if let error = found.stopped { throw CommandFailure(error) }
    }

    /// The line and the flags together. Before anything is sent: words that no portal would find are told, and so is who
    /// has to sign in.
    private func asked(
        _ line: SearchedLine, at portal: CommandPortal, _ output: CommandOutput
    ) async throws -> (SearchQuery, QueryNames) {
        let isSignedIn = portal.portal.info.user != nil
        var (lowered, names) = try await line.lowered(at: portal, output)
        if let sort { lowered.query.sort = sort.sort }
        if any, lowered.namesMatching {
            try portal.require(.matchingAny)
            lowered.query.matching = .any
        }
        if !facet.isEmpty {
            lowered.query.facets += try await FacetArguments(facet, isSignedIn: isSignedIn)
                .selections(at: portal.discovery) { output.say($0) }
        }
        if let series { lowered.query.facets.append(try await SeriesMembers(portal).facet(series)) }
        if beacon { lowered.query.includeBeacon = true }
        lowered.query = try portal.askingBeacon(lowered.query)
        if lowered.query.includeBeacon, !beacon, line.line.beacon == nil {
            output.say(SearchCommandWords.beaconAskedToo)
        }
        names = QueryNames(names.filters, and: lowered.query.facets)
        return (lowered.query, names)
    }

    /// A line says all that flags say of a portal: a mirror understands nothing else.
    private var isLineAlone: Bool { facet.isEmpty && series == nil && !any && !beacon && !explain }

    private func mirrorSearch(_ line: SearchedLine) -> OfflineSearch {
        OfflineSearch(
            line, sort: sort?.sort, limit: limit, offset: offset, all: all, json: json,
            isLinear: linear, why: why, columns: columns, path: offline.mirror)
    }

    private func searchOffline(_ line: SearchedLine) async throws {
        guard isLineAlone, !reading.cached else { throw CommandFailure(MirrorWords.onlyLine, .usage) }
        try await CommandPortal.with(portal) { portal in
            guard !why else { return try await mirrorSearch(line).run(at: portal) }
            try await portal.offline(path: offline.mirror) {
                try await mirrorSearch(line).run(at: portal)
            } kept: {
                try await search(line, at: $0)
            }
        }
    }

    private struct Found: Sendable {
        /// For the table; a program gets them as they come.
        var datasets: [DatasetSummary] = []
        var count = 0
        var total = 0
        var unreadable = SearchCommandWords.Unreadable()
        var beaconError: String?
        /// Why there is no more of it, though there should be.
        var stopped: PortalError?
        /// The reader has gone, and with it the interest in what there is besides.
        var isUnread = false
    }

    /// Page by page, until there is enough or no more, or nobody reads on. While a page is written the next one is asked
    /// for already.
    private func find(
        _ query: SearchQuery, at portal: CommandPortal, _ output: CommandOutput
    ) async throws -> Found {
        var found = Found()
        var start = offset
        var watch = PageWatch()
        let wanted = all ? Int.max : limit
        var next = ask(query, start, min(Self.page, wanted), at: portal.discovery)
        // What was asked for and is not read any more.
        defer { next.cancel() }
        while found.count < wanted {
            let asked = next
            let answer = await withTaskCancellationHandler {
                await asked.value
            } onCancel: {
                asked.cancel()
            }
            if case .failure(let error) = answer, found.count > 0 {
                // What was printed already is not printed again, whoever else could answer.
                guard portal.reading.usesKept, error.kind == .notKept || error.kind.isOfTheWay else {
                    throw CommandFailure(error)
                }
                output.say(SearchCommandWords.restNotKept)
                break
            }
            let page = try answer.get()
            do throws(PortalError) { try watch.take(page) } catch {
                // What came before is what the portal has.
                guard found.count > 0 else { throw error }
                found.stopped = error
                break
            }
            let datasets = page.results.compactMap(\.dataset)
            found.count += datasets.count
            found.unreadable.add(page.results)
            found.total = page.total
            found.beaconError = page.beaconError ?? found.beaconError
            start += page.results.count
            let isLast = page.results.isEmpty || start >= page.total || found.count >= wanted
            if !isLast { next = ask(query, start, min(Self.page, wanted - found.count), at: portal.discovery) }
            if json {
                for dataset in datasets where try !output.emit(DatasetRecord(dataset)) {
                    found.isUnread = true
                    return found
                }
            } else {
                found.datasets += datasets
            }
            if isLast { break }
        }
        return found
    }

    /// Begins to ask for a page.
    private func ask(
        _ query: SearchQuery, _ start: Int, _ rows: Int, at discovery: DiscoveryService
    ) -> Task<Result<SearchPage, PortalError>, Never> {
        Task {
            do throws(PortalError) { return .success(try await discovery.search(query, start, rows)) } catch {
                return .failure(error)
            }
        }
    }

    private static let page = 100

    /// In the person's words.
    static func access(_ dataset: DatasetRecord) -> String {
        guard let level = AccessLevel(rawValue: dataset.accessLevel) else { return dataset.accessLevel }
        return Phrasing.person.text(CommonCommandWords.access(level))
    }

    private func list(_ found: Found, _ output: CommandOutput) throws {
        guard !found.isUnread else { return }
        if !json, found.count > 0 {
            if let columns {
                try output.list(found.datasets, columns)
            } else {
                try output.emit(
                    found.datasets.map { DatasetRecord($0) }, as: [.id, .access, .modified, .title], none: nil,
                    row: { [$0.id, Self.access($0), CommandOutput.day($0.modified), $0.title] })
            }
        }
        output.say(
            found.total == 0
                ? SearchCommandWords.nothingFound : .found(count: found.count, total: found.total))
        if found.unreadable.count > 0 { output.say(SearchCommandWords.unreadable(found.unreadable)) }
        if let error = found.beaconError { output.say(SearchCommandWords.beaconGaveNoCounts(words: error)) }
    }
}
