/// What is new since the person was last here: put together from what is known, shown, and gone to.
extension AppState {
    /// In the order in which it is shown.
    public var news: [NewsLine] {
        [NewsLine](
            searches: (saved.list ?? []).map(\.search), applications: requests.applications, seen: requests.seen,
            entitlements: requests.entitlements, drafts: requests.drafts, now: now, languages: languages)
    }

    mutating func showNews() -> [Effect] {
        overlay = .news(selection: 0)
        // Nothing is said to be new or not that was not asked for.
        return [.searches(.list)]
    }

    var showsNews: Bool {
        if case .news = overlay { true } else { false }
    }

    /// To the place where it is dealt with.
    mutating func go(to line: NewsLine) -> [Effect] {
        switch line {
        case .search(let search):
            let effects = showSavedSearches()
            saved.selection = saved.list?.firstIndex { $0.search.id == search.id } ?? saved.selection
            return effects
        case .request(let application, _):
            closeOverlay()
            return perform(.showRequests) + openRequest(application.id)
        case .access:
            closeOverlay()
            return perform(.showRequests) + showGranted()
        case .draft(let draft):
            closeOverlay()
            let effects = perform(.showRequests)
            requests.selection = requests.rows.firstIndex { $0.draft?.id == draft.id } ?? requests.selection
            moveRequests(nil)
            return effects
        }
    }
}
