import TerminalCanvas

/// A form's answers, where they are written.
enum AnswerWords: Equatable {
    case noneChosen(count: Int)
    /// Of a table, besides those that are shown or all of them.
    case rows(count: Int, besides: Bool)
    case typeToFind
    case someOf(shown: Int, count: Int)
    case nothingFound
    case weekdays
    case showsAll
    case committeeWrote
    case changed
    case isPrivate
    case askedToChange
    case ofAtLeast(length: Int, least: Int)
    case onWebPage
    case noFile
    case didNotArrive(name: TerminalText, broke: TerminalText)
    case brokeOff(percent: Int)
    case sending
    case sendingPart(percent: Int, size: TerminalText)
    case sent
    case file
    case looking
    case nothingToAttach
    case takes
    case or
    case ofOffers(count: Int)
    case again
    case place(next: Int, count: Int)
    case fromProfile
    /// The key on this machine that data is encrypted for.
    case fromDataKey
    /// The organisations that the portal knows.
    case fromOrganizations
    case fromRequest(id: String)
    case row(index: Int, count: Int)
    case oneOf(labels: TerminalText)
}
