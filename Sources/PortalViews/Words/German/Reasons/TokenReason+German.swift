import FoundationEssentials
import PortalModel
import TerminalCanvas

extension TokenReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .notAccepted(let source):
            """
            Das Portal nimmt das Token in \(source) nicht an; vielleicht ist es abgelaufen. Ein neues holen und neu \
            beginnen.
            """
        case .notYet:
            "Eine Uhr geht falsch: die dieses Rechners, des Anmeldedienstes oder des Dienstes. date -u zeigt die dieses Rechners."
        case .isLink(let path): "\(path) ist eine symbolische Verknüpfung; ihr wird nicht gefolgt."
        case .system(let path, let words): "\(path): \(words)."
        case .ofAnotherUser(let path): "\(path) gehört jemand anderem; dort wird nichts gespeichert."
        case .noFile(let path): "\(path) ist keine Datei von Ihnen; sie wird nicht gelesen."
        case .locked: "Die Anmeldung ist abgeschlossen: in einer Shell portal lock unlock."
        case .heldForLong(let folder):
            "Ein anderes Portal-Programm erneuert die Anmeldung schon lange (\(folder))."
        case .notKept(let reason):
            """
            Die Anmeldung gilt, solange das Programm läuft; sie ließ sich nicht speichern. \(c(reason))
            """
        case .renewalLost(let sent):
            """
            Eine Erneuerung Ihrer Anmeldung, gesendet um \(sent.formatted(.iso8601)), wurde abgeschnitten: das \
            Programm endete, bevor es die neue speichern konnte, oder die Antwort ging unterwegs verloren. Der \
            Anmeldedienst nimmt die alte nicht mehr. Sonst ist nichts verloren; melden Sie sich neu an.
            """
        case .notAsked(let address, let reason): "\(address) war nicht zu fragen. \(c(reason))"
        case .answered(let address, let status): "\(address) antwortete \(status)."
        case .cannotEnd(let issuer): "\(issuer) hat keinen Aufruf, um es zu beenden."
        case .didNotEnd(let address, let reason): "\(address) hat es nicht beendet: \(c(reason))"
        case .livesOn(let tokens, let end, let reason):
            """
            \(tokens.german) noch zu gebrauchen, wer immer \(tokens == .both ? "sie" : "es") hat, \
            \(tokens.life(end)): \(c(reason))
            """
        case .notRevoked(let reason): "Die Tokens ließen sich nicht ungültig machen: \(c(reason))"
        case .sessionGoesOn(let reason): "Die Sitzung beim Anmeldedienst geht weiter: \(c(reason))"
        case .browserSignedIn(let address):
            "Ein Browser ist vielleicht noch angemeldet; um das zu beenden, \(address) öffnen"
        case .stillThere(let reason): "Was gespeichert war, ist noch da: \(c(reason))"
        }
    }
}

extension TokenReason.Tokens {
    fileprivate var german: String {
        switch self {
        case .access: "Das Zugangs-Token ist"
        case .refresh: "Das Erneuerungs-Token ist"
        case .both: "Erneuerungs- und Zugangs-Token sind"
        }
    }

    fileprivate func life(_ end: Date?) -> String {
        let end = end?.formatted(.iso8601)
        return self == .access
            ? end.map { "bis \($0)" } ?? "bis es endet"
            : "bis der Dienst es beendet" + (end.map { ", das Zugangs-Token bis \($0)" } ?? "")
    }
}
