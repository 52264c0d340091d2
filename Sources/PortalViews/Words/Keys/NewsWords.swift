import FoundationEssentials
import PortalModel

/// What is new, on the screen and in `portal news`.
package enum NewsWords: Equatable {
    case title
    case nothing
    /// One piece of news, as a sentence.
    case line(NewsLine, now: Date)
    case several(count: Int)
    /// Saved searches whose news could not be asked for, and why.
    case notKnown(count: Int, PortalError)
}
