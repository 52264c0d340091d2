import PortalModel
import TerminalCanvas

extension AllPortalsWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .title: "Alle Portale"
        case .titleOf(let group): "Portale von \(TerminalText(singleLine: group))"
        case .groups(let names):
            "\(c.key(.chooseGroup, in: .allPortalsLine)) fragt nur die einer Gruppe: \(names.joined(separator: ", "))."
        case .placeholder: "Wörter oder eine Zeile mit Bedingungen"
        case .everything: "alle Datensätze"
        case .howTo:
            "Alle eingerichteten Portale werden dasselbe gefragt. Was mehrere davon haben, steht in einer Zeile."
        case .noPortals: "Kein Portal ist eingerichtet: \(c.key(.showPortals)) richtet eines ein."
        case .nothing: "Kein Datensatz wurde gefunden."
        case .asking(let names):
            names.isEmpty ? "fragt…" : "fragt \(names.joined(separator: ", "))…"
        case .totals(let totals, let inSeveral):
            """
            \(totals.map { Self.german($0, c) }.joined(separator: ", "))\
            \(inSeveral == 0 ? "" : "; von diesen Zeilen \(c.number(inSeveral)) bei mehreren")
            """
        case .slow(let name, let seconds): "\(name): langsam, nach \(seconds) s nicht mehr abgewartet."
        case .failed(let name, let error): "\(name): \(c(error))"
        case .notAsked(let name): "\(name): nicht gefragt, nichts von der Suche kann dort gefragt werden."
        case .insteadOf(let name, .mirror(let at), let now):
            "\(name): aus dem Spiegel auf diesem Rechner\(at.map { ", \(c.age(of: $0, now: now))" } ?? "")."
        case .insteadOf(let name, .kept(let at), let now):
            "\(name): aus einer hier aufgehobenen Antwort\(at.map { ", \(c.age(of: $0, now: now))" } ?? "")."
        case .insteadOf(let name, .portal, _): "\(name): vom Portal."
        case .leftOut(let name, let part): "\(name) wurde nicht nach „\(part.text)“ gefragt: \(c(part.problem.reason))"
        case .at(let name, let place, let count): count == 1 ? "bei \(name)" : "bei \(name), \(place) von \(count)"
        }
    }

    private static func german(_ total: Total, _ c: Phrasing) -> String {
        let word: String? =
            switch total.state {
            case .answered: nil
            case .slow: "langsam"
            case .failed: "gescheitert"
            case .notAsked: "nicht gefragt"
            }
        let count = total.count.map { c.number($0) + (total.isCut ? " oder mehr" : "") }
        return [total.name, word, count].compactMap(\.self).joined(separator: " ")
    }
}
