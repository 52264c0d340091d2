import Foundation
import PortalModel
import PortalStorage

/// The request wizard without a screen: the same state, journal and calls, with commands and answers in place of keys.
///
/// So a request that a script makes is journalled before it is sent, found again when an answer was lost, and never
/// sent twice unasked, as it is from the screen. For one task at a time.
final class RequestDesk {
    private let store: Store
    private let runner: EffectRunner
    private let events: AsyncStream<Event>
    private let deliver: AsyncStream<Event>.Continuation
    /// A request that is made to be looked at leaves the basket as it is.
    private let keepsBasket: Bool
    /// That the request is submitted is being written: nobody is told before it is on the disk.
    private var isBeingRemembered = false
    /// Why that could not be written. The draft is there still, and the next run asks the portal.
    private(set) var memoryFailure: PortalError?
    /// What the service found wrong with what it was sent.
    private(set) var refusal: PortalError?

    /// What a desk waits for.
    private enum Event: Sendable {
        case action(AppAction)
        /// Of the person; nil at the end.
        case line(String?)
        /// Waited long enough, by the number of the wait.
        case limit(Int)
    }

    private var waits = 0

    /// - Parameter applications: those that the service has: none of them can be one that is made from now on.
    init(_ portal: CommandPortal, stored: StoredState, applications: [ApplicationSummary], keepsBasket: Bool) {
        self.keepsBasket = keepsBasket
        (events, deliver) = AsyncStream.makeStream()
        var state = AppState(
            now: Date(), terminal: TerminalState(columns: 80, rows: 24), profile: portal.portal.info,
            languages: portal.languages)
        state.basket.items = stored.basket
        state.requests.drafts = stored.drafts
        state.requests.seen = stored.seen
        state.requests.applications = applications
        state.requests.fetchedAt = Date()
        store = Store(state: state, now: { Date() })
        runner = EffectRunner(
            services: Services(
                discovery: portal.discovery, access: portal.access, journal: portal.portal.disk.journal,
                files: LocalFiles(environment: portal.settings.environment).service),
            makeID: { UUID().uuidString.lowercased() }, deliver: { [deliver] in deliver.yield(.action($0)) })
        store.perform = { [weak self, runner, deliver, keepsBasket] effect in
            if keepsBasket, case .disk(.keepBasket) = effect { return }
            if case .disk(.keepSubmission) = effect { self?.isBeingRemembered = true }
            runner.run(effect)
            // Nobody types here: there is nothing to wait for. What failed is for the person to repeat.
            if case .host(.startTimer(.journalDraft, _)) = effect { deliver.yield(.action(.timerFired(.journalDraft))) }
        }
    }

    var wizard: WizardState? { store.state.wizard }

    /// What the service has made of the draft so far.
    var application: Application? { wizard?.application }

    /// Opens a draft: creates its application where there is none yet.
    ///
    /// - Returns: false when it turned out to be submitted already.
    func open(_ draft: Draft) async throws -> Bool {
        store.send(.requestBegun(draft))
        await run { state in state.wizard.map(Self.hasOpened) ?? true }
        if draft.creationIsInDoubt, wizard?.opening == .notCreated(nil) {
            // Its last run has said so: who runs it again wants it made, should it still not be there.
            store.send(.commandChosen(.retry))
            await run { state in state.wizard.map(Self.hasOpened) ?? true }
        }
        guard let wizard else { throw CommandFailure("The draft could not be opened.") }
        if wizard.submission == .done {
            await remember()
            return false
        }
        if wizard.submission == .stopped(.creating, nil), wizard.opening == .ready { throw Self.notThere }
        if let error = wizard.journal.error { throw CommandFailure(error) }
        if case .unknown(_, let error) = wizard.submission { throw Self.unknown(error) }
        switch wizard.opening {
        case .notCreated(let error):
            if let error { throw CommandFailure(error) }
            throw Self.notThere
        case .unknown(let error): throw Self.unknown(error)
        case .notRead(let error): throw CommandFailure(error)
        case .ambiguous(let candidates): throw Self.ambiguous(candidates)
        case .claiming, .reading, .ready, .asking, .journalling, .creating, .checking: break
        }
        if wizard.application == nil || wizard.isRecalled, let error = wizard.loadError { throw CommandFailure(error) }
        // Nobody looks at a page here; what has to be chosen is said where it matters.
        if wizard.comparison != nil { store.send(.commandChosen(.goBack)) }
        return true
    }

    /// Gives answers, accepts licences and saves what the service takes. Answers that make other fields appear are
    /// followed by those to these fields.
    func answer(_ answers: [FieldID: FieldValue], licences: Set<Int64>) async throws {
        var before: Set<FieldID>?
        for _ in 0..<Self.rounds {
            store.send(.answersGiven(answers, licences: licences))
            store.send(.commandChosen(.saveNow))
            await run { state in state.wizard.map(Self.rests) ?? true }
            if let error = wizard?.journal.error { throw CommandFailure(error) }
            try refuseConflicts()
            if let error = wizard?.service.error {
                guard case .invalid = error.kind else { throw Self.kept(error) }
                refusal = error
                return
            }
            let left = wizard?.unsaved(answers) ?? []
            if left.isEmpty || left == before || wizard?.style == .atOnce { return }
            before = left
        }
    }

    /// A chain of fields that each show the next one is seldom longer.
    private static let rounds = 8

