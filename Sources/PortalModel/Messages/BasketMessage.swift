/// What is told of the basket.
public indirect enum BasketMessage: Equatable, Sendable {
    case alreadyIn
    case takenOut
    case keptInMemory
    case writtenAgain
    case noIdentifierHere
    case notTakenHere(words: String)
    case nothingTakenOut
    case isEmpty
    case isEmptyHere
    case begunBefore
    case standing(number: String, state: ApplicationState)
    case oneAtATime
    case otherStays
    case othersStay(count: Int)
    case added(count: Int, open: Bool)
    case andMore(refusal: Message, others: Int)
    case governedElsewhere(title: String, address: String?)
    case isSeries(title: String)
    case noIdentifier(title: String)
    case putBack(title: String, count: Int)
    case noRequestsHere(reason: Message, contact: String?)
    case sentBefore(submission: Submission, asked: Bool)
}
