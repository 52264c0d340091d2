import FoundationEssentials
import Logging
import PortalDomain

/// The one way in which calls to a service leave this program: adds what every call carries, bounds its time and size,
/// repeats what may be repeated, and turns every failure into a `PortalError`.
struct Transport: Sendable {
    let client: SharedClient
    let options: ConnectionOptions
    /// One language tag; the contract's `Accept-Language` knows no list.
    let language: String
    let credentials: Credentials
    /// The service's own.
    let breaker: CircuitBreaker

    /// Makes a call whose answer is JSON, and reads it.
    ///
    /// - Parameter reading: gives nil when the answer is JSON of quite another shape.
    func read<Answer: Sendable>(
        _ call: ServiceCall, at base: BaseAddress, as reading: (JSONValue) throws(PortalError) -> Answer?
    ) async throws(PortalError) -> Answer {
        try await perform(call, at: base) { answer, requestID throws(PortalError) in
            func unreadable(_ detail: String?) -> PortalError {
                PortalError(.unreadableAnswer, operation: call.operation, detail: detail, requestID: requestID)
            }
            let json: JSONValue
            do throws(JSONRefusal) {
                json = try JSONValue(parsing: answer.body)
            } catch {
                throw unreadable(error.sentence ?? Self.description(ofOther: answer.body))
            }
            guard let result = try named(requestID, { () throws(PortalError) in try reading(json) }) else {
                throw unreadable("The answer is JSON of another shape.")
            }
            return result
        }
    }

    /// Makes a call whose answer is a file.
    func fetch(_ call: ServiceCall, at base: BaseAddress) async throws(PortalError) -> ServiceAnswer {
        try await perform(call, at: base) { answer, _ throws(PortalError) in answer }
    }

    /// An error that was found in an answer gets the name of its call.
    private func named<Answer>(
        _ requestID: String, _ reading: () throws(PortalError) -> Answer
    ) throws(PortalError) -> Answer {
        do throws(PortalError) {
            return try reading()
        } catch {
            var error = error
            error.requestID = requestID
            throw error
        }
    }

    /// Makes a call whose answer says no more than that it was done, by 204 and nothing else.
    ///
    /// Any other success says nothing sure: something on the way may have answered in the service's place, as the sign-in
    /// page of a guest network does, and the call may never have arrived.
    ///
    /// - Throws: `.unreadableAnswer` for a success of another kind.
    func send(_ call: ServiceCall, at base: BaseAddress) async throws(PortalError) {
        try await perform(call, at: base) { answer, requestID throws(PortalError) in
            guard answer.status != 204 else { return }
            let words =
                answer.isPage
                ? Self.description(ofOther: answer.body)
                : "The portal answered \(answer.status)"
                    + (answer.body.isEmpty ? " without a word" : "") + " where 204 was promised."
            throw PortalError(.unreadableAnswer, operation: call.operation, detail: words, requestID: requestID)
        }
    }

    func perform<Result: Sendable>(
        _ call: ServiceCall, at base: BaseAddress,
        reading: (ServiceAnswer, _ requestID: String) throws(PortalError) -> Result
    ) async throws(PortalError) -> Result {
        let requestID = options.requestID()
        let start = ContinuousClock.now
        var status: Int?
        do throws(PortalError) {
            let answer = try await answer(to: call, at: base, requestID: requestID)
            status = answer.status
            guard (200..<300).contains(answer.status) else {
                throw PortalError(answer, to: call, requestID: requestID)
            }
            let result = try reading(answer, requestID)
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
            log(error, status: status, duration: start.duration(to: .now))
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
