import PortalModel
import TerminalCanvas

extension NextStepWords: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .step(.application): "application"
        case .step(.decision): "decision"
        case .step(.access): "access"
        case .progress(.ahead): "to come"
        case .progress(.current): "now"
        case .progress(.done): "done"
        case .progress(.refused): "refused"
        case .progress(.closed): "closed"
        case .heading: "What comes next"
        case .what(.passport): "whether archives can see the grant yet; sign in anew if not"
        case .what(.key): "a key pair, if you have none: archives encrypt for it"
        case .what(.ways): "by which service the data is had"
        case .what(.files): "fetches the files"
        case .noNotes:
            "The portal takes no notes to who handles it. helpdesk: in its profile names whom to write to."
        case .helpdesk(let place, let id):
            "The portal takes no notes to who handles it: write to \(place), and name request \(id)."
        }
    }
}
