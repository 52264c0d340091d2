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

    private struct Record: Encodable {
        var id: String?
        /// `submitted`, `draft`, or `checked` when nothing of it is left.
        var outcome: String
        var isComplete: Bool
        var problems: [RequestFindings.Problem]
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
        if let memoryFailure {
            output.say(
                "That the request is submitted could not be noted on this machine: "
                    + "\(memoryFailure.why.sentence) The same command asks the portal.")
        }
        do {
            try write(output, isTrial: isTrial)
        } catch let failure as CommandFailure where isSubmitted {
            let number = id.map { " as \($0.rawValue)" } ?? ""
            throw CommandFailure(
                "The request is submitted\(number). It is not to be submitted again: only that could not be told. "
                    + failure.words, failure.status)
        }
        if let refusal {
            let reason = CommandFailure(refusal)
            throw CommandFailure(
                "\(reason.words) Nothing was submitted; the draft and its answers are kept, and the same command goes on "
                    + "with them.", reason.status)
        }
        if mustBeComplete, !isComplete { throw CommandFailure("", .validation) }
        if mustBeComplete, !isTrial, !isSubmitted {
            throw CommandFailure("The portal did not take the request.", .failed)
        }
    }

    private func write(_ output: CommandOutput, isTrial: Bool) throws {
        if output.isJSON {
            try output.emit(
                Record(
                    id: isTrial ? nil : id?.rawValue,
                    outcome: isSubmitted ? "submitted" : isTrial ? "checked" : "draft",
                    isComplete: isComplete, problems: findings.problems))
        }
        if !findings.problems.isEmpty {
            output.say("Before the request can be submitted:")
            for line in findings.lines { output.say(line) }
        } else if isTrial {
            output.say("Nothing is missing. Nothing was submitted.")
        }
        guard !isTrial else { return }
        output.say(
            isSubmitted
                ? "The request is submitted."
                : isOnlyHere
                    ? "The request is a draft on this machine, where the same command with --submit goes on."
                    : "The request is a draft at the portal; nothing was submitted.")
        if !output.isJSON, let id { try output.show(id.rawValue) }
    }
}
