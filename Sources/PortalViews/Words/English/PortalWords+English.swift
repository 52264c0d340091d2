import PortalModel
import TerminalCanvas

extension PortalWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .portal(let name): "Portal \(name)"
        case .own: "A portal of yours"
        case .keeping: "keeping it\(c.glyphs.ellipsis)"
        case .asking: "asking\(c.glyphs.ellipsis)"
        case .triedFirst: "tried before it is kept"
        case .tried: "tried"
        case .askingServices: "Asking its services\(c.glyphs.ellipsis)"
        case .choose:
            "\(c.key(.toggleChoice, in: .portalForm)) or the arrows choose; left at “found out by asking”, it is tried which one is answered."
        case .howTried:
            """
            \(c.key(.saveNow)) asks the services how they are before anything is kept. Without a sign-in \
            address one can browse, and requests need a token.
            """
        case .keeps: "\(c.key(.saveNow)) keeps it."
        case .keepsAllTheSame:
            "Mend what is wrong and press \(c.key(.saveNow)) again; \(c.key(.affirm)) keeps it as it is."
        case .title: "Portals"
        case .changingOver: "changing over\(c.glyphs.ellipsis)"
        case .reading: "reading\(c.glyphs.ellipsis)"
        case .one: "1 portal"
        case .several(let count): "\(count) portals"
        case .open: "open"
        case .opensAtStart: "opens at start"
        case .demo: "on this machine, with made-up data"
        case .noSignIn: "no sign-in"
        case .signInKept: "sign-in kept"
        case .withSignIn: "with sign-in"
        case .browsingOnly: "browsing only"
        case .oneDraft: "1 draft"
        case .drafts(let count): "\(count) drafts"
        case .inConfiguration: "in your config.yaml"
        }
    }
}
