import PortalModel
import TerminalCanvas

extension SetupReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .noAddress(let shown): "„\(shown)“ ist keine Adresse wie https://portal.example/discovery."
        case .scheme(let scheme, let shown): "„\(shown)“ beginnt mit \(scheme)://; gebraucht wird https://."
        case .userInAddress:
            "Die Adresse enthält einen Benutzernamen oder ein Passwort; weglassen und sich stattdessen anmelden."
        case .queryInAddress(let shown):
            "„\(shown)“ enthält eine Abfrage (?) oder eine Sprungmarke (#); die Adresse ohne sie angeben."
        case .unencrypted(let shown):
            """
            „\(shown)“ ist nicht verschlüsselt: Ihr Token und Ihre Antworten wären unterwegs zu lesen. https:// \
            verwenden.
            """
        case .badPort(let shown):
            "„\(shown)“ nennt einen Port, den es nicht gibt; Ports sind Zahlen von 1 bis 65535."
        case .proxy(let variable, let fault): "\(variable) \(fault.german)"
        case .noCertificates(let file):
            """
            \(file) ist nicht zu lesen oder enthält keine Zertifikate. Gebraucht wird eine Datei im PEM-Format.
            """
        case .unknownTerminal(let name, nil):
            "Dieser Rechner kennt das Terminal „\(name)“ nicht; das Programm nimmt seine eigene Beschreibung davon."
        case .unknownTerminal(let name, .some(let other)):
            "Dieser Rechner kennt das Terminal „\(name)“ nicht; es wird wie \(other) benutzt."
        case .shortName:
            "Dem Portal einen kurzen Namen aus Buchstaben, Ziffern und Strichen geben, etwa „gdi“."
        case .nameTaken(let name): "„\(name)“ ist schon eingerichtet. Einen anderen Namen wählen."
        case .addressBegins: "Eine Adresse beginnt mit https:// (http:// nur auf diesem Rechner)."
        case .signInNeedsBoth:
            "Anmelden braucht beides: die Adresse, und als was sich dieses Programm dort anmeldet."
        case .noSuchPortal(let name): "Ein Portal „\(name)“ gibt es nicht mehr."
        case .untilProgramEnds(let name, let reason):
            """
            „\(name)“ ist da, bis das Programm endet, und der nächste Start fragt wieder danach. \(c(reason))
            """
        case .asksAgain(let reason):
            "Der nächste Start fragt wieder, welches Portal zu öffnen ist. \(c(reason))"
        case .answers(let milliseconds, let dialect):
            "antwortet in \(milliseconds) ms\(dialect.map { ", als \($0)" } ?? "")"
        case .notWell(let state, nil): c(state.words)
        case .notWell(let state, .some(let reason)): "\(c(state.words)): \(c(reason))"
        case .ways([]): "bietet weder einen Code noch einen Browser"
        case .ways(let ways): "mit \(LoginWay.german(ways, or: "und"))"
        }
    }
}

extension SetupReason.ProxyFault {
    fileprivate var german: String {
        switch self {
        case .noAddress: "ist keine Adresse wie http://proxy.example:3128."
        case .badPort: "nennt einen Port, den es nicht gibt; Ports sind Zahlen von 1 bis 65535."
        case .scheme(let scheme): "beginnt mit \(scheme)://; gebraucht wird http:// oder socks5://."
        case .userOfSOCKS: "enthält einen Benutzernamen, was bei SOCKS nicht geht."
        }
    }
}
