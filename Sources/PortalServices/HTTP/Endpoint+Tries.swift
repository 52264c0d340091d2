import FoundationEssentials
import Logging
import PortalDomain

/// Making a call until it is answered: what is tried again, when, and when it is not tried at all.
extension Endpoint {
    /// The answer to the call's last try, whatever its status.
    func answer(
        to call: ServiceCall, requestID: String
    ) async throws(PortalError) -> ServiceAnswer {
        if call.persistence != .probe, let seconds = breaker.refusal() {
            throw PortalError(.notTried(retryAfter: seconds), operation: call.operation, requestID: requestID)
        }
        var tries = 1
        while true {
            let outcome = await outcome(of: call, requestID: requestID)
            if call.persistence != .probe { note(outcome) }
            guard call.isSafe, call.persistence == .usual, !Task.isCancelled,
                let pause = options.retry.pause(after: outcome, tries: tries)
            else {
                switch outcome {
                case .answered(let answer): return answer
                case .failed(let failed): throw failed.error
                }
            }
            tries += 1
            options.onCall(.retried)
            try await wait(pause, before: tries, of: call, requestID: requestID)
        }
    }

    private func outcome(of call: ServiceCall, requestID: String) async -> TryOutcome {
        do throws(FailedTry) {
            return .answered(try await exchange(call, requestID: requestID))
        } catch {
            return .failed(error)
        }
    }

    private func note(_ outcome: TryOutcome) {
        switch outcome {
        case .answered(let answer): answer.status >= 500 && answer.status != 501 ? breaker.failed() : breaker.answered()
        case .failed(let failed):
            failed.isOfService && failed.error.kind.isSilence ? breaker.failed() : breaker.abandoned()
        }
    }

    private func wait(
        _ pause: Pause, before attempt: Int, of call: ServiceCall, requestID: String
    ) async throws(PortalError) {
        options.logger.info(
            "call is tried again",
            metadata: [
                "operation": .string(call.operation), "request-id": .string(requestID),
                "reason": .string(pause.reason.logName), "try": .stringConvertible(attempt),
                "delay-ms": .stringConvertible(pause.duration.milliseconds),
            ])
        guard pause.duration > .zero else { return }
        let until = options.retry.now().addingTimeInterval(Double(pause.duration.milliseconds) / 1000)
        options.onWait(
            CallWait(id: requestID, operation: call.operation, reason: pause.reason, until: until, attempt: attempt))
        do {
            try await options.retry.sleep(pause.duration)
        } catch {
            throw PortalError(.cancelled, operation: call.operation, requestID: requestID)
        }
    }
}

extension CallWait.Reason {
    fileprivate var logName: String {
        switch self {
        case .asked: "asked"
        case .silence: "silence"
        case .failed(let kind): kind.logName
        }
    }
}

extension Duration {
    var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}
