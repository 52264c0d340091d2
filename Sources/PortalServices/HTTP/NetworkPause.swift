import NIOCore
import NIOPosix
import PortalDomain

/// Lets time pass on the thread of the network.
///
/// `Task.sleep` leaves its timer in libdispatch when it is cancelled, and while one is left libdispatch wakes the process
/// once a second: the time-out of a call that was answered at once would keep an idle program awake until it is over.
public enum NetworkPause {
    /// Throws `CancellationError` as soon as the task is cancelled; nothing is left behind then.
    public static func sleep(for duration: Duration) async throws {
        let timer = SharedClient.networkThread.next().scheduleTask(in: .nanoseconds(duration.nanoseconds)) {}
        try await withTaskCancellationHandler {
            do {
                try await timer.futureResult.get()
            } catch is EventLoopError {
                throw CancellationError()
            }
        } onCancel: {
            timer.cancel()
        }
    }
}

extension Duration {
    /// At most what fits, which is 292 years.
    fileprivate var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? .max : whole.addingReportingOverflow(attoseconds / 1_000_000_000).partialValue
    }
}
