import PortalModel
import TerminalCanvas

extension PortalFormWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .label(.name): "Short name"
        case .label(.title): "Title"
        case .label(.discovery): "Discovery address"
        case .label(.discoveryDialect), .label(.accessDialect): "It speaks"
        case .label(.access): "Access address"
        case .label(.issuer): "Sign-in address"
        case .label(.client): "Sign-in client"
        case .example(.name): "such as gdi; drafts and sign-in belong to it"
        case .example(.title): "for the heading; empty: the short name"
        case .example(.discovery): "https://portal.example/discovery"
        case .example(.access): "https://portal.example/daam; empty: browsing only"
        case .example(.issuer): "https://id.example/realms/gdi; empty: nobody signs in"
        case .example(.client): "such as portal-terminal; whoever runs the portal knows it"
        case .example(.discoveryDialect), .example(.accessDialect): ""
        case .choice(nil): "found out by asking"
        case .choice(.some(let dialect)): "\(dialect.rawValue) (\(dialect.words))"
        case .service(let name): TerminalText(singleLine: name)
        }
    }
}
