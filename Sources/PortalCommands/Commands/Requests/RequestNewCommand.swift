import ArgumentParser
import PortalModel
import PortalStorage

/// `portal request new`: makes a request and fills it in from a file.
struct RequestNewCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a request, fill it in from a file and submit it.",
        discussion: """
            Without --submit it stays a draft at the portal. A draft for the same datasets that was begun before is \
            gone on with, and a request that was submitted before is named instead of made again, as long as it is \
            submitted, returned or approved: a command can be run again whatever became of it. --another makes \
            another request on purpose. \
            --validate-only makes a draft where the portal gives out its form only so, and deletes it again.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var datasets: RequestedDatasets

    @Option(help: ArgumentHelp("The answers; portal request template writes one to fill in.", valueName: "file"))
    var answers: String?

    @Flag(help: "Accept all licences of the request. Read them first.")
    var acceptLicences = false

    @Flag(help: "Submit it when nothing is missing.")
    var submit = false

    @Flag(help: "Only say what is missing or wrong.")
    var validateOnly = false

    @Flag(help: "Make a new request even where one for the same datasets was begun or submitted.")
    var another = false

    @OptionGroup var purpose: PurposeOption

    @Flag(help: "One JSON object (docs/schemas/request-new.json).")
    var json = false

    func validate() throws {
        if submit, validateOnly { throw ValidationError(RequestMakingWords.submitAndValidateOnly) }
    }

    func perform() async throws {
        let file = try answers.map { try AnswersFile(path: $0) }
        try await CommandPortal.with(portal) { portal in
            let stored = try portal.portal.drafts.required().loadStart()
            let items = try await datasets.items(at: portal, stored)
            let output = CommandOutput(json: json)
            let claim = RequestClaim(portal: portal, output: output, answers: file)
            let plan: RequestPlan
            if validateOnly {
                plan = try await RequestPlan(anew: items, at: portal, stored, isTrial: true)
            } else {
                switch try await RequestPlan.begin(for: items, at: portal, stored, another: another, claim) {
                case .plan(let begun): plan = begun
                case .submitted(let application):
                    claim.tell(of: application)
                    return try RequestOutcome(of: application).report(output)
                }
            }
            if plan.goesOn { output.say(RequestMakingWords.goesOn) }
            let result: Result<Void, any Error>
            do { result = .success(try await fill(plan, file, portal, output)) } catch { result = .failure(error) }
            await plan.finish(portal.portal.disk.journal)
            try result.get()
        }
    }

    private func fill(
        _ plan: RequestPlan, _ file: AnswersFile?, _ portal: CommandPortal, _ output: CommandOutput
    ) async throws {
        guard try await plan.desk.open(plan.draft) else {
            output.say(RequestMakingWords.submittedBeforeAnswer)
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
        let hints = await purpose.hints(for: plan.desk.session, at: portal)
        PurposeOption.say(hints, output)
        var outcome = RequestOutcome(plan.desk, portal.languages)
        outcome.hints = hints
        if validateOnly { try await plan.desk.discard(portal.access, portal.portal.disk.journal) }
        if submit, outcome.isComplete {
            try await plan.desk.submit()
            outcome = RequestOutcome(plan.desk, portal.languages)
            outcome.hints = hints
            return try outcome.report(output, mustBeComplete: true)
        }
        try outcome.report(output, isTrial: validateOnly, mustBeComplete: submit || validateOnly)
    }
}

/// `portal request submit`: submits a request that is filled in.
struct RequestSubmitCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "Submit a request that is filled in.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference
    @OptionGroup var purpose: PurposeOption

    @Flag(help: "One JSON object (docs/schemas/request-new.json).")
    var json = false

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let output = CommandOutput(json: json)
            // What another program has in its hands was not read: nothing is sent on a guess.
            let drafts = try portal.portal.drafts.required()
            let claim = RequestClaim(portal: portal, output: output, answers: nil)
            var application = try await portal.access.application(reference.application)
            let plan: RequestPlan
            // A draft of it here may have been sent without its answer having come.
            let isHere = drafts.loadStart().drafts.contains { $0.application == application.id }
            if isHere || application.state.isEditable {
                plan = try await RequestPlan(for: application, at: portal, drafts.loadStart(), claim)
                // Another command may have submitted it meanwhile.
                if !plan.goesOn { application = try await portal.access.application(application.id) }
            } else {
                return try tell(of: application, claim, output)
            }
            let result: Result<Void, any Error>
            do {
                let isDone = !plan.goesOn && !application.state.isEditable
                result = .success(
                    isDone ? try tell(of: application, claim, output) : try await submit(plan, portal, output))
            } catch {
                result = .failure(error)
            }
            await plan.finish(portal.portal.disk.journal)
            try result.get()
        }
    }

    private func submit(_ plan: RequestPlan, _ portal: CommandPortal, _ output: CommandOutput) async throws {
        guard try await plan.desk.open(plan.draft) else {
            output.say(RequestMakingWords.submittedBeforeAnswer)
            return try RequestOutcome(plan.desk, portal.languages).report(output)
        }
        if let state = plan.desk.application?.state, !state.isEditable { throw Self.notEditable(state) }
        let hints = await purpose.hints(for: plan.desk.session, at: portal)
        PurposeOption.say(hints, output)
        var outcome = RequestOutcome(plan.desk, portal.languages)
        outcome.hints = hints
        guard outcome.isComplete else { return try outcome.report(output, mustBeComplete: true) }
        try await plan.desk.submit()
        outcome = RequestOutcome(plan.desk, portal.languages)
        outcome.hints = hints
        try outcome.report(output, mustBeComplete: true)
    }

    /// The portal says what became of it.
    private func tell(of application: Application, _ claim: RequestClaim, _ output: CommandOutput) throws {
        guard [.submitted, .approved].contains(application.state) else { throw Self.notEditable(application.state) }
        claim.tell(of: application, offersAnother: false)
        try RequestOutcome(of: application).report(output)
    }

    private static func notEditable(_ state: ApplicationState) -> CommandFailure {
        CommandFailure(RequestMakingWords.notSubmittable(state))
    }
}
