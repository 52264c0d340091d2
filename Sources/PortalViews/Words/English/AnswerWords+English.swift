import TerminalCanvas

extension AnswerWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .rows(let count, let besides):
            "\(c.glyphs.ellipsis) \(CountText.text(count, besides ? "more row" : "row"))"
        case .noneChosen(let count): "(none of \(count) chosen)"
        case .typeToFind: "type to find: "
        case .someOf(let shown, let count): "\(shown) of \(count)"
        case .nothingFound: "Nothing found; \(c.backspaceKey) shows more."
        case .weekdays: "Mo  Tu  We  Th  Fr  Sa  Su"
        case .showsAll: "\(c.glyphs.ellipsis) \(c.enterKey) shows all of it"
        case .committeeWrote: " The committee wrote: "
        case .changed: "changed"
        case .isPrivate: "private"
        case .askedToChange: " asked to change"
        case .ofAtLeast(let length, let least): "\(length) of at least \(least)"
        case .onWebPage: "This kind of answer is given on the portal's web page."
        case .noFile: "(no file yet)"
        case .didNotArrive(let name, let broke): "\(c.glyphs.cross) \(name)  did not arrive\(broke)"
        case .brokeOff(let percent): ", broke off at \(percent) %"
        case .sending: "sending"
        case .sendingPart(let percent, let size): "sending, \(percent) % of \(size)"
        case .sent: "sent, waiting for the portal"
        case .file: "File: "
        case .looking: "looking\(c.glyphs.ellipsis)"
        case .nothingToAttach: "Nothing here that could be attached."
        case .takes: " takes "
        case .or: "or "
        case .ofOffers(let count): " (of \(count))"
        case .again: " again: "
        case .place(let next, let count): " (\(next) of \(count))"
        case .fromProfile: "from your profile"
        case .fromDataKey: "your Crypt4GH key"
        case .fromOrganizations: "the portal's list"
        case .fromRequest(let id): "from request \(id)"
        case .row(let index, let count): "row \(index) of \(count)"
        case .oneOf(let labels): " \(c.glyphs.separator) one of: \(labels)"
        }
    }
}
