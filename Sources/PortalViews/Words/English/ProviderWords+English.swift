import PortalModel
import TerminalCanvas

extension ProviderWords: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .place(.address(let address)): "Access is asked for at the provider: \(address)"
        case .place(let place): "Access is asked for at the provider. \(c(ProviderWords.instead(place)))"
        case .instead(.address): ""
        case .instead(.contact(let contact)): "The catalogue names no address for that; its contact is \(contact)."
        case .instead(.publisher(let name)):
            "The catalogue names neither an address nor a contact; the publisher is \(name)."
        case .instead(.helpdesk(let place)):
            "The catalogue names nobody to ask; the portal's help desk is \(place)."
        case .instead(.unknown):
            "The catalogue names nobody to ask, and the profile no help desk: whoever runs the portal may know."
        }
    }
}
