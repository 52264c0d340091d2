import PortalModel
import TerminalCanvas

extension NewsWords: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .title: "What is new"
        case .nothing: "Nothing is new, and nothing waits for you."
        case .several(let count): count == 1 ? "1 thing" : "\(c.number(count)) things"
        case .notKnown(let error): "Not all that is new of the saved searches is known. \(c.reason(error))"
        case .line(.search(let search), let now):
            """
            Search “\(search.name)”: \(c(SavedSearchWords.newsSince(search.news, search.seenAt, now: now))), \
            \(c.count(search.total, .dataset)) in all.
            """
        case .line(.request(let application, let before), _):
            """
            Request \(application.id.rawValue), \(RequestRow(application: application).title): \(c(application.state))\
            \(before.map { ", was \(c($0).plain)" } ?? "").
            """
        case .line(.access(let access, let days), _):
            """
            Access to \(access.title.isEmpty ? access.entitlement.datasetIdentifier : access.title): \
            \(days == 0 ? "ends today" : days == 1 ? "1 day left" : "\(c.number(days)) days left")\
            \(access.entitlement.end.map { ", until \(c.day($0))" } ?? "").
            """
        case .line(.draft(let draft), let now):
            """
            Draft for \(c.count(draft.datasets.count, .dataset))\(draft.datasets.first.map { ", \($0.title)" } ?? ""): \
            not sent, last changed \(c.recentDay(draft.modified, now: now)).
            """
        }
    }
}
