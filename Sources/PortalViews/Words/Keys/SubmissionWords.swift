import TerminalCanvas

/// The review, sending, and what comes of it.
package enum SubmissionWords: Equatable {
    case lostAnswer(waited: TerminalText)
    case unknown(error: TerminalText, id: TerminalText)
    case stillDraftBecause(error: TerminalText, id: TerminalText)
    case notSubmitted(error: TerminalText, detail: String, id: TerminalText)
    case mayStillArrive
    case stillDraft
    case unchangeable(state: TerminalText)
    case uploadFailed(name: TerminalText)
    case incomplete
    case changesAnswer(asked: TerminalText)
    case complete
    case changesAsked
    case changesAskedFor(comment: TerminalText)
    case askingPortal
    case savingAnswers
    case acceptingLicences
    case submitting
    case wasSubmitted(number: String)
    case state(word: TerminalText)
    case askedFor(count: Int)
    case whatComes
    case returnedMeanwhile
    /// Of one that follows another: asks what has changed.
    case renews(number: String, changed: Int, same: Int)
    case passedDays(count: Int)
    case changedSinceEarlier(count: Int, number: String)
    case changedSinceEarlierToo(count: Int, number: String)
    case invitedJoin
    case takingPart
    case invitedName(name: TerminalText)
    case licenceMissing(title: TerminalText)
    case acceptedMark
    case notYetMark
    case before
    case now
    case noAnswerOptional
    case noAnswerYet
    case moreLines(count: Int)
    case askedToChange
    case toDo
    case toDoCount(count: Int)
    case changed(count: Int)
    case members
    case unasked
    case licence
    case changedSince(count: Int)
    case inOtherProgram
    case atPortal
    case changedOnBothSides(answers: String, place: TerminalText)
    case sideNow
    case sideHere
    case sideBefore
    case sidePortal
    case sideThere
    case unchanged
    case asItWas(titles: TerminalText)
}
