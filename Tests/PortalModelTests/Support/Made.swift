import Foundation
import PortalModel

/// Made things for stories.
enum Made {
    static func dataset(
        _ number: Int, identifier: String?? = .none, isSeries: Bool = false, isExternal: Bool = false
    ) -> DatasetSummary {
        DatasetSummary(
            id: DatasetID("d\(number)"), identifier: identifier ?? "EGAD\(number)", title: "Dataset \(number)",
            publishers: ["Publisher \(number % 7)"], isSeries: isSeries, isExternallyGoverned: isExternal)
    }

    static func detail(_ number: Int, contact: String? = "help@example.org") -> DatasetDetail {
        DatasetDetail(
            summary: dataset(number),
            distributions: [Distribution(title: "Files", accessURL: "https://example.org/d\(number)")],
            contacts: contact.map { [ContactPoint(name: "Help desk", email: $0)] } ?? [])
    }

    static func basketItem(_ number: Int, at date: Date = Story.beginning) -> BasketItem {
        BasketItem(
            id: DatasetID("d\(number)"), identifier: "EGAD\(number)", title: "Dataset \(number)",
            publisher: "Publisher \(number % 7)", added: date)
    }

    static func term(_ name: String) -> LabelledValue { LabelledValue(value: "urn:\(name)", label: name) }

    static let access = Filter(
        key: FilterKey(source: "ckan", key: "access_rights"), kind: .dropdown, label: "Access",
        values: ["open", "restricted", "non-public"].map { FilterValue(term: term($0), count: 10) })
    static let theme = Filter(
        key: FilterKey(source: "ckan", key: "theme"), kind: .dropdown, label: "Theme",
        values: ["Oncology", "Cardiology", "Neuro-oncology", "Rare diseases"].map { FilterValue(term: term($0)) })
    static let publisher = Filter(
        key: FilterKey(source: "ckan", key: "publisher"), kind: .dropdown, label: "Publisher")
    static let individuals = Filter(
        key: FilterKey(source: "ckan", key: "individuals"), kind: .number, label: "Individuals",
        operators: [.greaterOrEqual, .lessOrEqual])
    static let modified = Filter(key: FilterKey(source: "ckan", key: "modified"), kind: .dateTime, label: "Modified")
    static let filters = [access, theme, publisher, individuals, modified]

    static func application(
        _ number: Int64, _ state: ApplicationState, title: String? = nil, changed: Double = 0, datasets: [Int] = [1]
    ) -> ApplicationSummary {
        ApplicationSummary(
            id: ApplicationID(number), title: title ?? "Request \(number)", state: state,
            stateChanged: Story.beginning.addingTimeInterval(changed), created: Story.beginning,
            datasets: datasets.map {
                RequestedDataset(identifier: "EGAD\($0)", title: LocalizedText("Dataset \($0)"))
            })
    }

    static func fullApplication(_ number: Int64, _ state: ApplicationState) -> Application {
        Application(id: ApplicationID(number), title: "Request \(number)", state: state)
    }

    static func draft(
        _ name: String, application: Int64? = nil, phase: SubmissionPhase = .editing, changed: Double = 0
    ) -> Draft {
        Draft(
            id: DraftID(name), application: application.map(ApplicationID.init), datasets: [basketItem(1)],
            phase: phase, created: Story.beginning, modified: Story.beginning.addingTimeInterval(changed))
    }

    static let offline = PortalError(.offline, operation: "search")
}

extension SearchPage {
    /// A page out of a made catalogue whose datasets are numbered from 0.
    static func made(start: Int = 0, rows: Int = ResultList.pageSize, total: Int, filters: [Filter] = []) -> SearchPage
    {
        let end = min(start + rows, total)
        return SearchPage(
            start: start, total: total,
            results: (start..<max(start, end)).map { .dataset(Made.dataset($0)) }, filters: filters)
    }

    static func of(_ datasets: [DatasetSummary]) -> SearchPage {
        SearchPage(start: 0, total: datasets.count, results: datasets.map(SearchResult.dataset))
    }
}
