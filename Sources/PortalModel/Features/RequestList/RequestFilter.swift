/// Which requests the list shows.
public enum RequestFilter: Hashable, Sendable {
    /// Every request and draft.
    case all
    /// Drafts and returned requests: the next step is the researcher's.
    case waiting
    /// Their state changed since they were last looked at.
    case unread
    /// Those whose application stands there; drafts that no service knows count as drafts.
    case state(ApplicationState)

    /// For the heading, after "state:".
    public var label: String {
        switch self {
        case .all: "all"
        case .waiting: "waiting for you"
        case .unread: "news"
        case .state(let state): state.word
        }
    }
}

extension RequestsState {
    /// What can be chosen now, each with the number of requests: the states that there are, and what always is there.
    public var filters: [(filter: RequestFilter, count: Int)] {
        let rows = foundRows
        let states = Set(rows.map(\.state)).sorted {
            ($0.rank, $0.word) < ($1.rank, $1.word)
        }
        return ([.all, .waiting, .unread] + states.map(RequestFilter.state)).map { filter in
            (filter, rows.count { shows($0, filter) })
        }
    }

    func shows(_ row: RequestRow, _ filter: RequestFilter) -> Bool {
        switch filter {
        case .all: true
        case .waiting: row.state.isEditable
        case .unread: row.application.map(isUnread) ?? false
        case .state(let state): row.state == state
        }
    }
}

extension ApplicationState {
    /// Returned first, since they wait for the researcher.
    var rank: Int {
        switch self {
        case .returned: 0
        case .draft: 1
        case .submitted: 2
        case .approved: 3
        case .rejected: 4
        case .revoked: 5
        case .closed: 6
        case .other: 7
        }
    }
}
