import PortalModel
import TerminalCanvas

extension PortalFormWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .label(.name): "Kurzname"
        case .label(.title): "Titel"
        case .label(.discovery): "Suche: Adresse"
        case .label(.discoveryDialect), .label(.accessDialect): "Sprache"
        case .label(.access): "Anträge: Adresse"
        case .label(.issuer): "Anmeldung: Adresse"
        case .label(.client): "Anmeldung als"
        case .example(.name): "etwa gdi; Entwürfe und Anmeldung gehören dazu"
        case .example(.title): "für die Kopfzeile; leer: der Kurzname"
        case .example(.discovery): "https://portal.example/discovery"
        case .example(.access): "https://portal.example/daam; leer: nur Suche"
        case .example(.issuer): "https://id.example/realms/gdi; leer: niemand"
        case .example(.client): "etwa portal-terminal; wer das Portal betreibt, weiß es"
        case .example(.discoveryDialect), .example(.accessDialect): ""
        case .choice(nil): "durch Fragen herausfinden"
        case .choice(.gdi): "gdi (GDI-Portal)"
        case .choice(.guide): "guide (Entwicklerleitfaden)"
        case .choice(.ckan): "ckan (CKAN)"
        case .choice(.rems): "rems (REMS)"
        case .choice(.fdp): "fdp (FAIR Data Point)"
        case .service("discovery"): "Suche"
        case .service("access"): "Anträge"
        case .service("identity"), .service("sign-in"): "Anmeldung"
        case .service("portal"): "Portal"
        case .service(let name): TerminalText(singleLine: name)
        }
    }
}
