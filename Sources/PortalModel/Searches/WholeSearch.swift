import FoundationEssentials

/// All that a line finds at a portal, asked for page by page. Either all of it is known, or it fails: what is new, changed
/// and gone is told by it.
package struct WholeSearch: Sendable {
    /// As it is kept.
    package let line: String
    package let found: FoundDatasets
    /// What became of the line's parts.
    package let notes: [QueryNote]

    package init(line: String, found: FoundDatasets, notes: [QueryNote]) {
        self.line = line
        self.found = found
        self.notes = notes
    }

    /// Rows of a page: as many as services give at once.
    private static let page = 1000

    /// - Parameters:
    ///   - discovery: asked itself; no answer of before is taken.
    ///   - isSignedIn: the Beacon network is asked for those alone.
    /// - Throws: what the portal said, or why its answer is not taken for all there is.
    package static func ask(
        _ line: QueryLine, at discovery: DiscoveryService, _ capabilities: Capabilities, isSignedIn: Bool,
        now: @Sendable () -> Date
    ) async throws(PortalError) -> WholeSearch {
        let lowered: LoweredQuery
        let names: QueryNames
        do {
            (lowered, names) = try await discovery.lowered(line, capabilities)
        } catch let problem as QueryProblem {
            throw refusal(.line(problem))
        } catch let error as PortalError {
            throw error
        } catch {
            throw PortalError(.unreadableAnswer, operation: "search")
        }
        var query = lowered.query
        if query.includeBeacon || query.facets.contains(where: \.isOfBeacon) {
            if let reason = capabilities.refusal(of: .individualLevel) {
                throw PortalError(.unsupported, operation: "search", because: reason, feature: .individualLevel)
            }
            guard isSignedIn else { throw refusal(.beaconNeedsSignIn, .signedOut) }
            query.includeBeacon = true
        }
        let text = query.line(QueryNames(names.filters, and: query.facets)).text
        // What is newest is told first, where the line says nothing of an order.
        if !lowered.namesOrder { query.sort = .newest }
        return WholeSearch(
            line: text, found: try await read(query, at: discovery, now: now()), notes: lowered.notes)
    }

    private static func read(
        _ query: SearchQuery, at discovery: DiscoveryService, now: Date
    ) async throws(PortalError) -> FoundDatasets {
        let first = try await readOnce(query, at: discovery, now: now)
        guard !first.isWhole else { return first.found }
        // A dataset that is deleted meanwhile moves another one before the page on which it would have come.
        let second = try await readOnce(query, at: discovery, now: now)
        // Some catalogues have datasets twice, and go on doing so.
        let isTheSame =
            !second.isTorn && second.records >= second.total
            && first.found.datasets.map(\.id) == second.found.datasets.map(\.id)
        guard second.isWhole || isTheSame else {
            throw refusal(.notWhole(given: second.given, total: second.total), .unreadableAnswer)
        }
        return second.found
    }

    /// What came of asking for one page after the other.
    private struct Read {
        var found: FoundDatasets
        var total = 0
        /// The catalogue was another one from page to page.
        var isTorn = false
        /// How many records came, the same one more than once among them.
        var records = 0

        var given: Int { found.datasets.count + found.unreadable }
        var isWhole: Bool { !isTorn && given >= total }
    }

    private static func readOnce(
        _ query: SearchQuery, at discovery: DiscoveryService, now: Date
    ) async throws(PortalError) -> Read {
        var read = Read(found: FoundDatasets([], at: now))
        var ids: Set<DatasetID> = []
        while true {
            let page = try await discovery.search(query, read.records, Self.page)
            if let words = page.beaconError { throw refusal(.beaconSilent(words: words), .serverFault(status: 502)) }
            if page.isCut == true { throw refusal(.cut(most: page.total)) }
            guard page.total <= SavedSearch.most else {
                throw refusal(.tooMany(total: page.total, most: SavedSearch.most))
            }
            for dataset in page.results.compactMap(\.dataset) where ids.insert(dataset.id).inserted {
                read.found.datasets.append(dataset)
            }
            read.found.unreadable += page.results.count { $0.dataset == nil }
            read.records += page.results.count
            if read.records > page.results.count, read.total != page.total { read.isTorn = true }
            read.total = page.total
            if page.results.isEmpty || read.records >= page.total { return read }
        }
    }

    private static func refusal(
        _ reason: SavedSearchReason, _ kind: PortalError.Kind = .unsupported
    ) -> PortalError {
        PortalError(kind, operation: "search", because: .savedSearch(reason))
    }
}
