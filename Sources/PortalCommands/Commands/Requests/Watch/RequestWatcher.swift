import Foundation
import PortalModel
import PortalServices
import PortalViews
import Synchronization

/// `portal requests --watch`: one line a change, until it is stopped.
///
/// It outlives a portal that is away, a laptop that sleeps and tokens that run out, and ends where nobody is signed in any
/// more: then no look would ever be answered. It ends, too, where nobody reads any more.
final class RequestWatcher: Sendable {
    let portal: CommandPortal
    /// The flags that chose the portal, as they are typed again.
    let typed: [String]
    let flags: RequestFlags
    let output: CommandOutput
    let pace: WatchPace
    /// It ends with the first change.
    let endsWithNews: Bool
    let now: @Sendable () -> Date
    /// Told of each change besides.
    let hook: ChangeHook
    /// What a terminal is told by, where there is one.
    let ringing: Ringing
    private let bell = ChangeBell()
    private let isLive = Mutex(false)
    /// When the portal was asked last, and answered.
    private let looked: Mutex<Date>

    init(
        portal: CommandPortal, typed: [String], flags: RequestFlags, output: CommandOutput, pace: WatchPace,
        endsWithNews: Bool, hook: ChangeHook, ringing: Ringing, now: @escaping @Sendable () -> Date
    ) {
        self.portal = portal
        self.typed = typed
        self.flags = flags
        self.output = output
        self.pace = pace
        self.endsWithNews = endsWithNews
        self.hook = hook
        self.ringing = ringing
        self.now = now
        looked = Mutex(now())
    }

    /// - Returns: whether it ended with a change.
    func run() async throws -> Bool {
        // What happens from the last look on is lost to nobody.
        LastWords.tell { [self] in
            output.say(WatchWords.stopped(since: looked.withLock { $0 }, flags: typed))
        }
        defer { LastWords.forget() }
        let following = await portal.portal.connection.currentChannel().map { channel in
            Task { await channel.follow { self.told($0) } }
        }
        defer { following?.cancel() }
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask { try await self.watch() }
            group.addTask {
                await OutputReader.hasGone()
                return false
            }
            defer { group.cancelAll() }
            return try await group.next() ?? false
        }
    }

    /// Says how the portal is followed, each time that this is another way.
    private func told(_ news: ChannelNews) {
        switch news {
        case .changed: bell.ring()
        case .state(.live):
            isLive.withLock { $0 = true }
            output.note(WatchWords.isLive)
            // What happened before was told to nobody.
            bell.ring()
        case .state(.lost(_, _, let error)):
            let wasLive = isLive.withLock { known in
                defer { known = false }
                return known
            }
            guard wasLive else { return }
            output.note(WatchWords.isNotLive(error, seconds: Int(pace.interval)))
            // From here on it is asked as often as without.
            bell.ring()
        case .state(.refused(let error)):
            isLive.withLock { $0 = false }
            output.note(WatchWords.isRefused(error, seconds: Int(pace.interval)))
        case .state(.none), .state(.connecting): break
        }
    }

    private func watch() async throws -> Bool {
        var (watch, pace) = (RequestWatch(), pace)
        var isAway = false
        var isFirst = true
        while true {
            do throws(PortalError) {
                let asked = now()
                let list = try await portal.access.applications()
                looked.withLock { $0 = asked }
                if isAway { output.note(WatchWords.isBack) }
                isAway = false
                let moved = watch.look(at: list).filter {
                    flags.takes($0.request, now: now())
                }
                if isFirst { output.note(WatchWords.watching(count: list.count, seconds: Int(pace.interval))) }
                isFirst = false
                hook.tell(moved)
                for movement in moved where try !tell(movement) { return true }
                ringing.tell(moved)
                if endsWithNews, !moved.isEmpty { return true }
                pace.looked(isNews: !moved.isEmpty)
            } catch {
                guard error.passes else { throw error }
                // Once, however long it is away.
                if !isAway { output.note(WatchWords.isAway(error)) }
                isAway = true
                pace.looked(isNews: false)
            }
            // Events that follow each other quickly are answered by one look.
            try await NetworkPause.sleep(for: .seconds(Self.leastBetweenLooks))
            try await bell.wait(seconds: isLive.withLock { $0 } && !isAway ? WatchPace.longest : pace.wait)
        }
    }

    private static let leastBetweenLooks = 1.0

    /// - Returns: whether there is still a reader.
    private func tell(_ movement: RequestMovement) throws(PortalError) -> Bool {
        do {
            let seen = now()
            if output.isJSON {
                return try output.emit(RequestMovementRecord(movement, seenAt: seen, languages: portal.languages))
            }
            return try output.isShown(WatchWords.movement(movement, now: seen))
        } catch {
            throw PortalError(.local, operation: "writing what has changed")
        }
    }
}

extension PortalError {
    /// It may well be otherwise at the next look.
    fileprivate var passes: Bool {
        if case .tooManyRequests = kind { return true }
        return kind == .unreadableAnswer || kind.isOfTheWay
    }
}

/// A change of a request (docs/schemas/requests-watch.json).
struct RequestMovementRecord: Encodable {
    var change: String
    var id: String
    var title: String
    /// Before.
    var from: String?
    /// Now; missing of one that is gone.
    var state: String?
    /// As the portal tells.
    var at: Date?
    var seenAt: Date
    var datasets: [RequestedDatasetRecord]

    init(_ movement: RequestMovement, seenAt: Date, languages: [String]) {
        let request = movement.request
        id = request.id.rawValue
        title = request.title
        state = request.state.word
        at = movement.at
        self.seenAt = seenAt
        datasets = request.datasets.map { RequestedDatasetRecord($0, languages: languages) }
        switch movement.kind {
        case .appeared: change = "appeared"
        case .changed(let before):
            change = "changed"
            from = before.word
        case .touched: change = "touched"
        case .gone:
            change = "gone"
            from = state
            state = nil
        }
    }
}
