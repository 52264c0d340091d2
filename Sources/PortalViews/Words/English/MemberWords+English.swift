import PortalModel
import TerminalCanvas

extension MemberWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .title(let id): "Members of request \(id)"
        case .withInvited(let taking, let invited): "\(taking) \(c.glyphs.separator) \(invited) invited"
        case .applicant: "applicant"
        case .notKnown: "(not known)"
        case .nobody: "Nobody else takes part yet."
        case .invitedShort: "invited"
        case .accepting:
            """
            Whoever is invited gets an e-mail from REMS, which keeps the requests, and is a member as soon as \
            they have signed in there and accepted.
            """
        case .takeBack(let name):
            "Take back the invitation of \(name)? The link in their e-mail then does not work any more."
        case .remove(let name): "Remove \(name) from this request? They do not see it any more."
        case .answer(let question):
            "\(question) \(c.key(.choose, in: .memberQuestion)) does it, \(c.key(.goBack, in: .memberQuestion)) leaves everything as it is."
        case .shownIsOlder: " Shown is what was there before."
        case .failed(let error, let id, let shown): "\(error)\(id)\(shown) \(c.key(.refresh)) asks again."
        case .inviting(let name): "Inviting \(name)"
        case .takingBack: "Taking the invitation back"
        case .removing(let name): "Removing \(name)"
        case .askingWho: "The answer was lost. Asking the portal who takes part\(c.glyphs.ellipsis)"
        case .askingFirst: "Asking the portal whether the first invitation has arrived\(c.glyphs.ellipsis)"
        case .unknown(let error, let id, let again):
            """
            It is not known whether it was done. \(error)\(id) \(again) asks the portal; nothing is sent twice.
            """
        case .mayStillArrive(let again):
            "It may still arrive: \(again) looks once more, and only then sends another one."
        case .doesItAgain(let again): "\(again) does it again."
        case .lost(let late): "The answer was lost, and the portal does not show it as done. \(late)"
        case .keptTriesAgain(let again): " What you typed is kept; \(again) tries again."
        case .notDone(let error, let detail, let id, let next): "Not done. \(error)\(detail)\(id)\(next)"
        }
    }
}
