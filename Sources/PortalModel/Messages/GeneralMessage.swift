/// What is told wherever somebody is.
public indirect enum GeneralMessage: Equatable, Sendable {
    case copied(bytes: Int)
    case draftFound(count: Int)
    case pasteCut(characters: Int)
    case selectAndCopy
    case stopped
    case mouseOn
    case mouseOff
    case keyDoesNothing(key: String)
    case showsWhatDoes(anywhere: Bool)
    case notTakenAsKeys
    case nothingRuns(outside: Bool)
    case enterDoesIt
    case keyDoesIt(word: String)
    case typeWord(word: String)
    case typeWordAndEnter(word: String)
    case belongsTo(place: KeyContext)
    case notOffered(feature: PortalFeature)
    case notOfferedBecause(feature: PortalFeature, reason: String)
    case linesSkipped(count: Int, file: String, first: String?)
    case draftNotWritten(error: PortalError)
    case basketNotWritten(error: PortalError)
    case mayBeLost(loss: Message)
    case uploadStops(name: String)
}
