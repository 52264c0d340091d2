import PortalServices
import Synchronization

/// Time that passes until it is over, or until something is told.
final class ChangeBell: Sendable {
    private struct State: Sendable {
        var hasRung = false
        var sleeper: Task<Void, any Error>?
    }

    private let state = Mutex(State())

    /// The wait that is under way ends, or else the next one at once.
    func ring() {
        state.withLock { state in
            state.hasRung = true
            state.sleeper?.cancel()
        }
    }

    /// - Throws: `CancellationError` when the task is cancelled.
    func wait(seconds: Double) async throws {
        // Not `Task.sleep`, whose timer wakes the process once a second, for weeks.
        let sleeper = Task { try await NetworkPause.sleep(for: .seconds(seconds)) }
        state.withLock { state in
            state.sleeper = sleeper
            if state.hasRung { sleeper.cancel() }
        }
        _ = await withTaskCancellationHandler {
            await sleeper.result
        } onCancel: {
            sleeper.cancel()
        }
        state.withLock { $0 = State() }
        try Task.checkCancellation()
    }
}
