import TerminalCanvas

/// Who takes part in a request.
enum MemberWords: Equatable {
    case title(id: String)
    case withInvited(taking: String, invited: Int)
    case applicant
    case notKnown
    case nobody
    case invitedShort
    case accepting
    case takeBack(name: TerminalText)
    case remove(name: TerminalText)
    case answer(question: TerminalText)
    case shownIsOlder
    case failed(error: TerminalText, id: TerminalText, shown: TerminalText)
    case inviting(name: TerminalText)
    case takingBack
    case removing(name: TerminalText)
    case askingWho
    case askingFirst
    case unknown(error: TerminalText, id: TerminalText, again: TerminalText)
    case mayStillArrive(again: TerminalText)
    case doesItAgain(again: TerminalText)
    case lost(late: TerminalText)
    case keptTriesAgain(again: TerminalText)
    case notDone(error: TerminalText, detail: TerminalText, id: TerminalText, next: TerminalText)
}
