import PortalModel
import TerminalCanvas

extension SignInReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .refused(let status, let words):
            "Der Anmeldedienst hat abgelehnt, Status \(status)\(words.map { " (\($0))" } ?? "")."
        case .failed(let status, let words):
            "Im Anmeldedienst ist ein Fehler aufgetreten, Status \(status)\(words.map { ": \($0)" } ?? "")."
        case .said(let words): "Der Anmeldedienst sagte: \(words)."
        case .sendsOn: "Der Anmeldedienst schickt weiter zu einer anderen Adresse; dem wurde nicht gefolgt."
        case .noToken: "Der Anmeldedienst antwortete ohne ein Token."
        case .badToken:
            """
            Der Anmeldedienst gab ein Token mit Zeichen, die kein Token hat. Es wurde nicht behalten; sagen Sie es denen, \
            die den Dienst betreiben.
            """
        case .otherToken(let kind):
            "Der Anmeldedienst gab ein Token der Art „\(kind)“; dieses Programm benutzt nur solche der Art Bearer."
        case .noCodeGiven: "Der Anmeldedienst antwortete ohne einen Code."
        case .somethingElse(let line):
            "Der Anmeldedienst schickte etwas anderes als eine Antwort\(line.map { ": „\($0)“" } ?? "")."
        case .unsafeAddress(let fault):
            """
            Der Anmeldedienst nannte zum Bestätigen des Codes eine Adresse, die zu öffnen nicht sicher ist. \
            \(fault.german) Nichts wurde geöffnet; sagen Sie es denen, die den Dienst betreiben.
            """
        case .tokenNotAccepted(let fault):
            "Das ID-Token des Anmeldedienstes wird nicht angenommen: \(fault.german)."
        case .nobodySignsIn: "Hier meldet sich niemand an."
        case .offers([]): "bietet Menschen keine Anmeldung"
        case .offers(let ways): "bietet Anmeldung mit \(LoginWay.german(ways, or: "oder"))"
        case .lookTwice(let host, let issuerHost):
            "Zweimal hinsehen: diese Adresse ist bei \(host), und der Anmeldedienst ist \(issuerHost)."
        case .noDiscovery(let address):
            "\(address) ist kein Discovery-Dokument. Die Adresse des Anmeldedienstes prüfen."
        case .otherIssuer(let name, let configured):
            "Der Anmeldedienst nennt sich \(name), nicht \(configured). Jenen Namen konfigurieren."
        case .noTokenEndpoint: "Das Discovery-Dokument nennt keinen Token-Endpunkt."
        case .unencrypted(let endpoint, let address):
            """
            \(endpoint) des Anmeldedienstes ist „\(address)“ und nicht verschlüsselt; es wird nicht benutzt.
            """
        case .badPort(let endpoint, let address):
            """
            \(endpoint) des Anmeldedienstes ist „\(address)“, dessen Port keiner ist; es wird nicht benutzt.
            """
        case .otherSignIn: "Diese Adresse gehört zu einer anderen Anmeldung, oder sie ist nicht vollständig."
        case .notFrom(let issuer): "Diese Adresse kommt nicht von \(issuer)."
        case .noCode: "Diese Adresse enthält keinen Code."
        case .nothingPasted: "Im Eingefügten ist keine Antwort einer Anmeldung."
        case .noneUnderWay: "Keine Anmeldung ist im Gange."
        case .noBrowserUnderWay: "Keine Anmeldung im Browser ist im Gange."
        }
    }
}

extension LoginWay {
    static func german(_ ways: [LoginWay], or: String) -> String {
        ways.map { $0 == .device ? "einem Code" : "einem Browser" }.joined(separator: " \(or) ")
    }
}

extension SignInReason.UnsafeAddress {
    fileprivate var german: TerminalText {
        switch self {
        case .noAddress: "Sie ist keine Webadresse."
        case .scheme(let scheme): "Sie beginnt mit \(scheme):, wo https:// hingehört."
        case .user(let host): "Sie verbirgt ihren Rechner, \(host), hinter einem Benutzernamen."
        case .unencrypted(let host): "Sie ist nicht verschlüsselt (http://\(host))."
        }
    }
}

extension SignInReason.TokenFault {
    fileprivate var german: TerminalText {
        switch self {
        case .noSignedToken: "es ist kein signiertes Token"
        case .unsigned: "es ist nicht signiert"
        case .otherIssuer: "es ist von einem anderen Dienst (iss)"
        case .nobody: "es nennt niemanden (sub)"
        case .otherClient: "es ist für ein anderes Programm (aud)"
        case .otherParty: "es wurde einem anderen Programm ausgestellt (azp)"
        case .otherLogin: "es gehört zu einer anderen Anmeldung (nonce)"
        case .otherPerson: "es ist das einer anderen Person (sub)"
        case .noTimes: "es sagt nicht, wann es entstand oder endet (exp, iat)"
        case .ended: "es ist schon abgelaufen (exp)"
        }
    }
}
