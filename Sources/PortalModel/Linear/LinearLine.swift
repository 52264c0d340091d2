/// What a dialogue says, a line each: what it speaks of, without words. The views have them, in each language.
package enum LinearLine: Hashable, Sendable {
    /// The words of a form or of a person, on one line.
    case words(String)
    /// One of the choices, by its number.
    case choice(Int, String)
    /// Why something was not done.
    case because(Reason)
    /// What can be typed in place of an answer.
    case guide(Guide)

    // Where the dialogue is.
    case request(id: String?, ApplicationState, titles: [String])
    case questionCount(Int)
    case goingOn
    case firstQuestion
    case title(Title)
    case listed(Title, Mark)
    case noQuestion(String)
    case unknown(String)
    case nothingToChoose, nothingToTakeOut
    case askedNow(String), notAsked(String)
    case notNeeded

    // A question.
    case form(String)
    case facts(isOptional: Bool?, FieldGuidance, most: Int?, isPrivate: Bool)
    case hint(String)
    case choiceCount(Int)
    case columns([Column])
    case present(String)
    case wrong(FieldProblem)
    case prompt(AnswerShape, areNumbered: Bool, isBlank: Bool)

    // The organisations that the portal lists, or what else is read by its number.
    case organizationsListed, organizationsNotHad, takeByNumber
    case moreOrganizations(Int)
    case noneFits(String)
    case nothingToTake(Int)

    // What became of an answer.
    case refused(TypedAnswer.Refusal)
    case savedNothing
    case saved(Short)
    case kept(Short)
    case noAnswer, leftOpen
    case notAttached(path: String, Reason)

    // Licences.
    case licenceText(address: String)
    case licenceFile(name: String)
    case isAccepted, typeAccept, acceptOrLeave, staysAccepted, licenceLeftOpen
    case noTerms
    case termsKept(name: String, path: String)
    case termsNotHad(name: String, PortalError)

    /// Before sending.
    case review(Review)

    /// The lines of `:help`, in their order.
    package enum Guide: CaseIterable, Sendable {
        case keeps, moves, goesTo, reads, clears, lists, quits, colon
    }

    /// What a place is called.
    package enum Title: Hashable, Sendable {
        /// - count: of all questions.
        case question(Int, of: Int, String)
        case licence(Int, of: Int, String)
        case review
    }

    /// How far the place of a list is.
    package enum Mark: Hashable, Sendable {
        case missing, wrong, noAnswer, answered, accepted, review
    }

    /// An answer where it is short, else how long it is.
    package enum Short: Hashable, Sendable {
        case words(String)
        case rows(Int)
        /// - left: how many characters more would fit.
        case characters(Int, left: Int?)
    }

    /// A column of a table, and what it takes.
    package struct Column: Hashable, Sendable {
        /// What it is called, in the reader's language.
        package var label: String
        /// It takes an e-mail address.
        package var isEmail = false
        /// What is offered, where something is.
        package var options: [String]?
    }

    /// What is read before sending, and what becomes of that.
    package enum Review: Hashable, Sendable {
        case dataset(String)
        case answered(number: Int, title: String, answer: String)
        case licence(title: String, isAccepted: Bool)
        case nothingMissing
        /// - number: of the question; nil where it is none.
        case missing(number: Int?, title: String, [FieldProblem])
        case missingLicence(title: String)
        case missingBesides(FieldProblem)
        case changedElsewhere(title: String)
        /// Of a request that follows another.
        case renews(number: String, changed: Int, same: Int)
        case passedDay(number: Int?, title: String, answer: String)
        case changedSince(number: Int?, title: String, before: String)
        case unsettled, complete
        case thingsMissing(Int)
        case notTaken, notSent, sending
    }
}
