import PortalModel
import TerminalCanvas

extension NewsWords {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .title: "Was neu ist"
        case .nothing: "Neues gibt es nicht, und nichts wartet auf Sie."
        case .several(let count): count == 1 ? "1 Neuigkeit" : "\(c.number(count)) Neuigkeiten"
        case .notKnown(let error):
            "Was es in den gespeicherten Suchen Neues gibt, ist nicht ganz bekannt. \(c.reason(error))"
        case .line(.search(let search), let now):
            """
            Suche „\(search.name)“: \(c(SavedSearchWords.newsSince(search.news, search.seenAt, now: now))), insgesamt \
            \(c.count(search.total, .dataset)).
            """
        case .line(.request(let application, let before), _):
            """
            Antrag \(application.id.rawValue), \(RequestRow(application: application).title): \(c(application.state))\
            \(before.map { ", war \(c($0).plain)" } ?? "").
            """
        case .line(.access(let access, let days), _):
            """
            Zugang zu \(access.title.isEmpty ? access.entitlement.datasetIdentifier : access.title): \
            \(days == 0 ? "endet heute" : days == 1 ? "noch 1 Tag" : "noch \(c.number(days)) Tage")\
            \(access.entitlement.end.map { ", bis \(c.day($0))" } ?? "").
            """
        case .line(.draft(let draft), let now):
            """
            Entwurf für \(c.count(draft.datasets.count, .dataset))\(draft.datasets.first.map { ", \($0.title)" } ?? ""): \
            nicht gesendet, zuletzt geändert \(c.recentDay(draft.modified, now: now)).
            """
        }
    }
}
