import ArgumentParser
import PortalModel
import PortalStorage

/// `portal request new`: makes a request and fills it in from a file.
struct RequestNewCommand: PortalSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a request, fill it in from a file and submit it.",
        discussion: """
            Without --submit it stays a draft at the portal. A draft for the same datasets that was begun before is \
            gone on with, so that a command that was interrupted can be run again: nothing is sent twice. \
            --validate-only makes a draft where the portal gives out its form only so, and deletes it again.
            """)

    @OptionGroup(title: "Which portal") var portal: PortalFlags
    @OptionGroup var datasets: RequestedDatasets

    @Option(help: ArgumentHelp("The answers; portal request template writes one to fill in.", valueName: "file"))
    var answers: String?

    @Flag(help: "Accept all licences of the request. Read them first.")
    var acceptLicences = false

    @Flag(help: "Submit it when nothing is missing.")
    var submit = false

    @Flag(help: "Only say what is missing or wrong.")
    var validateOnly = false

    @Flag(help: "Make a new request even where one for the same datasets was begun.")
    var another = false

    @Flag(help: "One JSON object (docs/schemas/request-new.json).")
    var json = false

    func validate() throws {
        if submit, validateOnly { throw ValidationError("--submit and --validate-only exclude each other.") }
    }

    func perform() async throws {
        let file = try answers.map { try AnswersFile(path: $0) }
        try await CommandPortal.with(portal) { portal in
            let stored = portal.portal.disk.loadStart()
            let items = try await datasets.items(at: portal, stored)
            let plan = try await RequestPlan(for: items, at: portal, stored, another: another, isTrial: validateOnly)
            let output = CommandOutput(json: json)
            if plan.goesOn { output.say("Going on with the draft that was begun before; --another makes a new one.") }
            let result: Result<Void, any Error>
            do { result = .success(try await fill(plan, file, portal, output)) } catch { result = .failure(error) }
            await plan.desk.finish()
            try result.get()
        }
    }

    private func fill(
        _ plan: RequestPlan, _ file: AnswersFile?, _ portal: CommandPortal, _ output: CommandOutput
    ) async throws {
        guard try await plan.desk.open(plan.draft) else {
            output.say("The request had been submitted already, before its answer was lost.")
            return try RequestOutcome(plan.desk, portal.languages).report(output)
        }
        do {
            let given = try file?.answers(for: plan.desk.application) ?? [:]
            let licences = acceptLicences ? plan.desk.application?.licences.map(\.id) ?? [] : []
            try await plan.desk.answer(given, licences: Set(licences))
        } catch  where validateOnly {
            try await plan.desk.discard(portal.access, portal.portal.disk.journal)
            throw error
        }
        let outcome = RequestOutcome(plan.desk, portal.languages)
        if validateOnly { try await plan.desk.discard(portal.access, portal.portal.disk.journal) }
        if submit, outcome.findings.problems.isEmpty {
            try await plan.desk.submit()
            return try RequestOutcome(plan.desk, portal.languages).report(output)
        }
        try outcome.report(output, isTrial: validateOnly, mustBeComplete: submit || validateOnly)
    }
}

/// `portal request submit`: submits a request that is filled in.
struct RequestSubmitCommand: PortalSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "Submit a request that is filled in.")

    @OptionGroup(title: "Which portal") var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Flag(help: "One JSON object (docs/schemas/request-new.json).")
    var json = false

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let output = CommandOutput(json: json)
            let application = try await portal.access.application(reference.application)
            let stored = portal.portal.disk.loadStart()
            // A draft of it here may have been sent without its answer having come.
            let isHere = stored.drafts.contains { $0.application == application.id }
            if !isHere, !application.state.isEditable { throw Self.notEditable(application.state) }
            let plan = try await RequestPlan(for: application, at: portal, stored)
            let result: Result<Void, any Error>
            do { result = .success(try await submit(plan, portal, output)) } catch { result = .failure(error) }
            await plan.desk.finish()
            try result.get()
        }
    }

    private func submit(_ plan: RequestPlan, _ portal: CommandPortal, _ output: CommandOutput) async throws {
        guard try await plan.desk.open(plan.draft) else {
            output.say("The request had been submitted already, before its answer was lost.")
            return try RequestOutcome(plan.desk, portal.languages).report(output)
        }
        if let state = plan.desk.application?.state, !state.isEditable { throw Self.notEditable(state) }
        let outcome = RequestOutcome(plan.desk, portal.languages)
        guard outcome.findings.problems.isEmpty else { return try outcome.report(output, mustBeComplete: true) }
        try await plan.desk.submit()
        try RequestOutcome(plan.desk, portal.languages).report(output, mustBeComplete: true)
    }

    private static func notEditable(_ state: ApplicationState) -> CommandFailure {
        CommandFailure("The portal has the request as \(state.word): it cannot be submitted again.")
    }
}

/// What became of a request.
struct RequestOutcome {
    let id: ApplicationID?
    let isSubmitted: Bool
    /// The portal takes a request as a whole: until then it is here alone.
    let isOnlyHere: Bool
    let findings: RequestFindings

    private struct Record: Encodable {
        var id: String?
        /// `submitted`, `draft`, or `checked` when nothing of it is left.
        var outcome: String
        var isComplete: Bool
        var problems: [RequestFindings.Problem]
    }

    init(_ desk: RequestDesk, _ languages: [String]) {
        id = desk.wizard?.draft.application
        isSubmitted = desk.isSubmitted
        isOnlyHere = desk.wizard?.style == .atOnce && !desk.isSubmitted
        findings = RequestFindings(isSubmitted ? nil : desk.wizard, languages: languages)
    }

    /// - Throws: a failure of status 6 when it has to be complete and is not.
    func report(_ output: CommandOutput, isTrial: Bool = false, mustBeComplete: Bool = false) throws {
        let isComplete = isSubmitted || findings.problems.isEmpty
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
        if !isTrial {
            output.say(
                isSubmitted
                    ? "The request is submitted."
                    : isOnlyHere
                        ? "The request is a draft on this machine, where the same command with --submit goes on."
                        : "The request is a draft at the portal; nothing was submitted.")
            if !output.isJSON, let id { try output.show(id.rawValue) }
        }
        if mustBeComplete, !isComplete { throw CommandFailure("", .validation) }
        if mustBeComplete, !isTrial, !isSubmitted {
            throw CommandFailure("The portal did not take the request.", .failed)
        }
    }
}
