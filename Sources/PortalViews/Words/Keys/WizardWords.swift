import TerminalCanvas

/// The wizard's steps, how a draft is opened, and what is saved where.
enum WizardWords: Equatable {
    case step(index: Int, count: Int)
    case newNumber
    case request(number: TerminalText)
    case review
    case submitted
    case form
    case askedFor(count: Int)
    case triesAgainAllKept
    case askingWhether(waited: TerminalText)
    case notKnownWhether(error: TerminalText)
    case lookingHere(waited: TerminalText)
    case openingDraft
    case cannotOpen
    case takesOver
    case triesAgain
    case askingRequests(waited: TerminalText)
    case savingDraft
    case nothingSent(again: TerminalText)
    case creating(waited: TerminalText)
    case creationLost(waited: TerminalText)
    case creationUnknown
    case asksByItself(again: TerminalText)
    case oneEach
    case goesToBasket
    case notCreated
    case creationNotThere
    case mayStillArrive
    case ambiguous
    case everythingKept
    case nothingMade
    case leaves(what: TerminalText)
    case loadingForms(waited: TerminalText)
    case lostApplication
    case makesNew
    case formsFailed
    case triesAgainAnswersKept
    case made(age: String)
    case candidate(id: String, made: String, title: String)
    case noneOfThese
    case otherHasItKey
    case otherHasIt
    case otherHasDraft
    case notSavedBecause(why: TerminalText)
    case notSaved
    case keptInMemory(why: TerminalText)
    case savingHere
    case saving
    case savedHere
    case noAnswerTrying
    case tryingAgain
    case savingAtPortal
    case sending
    case toCorrectRest(answers: String)
    case toCorrectShort(count: Int)
    case toCorrect(count: Int)
    case exceptKeptOtherwise(count: Int)
    case keptOtherwise(count: Int)
    case notYetAtPortal
    case notYetSent
    case atPortal
    case oneAnswer
    case someAnswers(count: Int)
    case conflictIn(answers: TerminalText)
    case conflictCompare
    case conflictKey
    case askingPortal
    case asking
    case portalAway
    case waitingForPortal
    case waiting
    case signedOutKey
    case signInKey
    case sentWhenBack
    case conflictChanged
    case conflictAtPortal
    case conflict
    case waitingForNetwork
    case noNetwork
    case foundWrong
    case toCorrectNow
    case notSavedAtPortal
    case notSent
}
