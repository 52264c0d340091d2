import Foundation
import PortalModel
import PortalServices
import PortalViews

/// `portal requests --watch`: one line a change, until it is stopped.
///
/// It outlives a portal that is away, a laptop that sleeps and tokens that run out, and ends where nobody is signed in any
/// more: then no look would ever be answered.
struct RequestWatcher: Sendable {
    let portal: CommandPortal
    let flags: RequestFlags
    let output: CommandOutput
    var pace: WatchPace
    /// It ends with the first change.
    let endsWithNews: Bool
    let now: @Sendable () -> Date

    /// - Returns: whether it ended with a change.
    func run() async throws -> Bool {
        var (watch, pace) = (RequestWatch(), pace)
        var isAway = false
        var isFirst = true
        while true {
            do throws(PortalError) {
                let list = try await portal.access.applications()
                if isAway { output.note(WatchWords.isBack) }
                isAway = false
                let moved = watch.look(at: list).filter {
                    flags.takes($0.request, now: now(), languages: portal.languages)
                }
                if isFirst { output.note(WatchWords.watching(count: list.count, seconds: Int(pace.interval))) }
                isFirst = false
                for movement in moved where try !tell(movement) { return true }
                if endsWithNews, !moved.isEmpty { return true }
                pace.looked(isNews: !moved.isEmpty)
            } catch {
                guard error.passes else { throw error }
                // Once, however long it is away.
                if !isAway { output.note(WatchWords.isAway(error)) }
                isAway = true
                pace.looked(isNews: false)
            }
            // Not `Task.sleep`, whose timer wakes the process once a second, for weeks.
            try await NetworkPause.sleep(for: .seconds(pace.wait))
        }
    }

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
