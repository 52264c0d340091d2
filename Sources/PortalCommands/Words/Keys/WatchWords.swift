import Foundation
import PortalModel

/// What `portal requests --watch` says.
enum WatchWords: Equatable {
    case watching(count: Int, seconds: Int)
    case movement(RequestMovement, now: Date)
    case isAway(PortalError)
    case isBack
    /// - flags: that name the portal, for what is typed next.
    case stopped(since: Date, flags: [String])
    case isLive
    case isNotLive(PortalError, seconds: Int)
    case isRefused(PortalError, seconds: Int)
    case watchAlone
    case intervalOfWatch
    case shortInterval(seconds: Int)
    case exitCodeOf
}
