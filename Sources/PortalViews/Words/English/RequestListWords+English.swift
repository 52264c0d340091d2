import PortalModel
import TerminalCanvas

extension RequestListWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .found(let count): "\(c.number(count)) found"
        case .findExamples: "number, title, dataset, state or person"
        case .title: "Requests"
        case .olderBy(let age): " As of \(age)."
        case .asking(let elapsed): "asking the portal, \(elapsed)"
        case .allStates: "state: all"
        case .shownOf(let count, let all): "\(count) of \(all)"
        case .shownOfRequests(let count, let all): "\(count) of \(c.count(all, .request))"
        case .state(let name): "state: \(name)"
        case .noTitleYet: "(no title yet)"
        case .deleting: "deleting\(c.glyphs.ellipsis)"
        case .emptyCopy: "empty copy"
        case .openElsewhere: "open elsewhere"
        case .copyOf(let id): "copy of \(id)"
        case .newSince(let age): "new  \(age)"
        case .new: "new"
        case .noMatch: "No request matches. \(c.key(.goBack, in: .requestsFind)) shows all again."
        case .noneInState(let name):
            "No request is in this state: \(name). \(c.key(.goBack, in: .global)) shows all again."
        case .nothingYet: "You have not asked for access yet."
        case .howToBegin:
            """
            Put datasets into the basket with \(c.key(.addToBasket)); \(c.key(.newRequest)) makes a request of \
            it.
            """
        case .showsWhomToAsk: "\(c.key(.open, in: .browserList)) on a dataset shows whom to ask."
        case .draftsAreSafe(let next): "Drafts are safe on this machine. \(next)"
        case .signsIn: "\(c.key(.signIn)) signs in."
        case .noSignIn:
            "This profile names no place to sign in: add its identity, or start with a token in PORTAL_TOKEN."
        case .granted: "Granted access"
        case .moreGranted(let hidden): "\(hidden) more: \(c.key(.showGranted)) shows all"
        case .showsPeriods: "\(c.key(.showGranted)) shows the periods"
        case .live: "live"
        case .asksEvery(let elapsed): "checking every \(elapsed)"
        case .askingPortal: "asking the portal\(c.glyphs.ellipsis)"
        case .accessEndsToday: " access ends today"
        case .accessEnds(let days): " access \(days) d"
        case .signedOut: "signed out"
        }
    }
}
