/// Sleeps by the user interface's own timers.
///
/// `Task.sleep` starts a timer in libdispatch that wakes the process once a second for as long as it lives; this does
/// not.
public struct UIClock: Clock {
    /// Time that goes on while the machine sleeps.
    public typealias Instant = ContinuousClock.Instant

    public init() {}

    /// This moment.
    public var now: Instant { .now }
    /// As `poll()` takes it: a millisecond.
    public var minimumResolution: Duration { .milliseconds(1) }

    /// Returns at `deadline` or soon after; throws `CancellationError` at once when the task is cancelled.
    public func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
        try await UISleep().wait(until: deadline)
    }
}

/// One sleeping task.
@UI
private final class UISleep {
    private var continuation: CheckedContinuation<Void, any Error>?
    private var timer: UITimer?

    nonisolated init() {}

    func wait(until deadline: ContinuousClock.Instant) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                guard !Task.isCancelled else {
                    continuation.resume(throwing: CancellationError())
                    return
                }
                self.continuation = continuation
                timer = EventSources.shared.schedule(at: deadline) { self.finish(.success(())) }
            }
        } onCancel: {
            Task { @UI in finish(.failure(CancellationError())) }
        }
    }

    private func finish(_ result: Result<Void, any Error>) {
        timer?.cancel()
        continuation?.resume(with: result)
        continuation = nil
    }
}
