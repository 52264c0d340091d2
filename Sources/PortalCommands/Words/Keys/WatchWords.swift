import Foundation
import PortalModel

/// What `portal requests --watch` says.
enum WatchWords: Equatable {
    case watching(count: Int, seconds: Int)
    case movement(RequestMovement, now: Date)
    case isAway(PortalError)
    case isBack
    case stopped(since: Date)
    case isLive
    case isNotLive(PortalError, seconds: Int)
    case isRefused(PortalError, seconds: Int)
    case watchAlone
    case intervalOfWatch
    case shortInterval(seconds: Int)
    case exitCodeOf
}
