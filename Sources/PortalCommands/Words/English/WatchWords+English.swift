import Foundation
import PortalModel
import PortalViews
import TerminalCanvas

extension WatchWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .watching(let count, let seconds):
            """
            Watching \(c.count(count, .request)), asked for every \(c.number(seconds)) s and less often while nothing \
            changes. ^C ends it.
            """
        case .movement(let movement, let now):
            """
            \(movement.request.id.rawValue)  \(Self.change(movement, c))  \(Self.title(movement))\
            \(Self.age(movement, now, c))
            """
        case .isAway(let error): "\(c(error)) \(c(error.why)) It is asked again until it answers."
        case .isBack: "The portal answers again."
        case .stopped(let since, let flags):
            """
            Stopped. Nothing is lost by that: \
            \((["portal requests"] + flags).joined(separator: " ")) --since \(Self.moment(since)) lists what happens from \
            then on.
            """
        case .isLive: "Live: the portal tells at once what changes."
        case .isNotLive(let error, let seconds):
            "Not live any more. \(c(error.why)) The portal is asked every \(c.number(seconds)) s until it is."
        case .isRefused(let error, let seconds):
            """
            The portal does not tell at once what changes: it does not take this sign-in for that. \(c(error.why)) It is \
            asked every \(c.number(seconds)) s.
            """
        case .watchAlone: "--watch asks the portal itself: leave --cached out."
        case .intervalOfWatch: "--interval is for --watch: add --watch."
        case .shortInterval(let seconds): "--interval takes \(c.number(seconds)) seconds or more."
        case .exitCodeOf: "--exit-code is for --since or --watch: add one of them."
        }
    }

    /// As `--since` takes it, in whole seconds: rather once too often than not at all, also where the service's clock is
    /// behind this machine's.
    static func moment(_ date: Date) -> String {
        Date(timeIntervalSince1970: (date.timeIntervalSince1970 - clockMargin).rounded(.down)).formatted(.iso8601)
    }

    /// In seconds.
    private static let clockMargin: TimeInterval = 120

    static func title(_ movement: RequestMovement) -> TerminalText {
        let title = movement.request.title
        return title.isEmpty ? .empty : TerminalText(singleLine: title)
    }

    static func age(_ movement: RequestMovement, _ now: Date, _ c: Phrasing) -> TerminalText {
        movement.at.map { " (\(c.age(of: $0, now: now)))" } ?? .empty
    }

    private static func change(_ movement: RequestMovement, _ c: Phrasing) -> TerminalText {
        switch movement.kind {
        case .appeared: "new, \(c(movement.request.state))"
        case .changed(let before): "\(c(before)) → \(c(movement.request.state))"
        case .touched: "\(c(movement.request.state)), something happened"
        case .gone: "not in your list any more"
        }
    }
}
