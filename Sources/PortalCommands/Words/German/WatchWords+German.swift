import PortalModel
import PortalViews
import TerminalCanvas

extension WatchWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .watching(let count, let seconds):
            """
            Beobachtet: \(c.count(count, .request)). Gefragt wird alle \(c.number(seconds)) s und seltener, solange sich \
            nichts ändert. ^C beendet es.
            """
        case .movement(let movement, let now):
            """
            \(movement.request.id.rawValue)  \(Self.germanChange(movement, c))  \(Self.title(movement))\
            \(Self.age(movement, now, c))
            """
        case .isAway(let error): "\(c(error)) \(c(error.why)) Es wird wieder gefragt, bis es antwortet."
        case .isBack: "Das Portal antwortet wieder."
        case .stopped(let since, let flags):
            """
            Beendet. Verloren geht nichts: \
            \((["portal requests"] + flags).joined(separator: " ")) --since \(Self.moment(since)) nennt, was von da an \
            geschieht.
            """
        case .isLive: "Live: Das Portal meldet sofort, was sich ändert."
        case .isNotLive(let error, let seconds):
            "Nicht mehr live. \(c(error.why)) Bis dahin wird alle \(c.number(seconds)) s gefragt."
        case .isRefused(let error, let seconds):
            """
            Das Portal meldet nicht sofort, was sich ändert: Dafür nimmt es diese Anmeldung nicht an. \(c(error.why)) Gefragt \
            wird alle \(c.number(seconds)) s.
            """
        case .watchAlone: "--watch fragt das Portal selbst: --cached weglassen."
        case .intervalOfWatch: "--interval gehört zu --watch: --watch dazuschreiben."
        case .shortInterval(let seconds): "--interval nimmt \(c.number(seconds)) Sekunden oder mehr."
        case .exitCodeOf: "--exit-code gehört zu --since oder --watch: eines dazuschreiben."
        }
    }

    private static func germanChange(_ movement: RequestMovement, _ c: Phrasing) -> TerminalText {
        switch movement.kind {
        case .appeared: "neu, \(c(movement.request.state))"
        case .changed(let before): "\(c(before)) → \(c(movement.request.state))"
        case .touched: "\(c(movement.request.state)), etwas ist geschehen"
        case .gone: "nicht mehr in Ihrer Liste"
        }
    }
}
