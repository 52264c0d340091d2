import PortalModel

/// What became of a request.
struct RequestOutcome {
    let id: ApplicationID?
    let isSubmitted: Bool
    /// The portal takes a request as a whole: until then it is here alone.
    let isOnlyHere: Bool
    /// Why the portal did not take what it was sent.
    let refusal: PortalError?
    /// Why it could not be noted here that the request is submitted.
    let memoryFailure: PortalError?
    let findings: RequestFindings
    /// What the datasets may be used for, held against the purpose; empty where none is said.
    var hints: [DataUseHint] = []

    private struct Record: Encodable {
        var id: String?
        /// `submitted`, `draft`, or `checked` when nothing of it is left.
        var outcome: String
        var isComplete: Bool
        var problems: [RequestFindings.Problem]
        var dataUse: [DataUseHintRecord]?
    }

    init(_ desk: RequestDesk, _ languages: [String]) {
        id = desk.session?.draft.application
        isSubmitted = desk.isSubmitted
        isOnlyHere = desk.session?.style == .atOnce && !desk.isSubmitted
        refusal = desk.isSubmitted ? nil : desk.refusal
        memoryFailure = desk.memoryFailure
        findings = RequestFindings(isSubmitted ? nil : desk.session, refusal: refusal, languages: languages)
    }

    /// Of a request that was submitted before.
    init(of application: Application) {
        id = application.id
        isSubmitted = true
        isOnlyHere = false
        refusal = nil
        memoryFailure = nil
        findings = RequestFindings(nil, languages: [])
    }

    /// Nothing is missing or wrong, as far as it is known.
    var isComplete: Bool { isSubmitted || findings.problems.isEmpty }

    /// - Throws: a failure of status 6 when the portal refused what it was sent, and when it has to be complete and is
    ///   not. What is submitted stays so when that cannot be written.
    func report(_ output: CommandOutput, isTrial: Bool = false, mustBeComplete: Bool = false) throws {
        if let memoryFailure { output.say(RequestMakingWords.notRemembered(memoryFailure)) }
        do {
            try write(output, isTrial: isTrial)
        } catch let failure as CommandFailure where isSubmitted {
            throw CommandFailure(RequestMakingWords.notTold(id: id?.rawValue, failure), failure.status)
        }
        if let refusal { throw RequestDesk.kept(refusal) }
        if mustBeComplete, !isComplete { throw CommandFailure(told: .validation) }
        if mustBeComplete, !isTrial, !isSubmitted {
            throw CommandFailure(RequestMakingWords.notTaken, .failed)
        }
    }

    private func write(_ output: CommandOutput, isTrial: Bool) throws {
        if output.isJSON {
            try output.emit(
                Record(
                    id: isTrial ? nil : id?.rawValue,
                    outcome: isSubmitted ? "submitted" : isTrial ? "checked" : "draft",
                    isComplete: isComplete, problems: findings.problems,
                    dataUse: hints.isEmpty ? nil : hints.map { DataUseHintRecord($0) }))
        }
        if !findings.problems.isEmpty {
            output.say(RequestMakingWords.before)
            for problem in findings.problems { output.say(problem) }
        } else if isTrial {
            output.say(RequestMakingWords.nothingMissing)
        }
        guard !isTrial else { return }
        output.say(
            isSubmitted ? RequestMakingWords.submitted : isOnlyHere ? .draftHere : .draftThere)
        if !output.isJSON, let id { try output.show(id.rawValue) }
    }
}
