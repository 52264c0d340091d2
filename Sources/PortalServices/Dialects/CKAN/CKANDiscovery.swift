import FoundationEssentials
import JSONStream
import NIOHTTP1
import PortalDomain

/// Any CKAN from 2.9 on, by its action API. One that has GDI's extension (ckan.yaml) is asked in its terms.
struct CKANDiscovery: Sendable {
    let transport: Transport
    /// For links to its pages; nil where its address cannot be used.
    let base: BaseAddress?
    let languages: [String]
    /// Goes into `Authorization` as it is. CKAN takes a wrong one for none at all.
    let token: Secret?
    let memory: FeatureMemory
    let character: CKANCharacter
    /// Tells the person something by the way.
    let note: @Sendable (Reason) -> Void

    var service: DiscoveryService {
        DiscoveryService { calls in
            calls.search.perform = { query, start, rows throws(PortalError) in
                try await search(query, start: start, rows: rows)
            }
            calls.filters.perform = { () throws(PortalError) in try await filters() }
            calls.filterValues.perform = { key throws(PortalError) in try await values(of: key) }
            calls.dataset.perform = { id throws(PortalError) in try await dataset(id) }
            calls.export.perform = { id, format throws(PortalError) in try await export(id, format) }
            calls.organizations.perform = { () throws(PortalError) in try await organizations() }
            calls.status.perform = { () throws(PortalError) in try await health() }
        }
    }

    private func search(_ query: SearchQuery, start: Int, rows: Int) async throws(PortalError) -> SearchPage {
        if SolrQuery(query).findsNothing { return .nothing(start: start) }
        let fields = await facetFields()
        let parameters = CKANSearch(
            query, start: start, rows: rows, facets: fields, seesPrivate: token != nil)
        let result = try await packageSearch("search", parameters)
        guard let page = SearchPage(ckan: result, start: max(0, start), languages: languages, asked: fields) else {
            throw PortalError(
                .unreadableAnswer, operation: "search", because: .answer(.anotherShape))
        }
        // The other values of a chosen field are still to be chosen: the search has left none of them to count.
        let chosen = Set(query.facets.filter { $0.comparison == .equal }.map(\.filter))
        var shown = page
        shown.filters.removeAll { chosen.contains($0.key) }
        return shown
    }

    private func filters() async throws(PortalError) -> [Filter] {
        let fields = await facetFields()
        let parameters = CKANSearch(SearchQuery(), start: 0, rows: 0, facets: fields, seesPrivate: token != nil)
        let result = try await packageSearch("loading the filters", parameters)
        var filters = CKANFilters.filters(in: result, asked: fields, languages: languages) + CKANFilters.dates
        let help = await help("gdi_filter_help_texts_show")
        for index in filters.indices { filters[index].help = help[filters[index].key.key].text }
        return filters
    }

    private func values(of key: FilterKey) async throws(PortalError) -> [FilterValue] {
        let parameters = CKANSearch(
            SearchQuery(), start: 0, rows: 0, facets: [key.key], facetLimit: -1, seesPrivate: token != nil)
        let result = try await packageSearch("loading a filter's values", parameters)
        return CKANFilters.values(in: result, of: key.key, languages: languages)
    }

    private func facetFields() async -> [String] {
        await isExtended() ? CKANFilters.extended : CKANFilters.core
    }

    private func packageSearch(
        _ operation: String, _ parameters: CKANSearch
    ) async throws(PortalError) -> JSONValue {
        if await isExtended() {
            var call = action(operation, "enhanced_package_search")
            call.method = .POST
            call.body = ServiceCall.encoded(parameters.body)
            do throws(PortalError) {
                return try await result(of: call)
            } catch  where error.kind == .unsupported || error.kind == .notFound {
                await character.lacksActions(isCertain: error.kind == .unsupported)
            }
        }
        return try await result(of: search(operation, parameters))
    }

    /// In the address, where caches see it, unless it is longer than servers take addresses to be.
    private func search(_ operation: String, _ parameters: CKANSearch) -> ServiceCall {
        let length = parameters.query.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        guard length > Self.longestAddress else { return action(operation, "package_search", parameters.query) }
        var call = action(operation, "package_search")
        call.method = .POST
        call.body = ServiceCall.encoded(parameters.body)
        return call
    }

    /// Percent signs make three of one; servers take 8,000.
    private static let longestAddress = 2000

    private func dataset(_ id: DatasetID) async throws(PortalError) -> DatasetDetail {
        if await isExtended() {
            do throws(PortalError) {
                return try await dataset(id, by: "enhanced_package_show")
            } catch  where error.kind == .unsupported {
                await character.lacksActions(isCertain: true)
            }
        }
        return try await dataset(id, by: "package_show")
    }

