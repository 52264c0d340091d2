import PortalModel
import PortalViews
import TerminalCanvas

extension SignInCommandWords {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .oneWay: "--device, --loopback und --token schließen einander aus."
        case .tokenByInput:
            "Das Token über die Standardeingabe geben: --token - ; eine Befehlszeile können alle sehen."
        case .tokenKept: "Das Token ist gespeichert. Niemand kann es erneuern: ist es abgelaufen, ein anderes geben."
        case .noToken:
            """
            Auf der Standardeingabe ist kein Token, oder Zeichen, die kein Token hat. Nichts wurde gespeichert oder \
            geändert.
            """
        case .signedIn(let name): "Angemeldet\(name.map { " als \($0)" } ?? "")."
        case .tryingOtherWay(let failure): "\(c(failure)) Der andere Weg wird versucht."
        case .openAndType(let address, let code):
            "\(address) auf irgendeinem Gerät öffnen und den Code \(code) eingeben"
        case .orOpen(let address): "oder \(address) öffnen"
        case .onlyYours: "Dort nur weitermachen, wenn Sie dies selbst begonnen haben. Es wird gewartet; ^C bricht ab."
        case .openInBrowser(let address): "Diese Adresse in einem Browser öffnen:\n\(address)"
        case .tunnel(let command): "Ein Browser auf einem anderen Rechner erreicht diesen nach: \(command)"
        case .orPaste:
            "Oder die Adresse, zu der der Browser geschickt wurde, hier einfügen und Enter drücken. ^C bricht ab."
        case .pasteRefused(let failure): "\(c(failure)) \(c.advice(on: failure))"
        case .demo: "Beim Demo-Portal sind Sie schon angemeldet, als Ada."
        case .byVariable:
            "PORTAL_TOKEN meldet Sie an: die Variable löschen, um sich anders an- oder abzumelden."
        case .asService: "Dieses Profil ruft als Dienst auf, mit einem Client-Secret: niemand meldet sich an oder ab."
        case .noPlace:
            """
            Dieses Portal ist ohne Ort zum Anmelden eingerichtet. Seinem Profil identity: {issuer: URL, client: ID} \
            hinzufügen, oder --issuer und --client-id angeben.
            """
        case .badVariable: "PORTAL_TOKEN ist kein Token: es enthält Leerzeichen oder Zeichen, die kein Token hat."
        case .nobody: "Hier ist niemand angemeldet."
        case .stillSignedIn: "Sie sind hier nicht abgemeldet."
        case .signedOut: "Abgemeldet."
        case .awaitsAnswer:
            """
            wartet auf die Antwort des Anmeldedienstes, damit Sie angemeldet bleiben. Noch ein Strg-C beendet sofort.
            """
        case .awaitsAnswerOfScreen:
            "wartet auf die Antwort des Anmeldedienstes, damit Sie angemeldet bleiben. Strg-C beendet sofort."
        case .profile(let name): "Profil: \(name)"
        case .signedInByVariable: "angemeldet durch PORTAL_TOKEN"
        case .callsAsService(let name): "ruft für sich selbst auf, als Dienst \(name)"
        case .noPlaceConfigured: "nicht angemeldet: dieses Portal ist ohne Ort zum Anmelden eingerichtet"
        case .isSignedIn(let name): "angemeldet\(name.map { " als \($0)" } ?? ", durch ein Token, das niemanden nennt")"
        case .isNot: "nicht angemeldet"
        case .issuer(let issuer, let client): "Anmeldedienst: \(issuer) (Client \(client))"
        case .until(let time, let isRenewed): "bis: \(time)\(isRenewed ? ", wird ohne Rückfrage erneuert" : "")"
        case .kept(let path, let isSignedIn): "\(isSignedIn ? "gespeichert" : "wäre gespeichert") in: \(path)"
        }
    }
}
