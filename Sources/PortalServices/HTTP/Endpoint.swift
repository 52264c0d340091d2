import FoundationEssentials
import Logging
import PortalDomain

/// Where a service is, and how it is called there: adds what every call carries, bounds its time and size, repeats what
/// may be repeated, and turns every failure into a `PortalError`.
struct Endpoint: Sendable {
    let base: BaseAddress
    let client: SharedClient
    let options: ConnectionOptions
    /// One language tag; the contract's `Accept-Language` knows no list.
    let language: String
    let credentials: Credentials
    /// The service's own.
    let breaker: CircuitBreaker
    /// As whom it is named where the way to it fails.
    var service = CalledService.portal

    func perform<Result: Sendable>(
        _ call: ServiceCall,
        reading: (ServiceAnswer, _ requestID: String) throws(PortalError) -> Result
    ) async throws(PortalError) -> Result {
        let requestID = options.requestID()
        let start = ContinuousClock.now
        var status: Int?
        do throws(PortalError) {
            let answer = try await answer(to: call, requestID: requestID)
            status = answer.status
            guard (200..<300).contains(answer.status) else {
                throw PortalError(answer, to: call, requestID: requestID)
            }
            let result = try reading(answer, requestID)
            options.onCall(.answered(start.duration(to: .now)))
            options.logger.debug(
                "call answered",
                metadata: [
                    "operation": .string(call.operation), "status": .string("\(answer.status)"),
                    "request-id": .string(requestID),
                    "duration-ms": .stringConvertible(start.duration(to: .now).milliseconds),
                ])
            return result
        } catch {
            // One that comes from signing in does not know which call it kept from being made.
            var error = error
            error.requestID = error.requestID ?? requestID
            let duration = start.duration(to: .now)
            if error.kind != .cancelled { options.onCall(.failed(duration)) }
            log(error, status: status, duration: duration)
            throw error
        }
    }

    private func log(_ error: PortalError, status: Int?, duration: Duration) {
        options.logger.log(
            level: error.kind == .cancelled ? .debug : .warning, "call failed",
            metadata: [
                "operation": .string(error.operation), "kind": .string(error.kind.logName),
                "status": .string(status.map { String($0) } ?? "none"),
                "request-id": .string(error.requestID ?? ""), "duration-ms": .stringConvertible(duration.milliseconds),
            ])
    }
}