    /// Submits what is complete.
    func submit() async throws {
        refusal = nil
        if let state = application?.state, !state.isEditable {
            throw CommandFailure(
                "The portal has the request as \(state.word): it cannot be changed any more. The answers here that differ "
                    + "from it are kept; --another makes a new request.")
        }
        try refuseConflicts()
        store.send(.commandChosen(.showReview))
        store.send(.commandChosen(.submitRequest))
        for letter in "submit" { store.send(.input(.key(.character(letter)))) }
        store.send(.commandChosen(.choose))
        await run { state in state.wizard.map(Self.hasSent) ?? true }
        switch wizard?.submission {
        case .done?: await remember()
        case .unknown(_, let error)?: throw Self.unknown(error)
        case .stopped(.creating, nil)? where wizard?.opening == .ready: throw Self.notThere
        case .stopped(_, let error?)?:
            guard case .invalid = error.kind else { throw Self.notSubmitted(error) }
            refusal = error
        case .none?, .asking?, .journalling?, .underWay?, .verifying?, .checking?, .stopped?, nil:
            if case .ambiguous(let candidates)? = wizard?.opening { throw Self.ambiguous(candidates) }
            throw CommandFailure("The portal did not take the request. Nothing was sent twice; run this again.")
        }
    }

    /// Only a person can choose between two answers of which neither is older.
    private func refuseConflicts() throws {
        guard let fields = wizard?.conflictingFields, !fields.isEmpty else { return }
        let titles = fields.map { "“\($0.title.text(in: store.state.languages))”" }.joined(separator: ", ")
        throw CommandFailure(
            "Changed here and at the portal too: \(titles). Nothing was written over. Open the draft in portal to choose "
                + "between the answers, then run this again.")
    }

    var isSubmitted: Bool { wizard?.submission == .done }

    /// Removes a request that was made to be looked at, at the service and here.
    func discard(_ access: AccessService, _ journal: Journal) async throws {
        guard let draft = wizard?.draft else { return }
        await runner.finishWrites()
        if let id = draft.application { try await access.delete(id) }
        try await journal.discardDraft(draft.id)
    }

    /// Until it is on the disk that the request is submitted: only then it is said.
    private func remember() async { await run { [self] _ in !isBeingRemembered } }

    /// Waits until everything that was begun is at the service or on disk.
    func finish() async { await runner.finishWrites() }

    /// Lets things happen until the condition holds.
    ///
    /// - Parameter limit: gives up waiting after that.
    private func run(within limit: Duration? = nil, until condition: (AppState) -> Bool) async {
        if condition(store.state) { return }
        waits += 1
        let wait = waits
        let alarm = limit.map { limit in
            Task { [deliver] in
                try? await Task.sleep(for: limit)
                deliver.yield(.limit(wait))
            }
        }
        defer { alarm?.cancel() }
        for await event in events {
            switch event {
            case .action(let action):
                if case .submissionKept(_, let failure) = action {
                    isBeingRemembered = false
                    memoryFailure = failure
                }
                store.send(action)
            case .limit(wait): return
            case .limit, .line: continue
            }
            if condition(store.state) { return }
        }
    }
}

/// Filling in a request step by step, with a person or a pipe at the other end.
extension RequestDesk {
    /// The next line of the person, who may take any time: what happens meanwhile is taken note of.
    func line(from reader: LineReader) async -> String? {
        reader.read { [deliver] in deliver.yield(.line($0)) }
        for await event in events {
            switch event {
            case .action(let action): store.send(action)
            case .line(let line): return line
            case .limit: continue
            }
        }
        return nil
    }

    /// Gives answers and accepts licences. When this returns they are on the disk, and on their way to the service.
    ///
    /// - Parameter awaitsService: waits a while for its answer, which may bring other questions.
    func keep(_ answers: [FieldID: FieldValue], licences: Set<Int64> = [], awaitsService: Bool) async throws {
        store.send(.answersGiven(answers, licences: licences))
        try await journal()
        store.send(.commandChosen(.saveNow))
        guard awaitsService else { return }
        await run(within: Self.patience) { state in state.wizard.map(Self.rests) ?? true }
    }

    /// Attaches files, one after the other, to a field that names them then.
    ///
    /// - Returns: what was not attached, with the reason.
    func attach(_ paths: [String], to field: FieldID) async throws -> [String] {
        var failures: [String] = []
        for path in paths {
            store.send(.fileGiven(field, path: path))
            await run { state in
                !(state.wizard?.uploads ?? []).contains { $0.field == field && $0.isUnderWay }
            }
            failures += (wizard?.uploads ?? []).filter { $0.field == field }.compactMap { upload in
                upload.failure.map { "\(path) is not attached. \($0)" }
            }
            try await journal()
        }
        return failures
    }

    private func journal() async throws {
        await run { state in state.wizard.map { $0.isSavedHere || $0.journal.error != nil } ?? true }
        guard let error = wizard?.journal.error else { return }
        let reason = CommandFailure(error)
        throw CommandFailure(
            "\(reason.words) The last answer could not be kept on this machine; those before it are.", reason.status)
    }

    /// Lets what is on its way to the service arrive, for a while.
    func settle() async {
        store.send(.commandChosen(.saveNow))
        await run(within: Self.patience) { state in state.wizard.map(Self.rests) ?? true }
    }

    /// How long a person waits for questions that the portal may have besides.
    private static let patience = Duration.seconds(5)
}
