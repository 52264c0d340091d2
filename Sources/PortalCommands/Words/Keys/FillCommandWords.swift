import PortalModel

/// `portal request fill`: what is said beside the questions.
enum FillCommandWords {
    case submitted(id: String?)
    case inputEnded
    case somethingMissing, lastNotTaken
    case keptHere, keptHereFirst, keptBoth
    case notReached(PortalError)
    case reachedAgain
    /// A line that is not UTF-8, and one without an end.
    case notText(goesOn: Bool)
    case tooLong
}
