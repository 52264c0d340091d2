/// What is asked of a service and changes nothing there.
public enum Question: Hashable, Sendable, Codable {
    /// A page of results.
    case search(SearchQuery, start: Int, rows: Int)
    /// The filters of the catalogue.
    case filters
    /// What a filter offers.
    case filterValues(FilterKey)
    /// A dataset whole.
    case dataset(DatasetID)
    /// The user's applications.
    case applications
    /// An application whole.
    case application(ApplicationID)
    /// What the user has access to.
    case entitlements
    /// What the catalogue says of itself. A dialect asks it by the way; no screen does.
    case catalogue
    /// The form of a service without drafts.
    case form(identifiers: [String])
    /// Requests whose answers may be offered again; those that cannot be had are left out.
    case earlier([ApplicationID])
    /// How a service is.
    case health(ServicePlace)

    /// About somebody's own requests: kept for somebody known only, and never as good as asking.
    public var isPrivate: Bool {
        switch self {
        case .applications, .application, .entitlements, .form, .earlier: true
        case .search, .filters, .filterValues, .dataset, .catalogue, .health: false
        }
    }

    /// Whether the answer is kept on this machine. Earlier requests are kept one by one, and how a service does is not
    /// kept at all.
    public var isKept: Bool {
        switch self {
        case .search, .filters, .filterValues, .dataset, .applications, .application, .entitlements, .catalogue: true
        case .form, .earlier, .health: false
        }
    }
}

/// What a service says to a `Question`.
public enum Answer: Hashable, Sendable, Codable {
    /// A page of results.
    case page(SearchPage)
    /// The filters of the catalogue.
    case filters([Filter])
    /// What the filter offers.
    case filterValues(FilterKey, [FilterValue])
    /// A dataset whole.
    case dataset(DatasetDetail)
    /// The user's applications.
    case applications([ApplicationSummary])
    /// To a request and to a form alike.
    case application(Application)
    /// What the user has access to.
    case entitlements([Entitlement])
    /// What the catalogue tells of itself.
    case catalogue(CatalogueFacts)
    /// Those that could be had.
    case earlier([Application])
    /// How the service is.
    case health(ServiceFinding)

    /// A page without the counts that were asked for is shown, and not kept in place of a whole one.
    package var isWhole: Bool {
        if case .page(let page) = self { page.beaconError == nil } else { true }
    }
}

extension Answer {
    package var page: SearchPage? { if case .page(let page) = self { page } else { nil } }
    package var filters: [Filter]? { if case .filters(let filters) = self { filters } else { nil } }
    package var filterValues: [FilterValue]? { if case .filterValues(_, let values) = self { values } else { nil } }
    package var dataset: DatasetDetail? { if case .dataset(let detail) = self { detail } else { nil } }
    package var applications: [ApplicationSummary]? { if case .applications(let list) = self { list } else { nil } }
    package var application: Application? { if case .application(let application) = self { application } else { nil } }
    package var entitlements: [Entitlement]? { if case .entitlements(let list) = self { list } else { nil } }
}
