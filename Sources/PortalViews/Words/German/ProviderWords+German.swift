import PortalModel
import TerminalCanvas

extension ProviderWords {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .place(.address(let address)): "Zugang wird beim Anbieter beantragt: \(address)"
        case .place(let place): "Zugang wird beim Anbieter beantragt. \(c(ProviderWords.instead(place)))"
        case .instead(.address): ""
        case .instead(.contact(let contact)): "Der Katalog nennt keine Adresse dafür; Kontakt ist \(contact)."
        case .instead(.publisher(let name)):
            "Der Katalog nennt weder Adresse noch Kontakt; Herausgeber ist \(name)."
        case .instead(.helpdesk(let place)):
            "Der Katalog nennt niemanden, der zu fragen wäre; der Helpdesk des Portals ist \(place)."
        case .instead(.unknown):
            "Der Katalog nennt niemanden, das Profil keinen Helpdesk: wer das Portal betreibt, weiß vielleicht mehr."
        }
    }
}
