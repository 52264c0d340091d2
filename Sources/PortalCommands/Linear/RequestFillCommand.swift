import ArgumentParser
import PortalModel
import PortalStorage
import PortalViews

/// `portal request fill`: a request filled in by questions and answers.
struct RequestFillCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "fill", abstract: "Fill in a request, one question a line.",
        discussion: """
            For screen readers, terminals without a screen, and pipes. Answers are lines of standard input; those of \
            several lines end with a line that has only a dot, tables are rows with commas, files are paths. Typing \
            :help tells what else can be typed. Every answer that was taken is on the disk before the next question. \
            Where the input ends everything is kept; the status is 6 when something is missing.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var datasets: RequestedDatasets

    @Argument(help: "The request's id, as portal requests prints it; a new one for the datasets when left out.")
    var id: String?

    @Flag(help: "Ask one question a line.")
    var linear = false

    @Flag(help: "Make a new request even where one for the same datasets was begun or submitted.")
    var another = false

    func validate() throws {
        if id != nil, !datasets.dataset.isEmpty || another {
            throw ValidationError(LaunchWords.hasDatasets)
        }
        guard linear else {
            throw ValidationError(LaunchWords.linearNeeded)
        }
    }

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            try portal.require(.requests)
            guard let plan = try await plan(at: portal) else { return }
            let result: Result<Void, any Error>
            do { result = .success(try await fill(plan, portal)) } catch { result = .failure(error) }
            await plan.finish(portal.portal.disk.journal)
            try result.get()
        }
    }

    /// Nil when it was submitted before: that was said then.
    private func plan(at portal: CommandPortal) async throws -> RequestPlan? {
        let stored = try portal.portal.drafts.required().loadStart()
        let claim = RequestClaim(portal: portal, output: CommandOutput(), answers: nil)
        guard let id else {
            let items = try await datasets.items(at: portal, stored)
            switch try await RequestPlan.begin(for: items, at: portal, stored, another: another, claim) {
            case .plan(let plan): return plan
            case .submitted(let application):
                claim.tell(of: application)
                return nil
            }
        }
        let application = try await portal.access.application(ApplicationID(id))
        let isHere = stored.drafts.contains { $0.application == application.id }
        guard isHere || application.state.isEditable else { throw Self.notEditable(application.state) }
        return try await RequestPlan(for: application, at: portal, stored, claim, patience: .zero)
    }

    private func fill(_ plan: RequestPlan, _ portal: CommandPortal) async throws {
        let output = CommandOutput()
        guard try await plan.desk.open(plan.draft) else {
            return output.say(RequestMakingWords.submittedBeforeAnswer)
        }
        guard let application = plan.desk.application else { throw CommandFailure(RequestMakingWords.noForm) }
        guard application.state.isEditable else { throw Self.notEditable(application.state) }
        let noFiles = portal.portal.info.capabilities.refusal(of: .uploadAttachment)
        try await LinearSession(
            desk: plan.desk, languages: portal.languages, resumes: TerminalWriter.standardInputIsTerminal,
            noFiles: noFiles, organizations: Self.organizations(of: portal),
            terms: Self.terms(at: portal)
        ).run()
    }

    /// Their text, or where what is no text is kept.
    private static func terms(
        at portal: CommandPortal
    ) -> @Sendable (ApplicationID, LicenceFile) async throws(PortalError) -> FetchedFile {
        let (access, files) = (portal.access, LocalFiles(environment: portal.settings.environment))
        return { (application, licence) async throws(PortalError) -> FetchedFile in
            let terms = try await access.licenceFile(application, licence)
                .checked(as: licence.name, operation: "fetching the licence")
            if let text = terms.text { return .text(text) }
            return .kept(path: try await Blocking.run { () throws(PortalError) in try files.keep(terms) })
        }
    }

    /// Asked only when somebody wants to hear them.
    private static func organizations(
        of portal: CommandPortal
    ) -> (@Sendable () async throws(PortalError) -> [String])? {
        guard portal.portal.info.capabilities.listsOrganizations else { return nil }
        let discovery = portal.discovery
        return { () async throws(PortalError) -> [String] in
            OfferedOrganizations.named(try await discovery.organizations())
        }
    }

    private static func notEditable(_ state: ApplicationState) -> CommandFailure {
        CommandFailure(RequestMakingWords.notChangeable(state))
    }
}
