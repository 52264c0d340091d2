import FoundationEssentials
import PortalDomain

extension ConnectionOptions {
    /// Lets the time pass that one try of a call may take, and tells when its answer is long in coming. Cancelled when
    /// the answer is there.
    func callTime(of call: ServiceCall, requestID: String) async throws {
        // How far a file has come is told otherwise.
        guard patience < callTimeout, call.report == nil, call.persistence != .probe else {
            return try await NetworkPause.sleep(for: callTimeout)
        }
        try await callTime(of: call.operation, requestID: requestID)
    }

    func callTime(of operation: String, requestID: String) async throws {
        try await NetworkPause.sleep(for: patience)
        let rest = callTimeout - patience
        func tell(until: Date) {
            onWait(CallWait(id: requestID, operation: operation, reason: .silence, until: until, attempt: 1))
        }
        tell(until: retry.now().addingTimeInterval(Double(rest.milliseconds) / 1000))
        // What was said is taken back when the answer has come.
        defer { tell(until: retry.now()) }
        try await NetworkPause.sleep(for: rest)
    }
}
