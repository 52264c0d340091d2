import TerminalCanvas

/// A request, and what happened to it.
package enum RequestWords: Equatable {
    case request(id: String)
    case askingToo
    case asOf(age: String)
    case shownIsOlder(age: String)
    case nothingLost
    case notSentYet
    case expires(day: String, left: String)
    case withCommittee
    /// One of REMS's processing states, in the handlers' words.
    case processing(state: String)
    case wantsChanges
    case lasts(day: String, left: String)
    case granted(until: String)
    case renew
    case rejected
    case withdrawn
    case closed
    case otherState(name: String)
    case committeeWrote(words: String)
    case committeeWroteAt(title: String, words: String)
    case commentsWithheld
    case missingOrWrong
    case notAccepted
    case complete
    case stillOpen(parts: String)
    case file
    case files(count: Int)
    case fetchesFile
    case dataset
    case datasets(count: Int)
    case acceptedMark
    case notYetMark
    case people
    case invited
    case applicant
    case members
    case closing
    case changingDatasets
    case remsShowsIt(address: String)
    case askCommittee
    case whatHappened
    case noHistory(elsewhere: String)
    case noComments(elsewhere: String)
    case actor(name: String)
    case noTime
    case elsewhere(address: String)
}
