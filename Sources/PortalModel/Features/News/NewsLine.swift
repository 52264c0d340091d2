import FoundationEssentials

/// Something that is new since the person was last here, or that waits for them.
public enum NewsLine: Equatable, Sendable {
    /// A saved search with datasets that are new or were changed.
    case search(SavedSearch)
    /// A request whose state changed since it was last looked at; nil where it was never looked at.
    case request(ApplicationSummary, before: ApplicationState?)
    /// Access that ends within a month, and is not granted for longer.
    case access(GrantedAccess, daysLeft: Int)
    /// What was begun here and is at no service, or is not sent.
    case draft(Draft)

    /// It happened since; else it only waits.
    public var isNew: Bool {
        switch self {
        case .search, .request, .access: true
        case .draft: false
        }
    }
}

extension [NewsLine] {
    /// - Parameters:
    ///   - seen: in which state each request was last looked at; where nothing was, a returned one alone is news.
    ///   - drafts: newest first.
    public init(
        searches: [SavedSearch], applications: [ApplicationSummary], seen: [ApplicationID: ApplicationState],
        entitlements: [Entitlement], drafts: [Draft], now: Date, languages: [String]
    ) {
        self = searches.filter { !$0.news.isEmpty }.map(NewsLine.search)
        self += applications.filter { application in
            guard application.state != .draft, seen[application.id] != application.state else { return false }
            return !seen.isEmpty || application.state == .returned
        }.map { .request($0, before: seen[$0.id]) }
        self += entitlements.expiring(at: now).compactMap { entitlement in
            entitlement.daysLeft(at: now).map { days in
                .access(GrantedAccess(entitlement, among: applications, languages: languages), daysLeft: days)
            }
        }.sorted { left, right in
            guard case .access(_, let first) = left, case .access(_, let second) = right else { return false }
            return first < second
        }
        let open = drafts.filter {
            $0.phase != .submitted && ($0.revision > 0 || $0.application != nil || !$0.answers.isEmpty)
        }
        self += open.map(NewsLine.draft)
    }
}
