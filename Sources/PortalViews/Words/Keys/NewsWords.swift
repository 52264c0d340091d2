import FoundationEssentials
import PortalModel

/// What is new, on the screen and in `portal news`.
package enum NewsWords: Equatable {
    case title
    case nothing
    /// One piece of news, as a sentence.
    case line(NewsLine, now: Date)
    case several(count: Int)
    /// The news of saved searches could not all be asked for, and why: behind a portal that is away the rest is not tried.
    case notKnown(PortalError)
}
