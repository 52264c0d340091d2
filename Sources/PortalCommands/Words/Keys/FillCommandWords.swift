import PortalModel

/// `portal request fill`: what is said beside the questions.
enum FillCommandWords {
    case submitted(id: String?)
    case inputEnded
    case somethingMissing, lastNotTaken
    case keptHere, keptHereFirst, keptBoth
    case notReached(PortalError)
    case reachedAgain
}