    private func dataset(_ id: DatasetID, by name: String) async throws(PortalError) -> DatasetDetail {
        let call = action("opening the dataset", name, [("id", id.rawValue)])
        let page = base?.address(of: ["dataset", id.rawValue])
        let help = await help("gdi_dataset_help_texts_show")
        do throws(PortalError) {
            return try await transport.read(call) { answer throws(PortalError) in
                let package = try CKANAnswer.result(answer, of: call)
                return DatasetDetail(ckan: package, requested: id, languages: languages, page: page, help: help)
            }
        } catch {
            throw await explained(error)
        }
    }

    /// Explanations by field, of a CKAN that has them. Without them everything still works.
    private func help(_ name: String) async -> JSONValue {
        guard await isExtended() else { return .null }
        return await character.help(name) {
            var call = action("loading the explanations", name)
            call.persistence = .once
            return try? await result(of: call)
        }
    }

    /// By the DCAT extension, beside the pages for people.
    private func export(_ id: DatasetID, _ format: ExportFormat) async throws(PortalError) -> Data {
        var call = ServiceCall(
            operation: "exporting the dataset", method: .GET, path: ["dataset", id.rawValue],
            suffix: ".\(format.rawValue)", headers: authorization, accept: format.mediaType, isSafe: true,
            feature: .export)
        call.refinesError = CKANAnswer.refine(.export)
        let sent = call
        return try await memory.attempt(.export) { () throws(PortalError) in
            do throws(PortalError) {
                return try await transport.export(sent, of: format)
            } catch  where error.kind == .unsupported {
                // The page that says so comes for a dataset that is not there too: that one says it otherwise.
                _ = try await dataset(id, by: "package_show")
                throw error
            }
        }
    }

    private func organizations() async throws(PortalError) -> [Organization] {
        var found: [Organization] = []
        var known: Set<String> = []
        // Pages are cut to 25 without a sign, so the end is where nothing new comes.
        while found.count < Self.mostOrganizations {
            let call = action(
                "listing the organisations", "organization_list",
                [
                    ("all_fields", "true"), ("include_dataset_count", "true"), ("limit", "1000"),
                    ("offset", String(known.count)),
                ])
            let page = try await result(of: call).list.compactMap { Organization(ckan: $0, languages: languages) }
            let new = page.filter { known.insert($0.id).inserted }
            guard !new.isEmpty else { break }
            found += new
        }
        return found
    }

    private static let mostOrganizations = 20_000

    func result(of call: ServiceCall) async throws(PortalError) -> JSONValue {
        do throws(PortalError) {
            return try await answer(to: call)
        } catch {
            throw await explained(error)
        }
    }

    func answer(to call: ServiceCall) async throws(PortalError) -> JSONValue {
        try await transport.read(call) { answer throws(PortalError) in
            try CKANAnswer.result(answer, of: call)
        }
    }

    func action(
        _ operation: String, _ name: String, _ query: [(name: String, value: String)] = []
    ) -> ServiceCall {
        var call = ServiceCall(
            operation: operation, method: .GET, path: ["api", "3", "action", name], query: query,
            headers: authorization, isSafe: true)
        call.refinesError = CKANAnswer.refine(nil)
        return call
    }

    private var authorization: HTTPHeaders {
        token.map { ["Authorization": $0.reveal()] } ?? [:]
    }
}

extension SearchPage {
    /// - Returns: nil when it is no answer of `package_search`.
    init?(ckan result: JSONValue, start: Int, languages: [String], asked: [String]) {
        guard case .object = result, !result["results"].isNull || result["count"].count == 0 else { return nil }
        let results: [JSONValue] =
            if case .array(let records) = result["results"] { records } else { result["results"].list }
        self.init(
            start: start, total: max(result["count"].count ?? 0, results.isEmpty ? 0 : start + results.count),
            results: results.map { SearchResult(ckan: $0, languages: languages) },
            filters: CKANFilters.filters(in: result, asked: asked, languages: languages))
    }
}

extension Organization {
    /// With all its fields, or only its name.
    init?(ckan value: JSONValue, languages: [String]) {
        let text = CKANText(languages: languages)
        guard let name = value["name"].text ?? value["id"].text ?? value.text else { return nil }
        self.init(
            id: name,
            title: text.plain(value["title_translated"]).label ?? text.plain(value["title"]).label
                ?? text.plain(value["display_name"]).label ?? name,
            description: text.plain(value["description"]).text.map(MarkedUpText.plain),
            datasetCount: value["package_count"].count)
    }
}
