import PortalModel
import TerminalCanvas

extension CommonWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .triesAgain: "\(c.key(.refresh)) tries again."
        case .requestID(let id): "request id \(id)"
        case .loading: "Loading\(c.glyphs.ellipsis)"
        case .askingPortal: "Asking the portal\(c.glyphs.ellipsis)"
        case .asOf(let age): "as of \(age)"
        case .waiting(let seconds): "waiting \(seconds) s"
        case .stops(let key): ", \(key) stops"
        case .stopsWaiting(let key): "\(key) stops waiting"
        case .inBasket: "in basket"
        case .committeeWrote(let words): "The committee wrote: \(words)"
        case .noAnswer: "no answer"
        case .noTitle: "(no title)"
        case .invited: "invited, not yet accepted"
        case .member: "member"
        case .accepted: "accepted"
        case .notAccepted: "not yet"
        case .licences: "Licences"
        case .datasets: "Datasets"
        case .answers: "Answers"
        case .email: "E-mail"
        case .name: "Name"
        case .nothingHasThisName: "nothing has this name"
        case .moreLines(let count): "\(c.glyphs.ellipsis) \(count) more lines"
        case .andMore(let titles, let count): "\(titles) and \(count) more"
        case .quoted(let title): "“\(title)”"
        case .example(let words): "(e.g. \(words))"
        }
    }
}
