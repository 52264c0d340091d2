import PortalModel
import PortalViews
import TerminalCanvas

extension SavedSearchWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .none: "Keine Suche ist gespeichert. portal searches save NAME 'ZEILE' speichert eine."
        case .saved(let name, let datasets):
            """
            „\(name)“ ist gespeichert; \(c.count(datasets, .dataset)) \(datasets == 1 ? "gilt" : "gelten") als gesehen. \
            portal searches run --new sagt, was neu ist.
            """
        case .replaced(let name, let datasets):
            """
            „\(name)“ ist anstelle der Suche davor gespeichert; \(c.count(datasets, .dataset)) \
            \(datasets == 1 ? "gilt" : "gelten") als gesehen.
            """
        case .renamed(let name, let other): "„\(name)“ heißt jetzt „\(other)“."
        case .deleted(let name): "„\(name)“ ist gelöscht."
        case .marked(let name, let news):
            news.isEmpty ? "\(name): Neues gab es nicht." : "\(name): \(c(Self.count(news))), gilt jetzt als gesehen."
        case .notNamed(let name, let suggestions):
            """
            Keine gespeicherte Suche heißt „\(name)“.\(c(CommonCommandWords.didYouMean(suggestions))) portal searches \
            nennt sie alle.
            """
        case .isNamed(let name):
            "Eine Suche heißt schon „\(name)“; geändert wurde nichts. --replace setzt die neue an ihre Stelle."
        case .leftAlone(let paths):
            "Keine gespeicherte Suche, die diese Version lesen kann; blieb, wie es ist: \(paths.joined(separator: ", "))"
        case .new: "neu"
        case .changed: "geändert"
        case .news(let search, let news, let total, let now):
            """
            \(search.name): \(c.number(news.new)) neu, \(c.number(news.changed)) geändert\
            \(news.gone > 0 ? ", \(c.number(news.gone)) weg" : "") seit \(c.recentDay(search.seenAt, now: now)); \
            insgesamt \(c.count(total, .dataset)).
            """
        case .count(let news):
            [(news.new, "neu"), (news.changed, "geändert")].filter { $0.0 > 0 }
                .map { "\(c.number($0.0)) \($0.1)" as TerminalText }.joined(separator: ", ")
        case .unreadable(let count):
            count == 1
                ? "1 Eintrag war nicht zu verstehen und fehlt."
                : "\(c.number(count)) Einträge waren nicht zu verstehen und fehlen."
        case .failed(let name, let failure): "\(name): \(c(failure))"
        case .quietIsOfNew: "--quiet gehört zu --new: Ohne das sind die Datensätze das, wonach gefragt ist."
        }
    }
}
