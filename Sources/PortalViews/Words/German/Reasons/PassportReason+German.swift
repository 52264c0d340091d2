import PortalModel
import TerminalCanvas

extension PassportReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .issuerNotTrusted: "Sein Aussteller steht nicht auf der Liste der vertrauten Aussteller des Profils."
        case .keysNotHad(let reason): "Die Schlüssel des Ausstellers waren nicht zu bekommen. \(c(reason))"
        case .tooManyIssuers: "Die Visa sind von mehr Ausstellern, als Schlüssel geholt werden."
        case .tooLong: "Es ist länger als 16 KB und wurde nicht gelesen."
        case .tooMany: "200 Visa stehen davor, und mehr werden nicht gelesen."
        case .malformed: "Es lässt sich nicht lesen: es ist kein unterschriebenes Visum."
        case .lacks(let claim): "Ihm fehlt „\(claim)“, das jedes Visum hat."
        case .algorithm(let name): "Es ist mit „\(name)“ unterschrieben, was nicht angenommen wird."
        case .otherKeys: "Es nennt andere Schlüssel als die, die das Profil für seinen Aussteller aufführt."
        case .keyUnknown: "Sein Aussteller hat keinen solchen Schlüssel."
        case .signature: "Die Unterschrift stimmt nicht: es wurde geändert, oder jemand anderes unterschrieb es."
        case .expired: "Es ist abgelaufen."
        case .notYet: "Es ist in die Zukunft datiert; eine Uhr geht vielleicht falsch."
        case .decidedLater: "Was es sagt, wurde in der Zukunft entschieden; eine Uhr geht vielleicht falsch."
        case .conditions:
            "Es gilt nur unter Bedingungen, die hier niemand prüfen kann: es wird nicht beachtet."
        case .notSetUp:
            "Dem Profil des Portals „passport“ hinzufügen, mit den Ausstellern, denen vertraut wird."
        case .noUserInfo:
            "Der Anmeldedienst nennt keine Userinfo-Adresse: sie gehört in „passport“ des Profils."
        case .addressRefused(let address):
            "Bei \(address) wird nichts gefragt: unverschlüsselt oder aus einem privaten Netz."
        case .userInfoMissing(let address):
            "Bei \(address), wo nach Visa gefragt wird, ist nichts (404): „userinfo“ in „passport“ des Profils berichtigen."
        case .brokerRefuses:
            """
            Der Anmeldedienst gibt das Token für den Pass nicht heraus: seine Verwaltung muss Ihrem Konto erlauben, es zu \
            lesen.
            """
        case .notEnabled: "Dieses REMS gibt keine Visa aus: seine permissions API ist nicht eingeschaltet."
        case .nobodySignedIn: "Erst anmelden: ein Pass gehört jemandem."
        }
    }
}
