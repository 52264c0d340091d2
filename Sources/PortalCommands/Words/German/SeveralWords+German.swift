import Foundation
import PortalModel
import PortalServices
import PortalViews
import TerminalCanvas

extension SeveralWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .noNames: "--profiles nimmt Namen mit Kommas dazwischen."
        case .allOrSome: "--profiles nennt einige Portale, und --all-profiles meint alle: eines weglassen."
        case .patience: "--patience nimmt Sekunden von 1 bis 600."
        case .onlyLine:
            """
            Mehrere Portale nehmen eine Zeile: was --facet, --series, --any und --beacon sagen, in sie schreiben oder \
            weglassen, und --explain, --why und --mirror auch.
            """
        case .severalOrOne:
            "--profiles und --all-profiles nennen die Portale: --profile, --demo und Adressen weglassen."
        case .outcome(let name, let outcome, let now): "\(name): \(Self.german(outcome, now, c))"
        case .leftOut(let name, let part):
            "\(name) wurde nicht nach „\(part.text)“ gefragt (Spalte \(part.problem.column)): \(c(part.problem.reason))"
        case .note(let name, let note): "\(name): \(c(SearchLineWords.note(note)))"
        case .here(let name, let steps):
            "\(name): hier getan, weil der Dienst es nicht tut: \(steps.map(Self.german).joined(separator: ", "))."
        case .unreadable(let name, let count):
            """
            \(name): \(count == 1 ? "1 Eintrag war" : "\(count) Einträge waren") nicht zu verstehen und \
            \(count == 1 ? "fehlt" : "fehlen").
            """
        case .undecided(let name, let count):
            "\(name): \(c.count(count, .dataset)) mehr können dazugehören; der Spiegel weiß es nicht."
        case .beaconSilent(let name, let words): "\(name): Das Beacon-Netz gab keine Anzahlen: \(words)"
        case .sum(let record): Self.german(record, c)
        }
    }

    private static func german(_ outcome: PortalOutcome, _ now: Date, _ c: Phrasing) -> TerminalText {
        switch outcome {
        case .answered(let finds): german(finds, now, c)
        case .slow(let seconds, let finds):
            "langsam, nicht alles kam binnen \(seconds) s, und es wird nicht gewartet.\(german(instead: finds, now, c))"
        case .failed(let error, let finds):
            "gescheitert. \(c(FailureWords.call(error)))\(german(instead: finds, now, c))"
        case .notAsked: "nicht gefragt, denn nichts von der Suche kann dort gefragt werden."
        }
    }

    private static func german(instead finds: PortalFinds?, _ now: Date, _ c: Phrasing) -> TerminalText {
        finds.map { " \(german($0, now, c))" } ?? ""
    }

    private static func german(_ finds: PortalFinds, _ now: Date, _ c: Phrasing) -> TerminalText {
        let more: TerminalText = finds.isCut ? ", und es mag mehr geben" : ""
        let age = finds.source.age(now: now).map { ", \(c.age(seconds: Double($0)))" } ?? ""
        let count = c.count(finds.total, .dataset)
        return switch finds.source {
        case .portal: "\(count)\(more)."
        case .mirror: "\(count)\(more), aus dem Spiegel auf diesem Rechner\(age)."
        case .kept: "\(count)\(more), aus einer Antwort, die auf diesem Rechner aufgehoben ist\(age)."
        }
    }

    private static func german(_ step: AskedSearch.Step) -> TerminalText {
        switch step {
        case .words: "die Wörter suchen"
        case .facets: "nach den Filtern eingrenzen"
        case .order: "ordnen"
        case .pages: "in Seiten teilen"
        }
    }

    private static func german(_ record: SeveralRecord, _ c: Phrasing) -> TerminalText {
        let totals = record.portals.compactMap { portal in portal.total.map { "\(c.number($0)) bei \(portal.name)" } }
        guard !totals.isEmpty else { return "Kein Portal hat geantwortet." }
        let last = totals.count > 1 ? " und \(totals[totals.count - 1])" : ""
        let found = totals.prefix(max(totals.count - 1, 1)).joined(separator: ", ") + last
        let verb = record.inSeveral == 1 ? "ist" : "sind"
        let both = record.inSeveral == 0 ? "" : "; \(c.number(record.inSeveral)) davon \(verb) bei mehreren Portalen"
        return "\(c.count(record.shown, .dataset)) gezeigt von \(found)\(both)."
    }
}
