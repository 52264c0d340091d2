import FoundationEssentials

extension RequestsState {
    /// The rows of the list: what is looked for, in the states that are wanted, in the chosen order.
    public var rows: [RequestRow] { foundRows.filter { shows($0, filter) }.sorted(by: order) }

    /// What holds the words that are looked for.
    var foundRows: [RequestRow] {
        let words = find.text.lowercased().split(separator: " ")
        return words.isEmpty
            ? everyRow : everyRow.filter { row in words.allSatisfy { row.searchText.contains($0) } }
    }

    /// Drafts that no service knows, then applications with their drafts.
    var everyRow: [RequestRow] {
        var rows = drafts.filter { $0.application == nil && $0.phase != .submitted }.map { RequestRow(draft: $0) }
        for application in applications {
            let draft = drafts.first { $0.application == application.id && $0.phase != .submitted }
            rows.append(RequestRow(application: application, draft: application.state.isEditable ? draft : nil))
        }
        // A draft whose application is not in the list yet (or the list could not be fetched) stays in sight.
        let listed = Set(applications.map(\.id))
        rows += drafts.filter { draft in
            draft.phase != .submitted && draft.application.map { !listed.contains($0) } ?? false
        }.map { RequestRow(draft: $0) }
        return rows
    }

    private func order(_ left: RequestRow, _ right: RequestRow) -> Bool {
        switch sort {
        case .newest: break
        case .state: if left.state.rank != right.state.rank { return left.state.rank < right.state.rank }
        case .title:
            if left.title.lowercased() != right.title.lowercased() {
                return left.title.lowercased() < right.title.lowercased()
            }
        }
        return (left.changed ?? .distantPast) > (right.changed ?? .distantPast)
    }

    /// The open request may be newer than the list.
    mutating func take(stateOf application: ApplicationSummary) {
        guard let index = applications.firstIndex(where: { $0.id == application.id }),
            applications[index].state != application.state
        else { return }
        applications[index].state = application.state
        applications[index].stateChanged = application.stateChanged
    }
}

extension RequestRow {
    /// What the applicant called it, or, where the service gives no more than a running number, what it asks for.
    public var title: String {
        if let application, !application.title.isOnlyNumber { return application.title }
        let known = application?.datasets.map { $0.title.text(in: []) } ?? draft?.datasets.map(\.title) ?? []
        guard let first = known.first(where: { !$0.isEmpty }) else { return application?.title ?? "" }
        return first
    }

    func isSameRequest(as other: RequestRow) -> Bool {
        let id = application?.id ?? draft?.application
        let otherID = other.application?.id ?? other.draft?.application
        return id != nil && id == otherID || draft != nil && draft?.id == other.draft?.id
    }

    /// The service's; what it does not have yet is a draft.
    public var state: ApplicationState { application?.state ?? .draft }
    /// When something was last done to it, here or at the service; nil where neither tells.
    public var changed: Date? { draft?.modified ?? application?.stateChanged ?? application?.created }
    /// How many datasets it asks for.
    public var datasetCount: Int { application?.datasets.count ?? draft?.datasets.count ?? 0 }

    /// Everything that the request can be known by, in every language.
    fileprivate var searchText: String {
        let items = (draft?.datasets ?? []).flatMap { [$0.title, $0.identifier].compactMap(\.self) }
        let known = [title, state.word].map { $0.lowercased() } + items.map { $0.lowercased() }
        return (known + (application.map { [$0.searchText] } ?? [])).joined(separator: " ")
    }
}

extension ApplicationSummary {
    /// Everything that it can be known by, in every language and in small letters: its number, title and state, its
    /// datasets and the people who take part.
    package var searchText: String {
        let names = datasets.flatMap { $0.title.variants.map(\.text) + [$0.identifier, $0.grantedAs] }
        return ([id.rawValue, title, state.word] + names + people).joined(separator: "\n").lowercased()
    }
}

extension String {
    /// Such as `2026/17`, or nothing at all.
    fileprivate var isOnlyNumber: Bool { allSatisfy { $0.isASCII && !$0.isLetter } }
}
