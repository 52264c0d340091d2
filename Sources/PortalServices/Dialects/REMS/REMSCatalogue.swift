import JSONStream
import PortalDomain

/// How datasets are named between a catalogue and a REMS.
enum REMSNaming: Sendable {
    /// The catalogue is another service, which knows a dataset by REMS's resource.
    case resource
    /// The catalogue is this REMS: one resource can stand in it several times, with other forms and committees.
    case catalogueItem
}

/// The catalogue items of a REMS as a catalogue.
struct REMSDiscovery: Sendable {
    var caller: REMSCaller
    var languages: [String]

    var service: DiscoveryService {
        DiscoveryService { calls in
            calls.search.perform = { query, start, rows throws(PortalError) in
                try await catalogue("search").page(query, start: start, rows: rows)
            }
            calls.filters.perform = { () throws(PortalError) in try await catalogue("loading the filters").filters() }
            calls.filterValues.perform = { key throws(PortalError) in
                try await catalogue("loading a filter's values").filters().first { $0.key == key }?.values ?? []
            }
            calls.dataset.perform = { id throws(PortalError) in try await dataset(id) }
            calls.organizations.perform = { () throws(PortalError) in try await organizations() }
            calls.status.perform = { () throws(PortalError) in try await caller.status() }
        }
    }

    /// All of them: REMS has no pages.
    private func items(_ operation: String) async throws(PortalError) -> [CatalogueItem] {
        try await caller.read(caller.get(operation, ["catalogue-items"], query: [("expand", "names")])) { answer in
            answer.records?.compactMap(CatalogueItem.init(wire:))
        }
    }

    private func catalogue(_ operation: String) async throws(PortalError) -> LocalCatalogue {
        let items = try await items(operation).filter(\.canBeRequested)
        return LocalCatalogue(
            datasets: items.map { $0.summary(in: languages) },
            groupings: [
                LocalCatalogue.Grouping(key: FilterKey(source: "rems", key: "organization"), label: "Organisation") {
                    $0.publishers.map { LabelledValue(value: $0, label: $0) }
                },
                LocalCatalogue.Grouping(key: FilterKey(source: "rems", key: "category"), label: "Category") {
                    $0.themes
                },
            ])
    }

    private func dataset(_ id: DatasetID) async throws(PortalError) -> DatasetDetail {
        let operation = "opening the dataset"
        let all = try await items(operation)
        // Who was granted access knows the resource's name, and of several items one that is open says more.
        let named = all.filter { $0.resource == id.rawValue }
        guard
            let item = all.first(where: { $0.id == id.rawValue }) ?? named.first(where: \.canBeRequested)
                ?? named.first
        else { throw PortalError(.notFound, operation: operation) }
        return item.detail(in: languages)
    }

    private func organizations() async throws(PortalError) -> [Organization] {
        let filters = try await catalogue("listing the organisations").filters()
        return (filters.first { $0.key.key == "organization" }?.values ?? []).map {
            Organization(id: $0.term.value, title: $0.term.label, datasetCount: $0.count)
        }
    }
}

/// `CatalogueItem` of rems.yaml, with what REMS sends besides.
struct CatalogueItem: Sendable {
    var id: String
    /// The resource's own name: what the rest of the world knows the dataset by.
    var resource: String
    var canBeRequested: Bool
    var titles: LocalizedText
    var links: LocalizedText
    private var record: JSONValue

    init?(wire value: JSONValue) {
        guard let id = value["id"].integer else { return nil }
        self.id = String(id)
        resource = value["resid"].text ?? value["resource/ext-id"].text ?? value["resource-name"].text ?? String(id)
        canBeRequested =
            value["enabled"].flag != false && value["archived"].flag != true && value["expired"].flag != true
        let localizations = value["localizations"].fields.sorted { $0.key < $1.key }
        titles = Self.text(localizations, "title")
        links = Self.text(localizations, "infourl")
        record = value
    }

    private static func text(_ localizations: [(key: String, value: JSONValue)], _ key: String) -> LocalizedText {
        LocalizedText(
            localizations.compactMap { language, value in
                value[key].text.map { LocalizedText.Variant(language: language, text: $0) }
            })
    }

    func summary(in languages: [String]) -> DatasetSummary {
        let organization = record["organization"]
        let name = [organization["organization/name"], organization["organization/short-name"]].lazy
            .map { $0.localized.text(in: languages) }.first { !$0.isEmpty }
        let categories = record["categories"].list.compactMap { category -> LabelledValue? in
            let title = category["category/title"].localized.text(in: languages)
            guard !title.isEmpty else { return nil }
            return LabelledValue(value: category["category/id"].text ?? title, label: title)
        }
        let title = titles.text(in: languages)
        var summary = DatasetSummary(
            id: DatasetID(id), identifier: id, title: title.isEmpty ? resource : title,
            publishers: [name ?? organization["organization/id"].text].compactMap(\.self), themes: categories,
            created: record["start"].date, accessLevel: .restricted)
        summary.workflow = record["wfid"].integer.map(String.init)
        summary.resource = resource == id ? nil : resource
        return summary
    }

    func detail(in languages: [String]) -> DatasetDetail {
        let link = links.text(in: languages)
        let entries = [
            DetailText.entry("Resource", [resource]),
            DetailText.entry("Available from", DetailText.lines(record["start"], as: .date)),
            DetailText.entry("Available until", DetailText.lines(record["end"], as: .date)),
            DetailText.entry("More", link.isEmpty ? [] : [link]),
            DetailText.entry(
                "Status", canBeRequested ? [] : ["It cannot be requested any more."]),
        ]
        return DatasetDetail(
            summary: summary(in: languages),
            sections: [DetailSection(title: "Overview", entries: entries.compactMap(\.self))],
            url: link.isEmpty ? nil : link)
    }
}

extension REMSCaller {
    /// `GET /api/health`, the only call without a key.
    func status() async throws(PortalError) -> ServiceStatus {
        var call = get("asking whether REMS is well", ["health"])
        call.persistence = .probe
        return try await read(call) { answer throws(PortalError) in
            guard answer["healthy"].flag != false else {
                throw PortalError(
                    .serverFault(status: 200), operation: "asking whether REMS is well", because: .change(.unwell))
            }
            return ServiceStatus(
                version: answer["version"]["version"].text ?? answer["version"].text, words: "healthy")
        }
    }
}
