/// What the person's own pager is to show.
public enum PagedDocument: Equatable, Sendable {
    /// Words as they are, such as a licence.
    case text(String)
    /// What this program says.
    case words(Message)
    /// As a document to read.
    case request(Application)
}

/// Documents in the person's own pager, where they can be searched and read at leisure.
extension AppState {
    /// What is on the screen and is a document; nil elsewhere.
    var pagedDocument: PagedDocument? {
        if case .text(_, let body, _) = overlay {
            if case .verbatim(let text) = body { return .text(text) }
            return .words(body)
        }
        if case .licence = overlay { return wizard?.licenceWords(languages: languages).map { .text($0) } }
        guard overlay == nil, screen == .requests else { return nil }
        return requests.open?.application.map { .request($0) }
    }

    mutating func openPager() -> [Effect] { pagedDocument.map { [.host(.page($0))] } ?? [] }

    mutating func pagerClosed(_ failure: PortalError?) -> [Effect] {
        guard let failure else { return [] }
        return record(failure) + show(.warning, .reason(failure))
    }
}
