import FoundationEssentials
import JSONStream
import PortalDomain

/// The one way in which calls to a service leave this program, wherever the service is found to be.
struct Transport: Sendable {
    /// Asked by every call: a portal is opened by the first, and may be another one after it has ended.
    private let endpoint: @Sendable () async throws(PortalError) -> Endpoint

    init(_ endpoint: Endpoint) { self.endpoint = { () throws(PortalError) in endpoint } }

    init(endpoint: @escaping @Sendable () async throws(PortalError) -> Endpoint) { self.endpoint = endpoint }

    /// Makes a call whose answer is JSON, and reads it.
    ///
    /// - Parameter reading: gives nil when the answer is JSON of quite another shape.
    func read<Answer: Sendable>(
        _ call: ServiceCall, as reading: (JSONValue) throws(PortalError) -> Answer?
    ) async throws(PortalError) -> Answer {
        try await perform(call) { answer, requestID throws(PortalError) in
            func unreadable(_ reason: AnswerReason) -> PortalError {
                PortalError(
                    .unreadableAnswer, operation: call.operation, because: .answer(reason), requestID: requestID)
            }
            let json: JSONValue
            do throws(JSONRefusal) {
                json = try JSONValue(parsing: answer.body)
            } catch {
                throw unreadable(error.reason ?? Self.description(ofOther: answer.body))
            }
            guard let result = try named(requestID, { () throws(PortalError) in try reading(json) }) else {
                throw unreadable(.anotherShape)
            }
            return result
        }
    }

    /// Makes a call whose answer is a file.
    func fetch(_ call: ServiceCall) async throws(PortalError) -> ServiceAnswer {
        try await perform(call) { answer, _ throws(PortalError) in answer }
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
    func send(_ call: ServiceCall) async throws(PortalError) {
        try await perform(call) { answer, requestID throws(PortalError) in
            guard answer.status != 204 else { return }
            let reason =
                answer.isPage
                ? Self.description(ofOther: answer.body)
                : .wrongSuccess(status: answer.status, isEmpty: answer.body.isEmpty)
            throw PortalError(
                .unreadableAnswer, operation: call.operation, because: .answer(reason), requestID: requestID)
        }
    }

    func perform<Result: Sendable>(
        _ call: ServiceCall, reading: (ServiceAnswer, _ requestID: String) throws(PortalError) -> Result
    ) async throws(PortalError) -> Result {
        try await endpoint().perform(call, reading: reading)
    }
}
