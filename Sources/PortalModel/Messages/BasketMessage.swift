/// What is told of the basket.
public indirect enum BasketMessage: Equatable, Sendable {
    /// Every dataset that was to be put in lies there.
    case alreadyIn
    /// By the key that puts in; it can be put back.
    case takenOut
    /// What is safe after the disk refused the basket.
    case keptInMemory
    /// What happens next after the disk refused the basket.
    case writtenAgain
    /// Why a dataset of the basket cannot be requested: access management knows datasets by their identifier.
    case noIdentifierHere
    /// Why a dataset of the basket cannot be requested, in the portal's words.
    case notTakenHere(words: String)
    /// There is nothing to put back.
    case nothingTakenOut
    /// There is nothing to open or to take out.
    case isEmpty
    /// A request was asked for in the basket.
    case isEmptyHere
    /// A draft for the same datasets was on this machine, and is opened in place of another one.
    case begunBefore
    /// Asks whether to make another request besides one that the portal has, by its number.
    case standing(number: String, state: ApplicationState)
    /// What becomes of the others where a request holds one dataset.
    case oneAtATime
    /// What becomes of a second dataset that another workflow decides on.
    case otherStays
    /// The same for several.
    case othersStay(count: Int)
    /// So many were put in. Of a single one it is said that its access is open.
    case added(count: Int, open: Bool)
    /// Why one was not put in, and that others were not either.
    case andMore(refusal: Message, others: Int)
    /// Externally governed: access is asked for at the provider, whose address is known or not.
    case governedElsewhere(title: String, PlaceToAsk?)
    /// A series holds no data itself; its datasets do.
    case isSeries(title: String)
    /// The catalogue gives the dataset none.
    case noIdentifier(title: String)
    /// What undoing put back: one by its title, several by their number.
    case putBack(title: String, count: Int)
    /// The portal takes no requests, and whom to ask instead where the catalogue tells.
    case noRequestsHere(reason: Message, contact: String?)
    /// Asks whether to make another request besides one that was sent from here. `asked`: the portal was, and does not
    /// show it.
    case sentBefore(submission: Submission, asked: Bool)
}
