import Foundation
import PortalModel
import PortalStorage

/// A request session without a screen: the same state, journal and calls as the wizard's, and answers in place of keys.
///
/// So a request that a script makes is journalled before it is sent, found again when an answer was lost, and never
/// sent twice unasked, as it is from the screen. For one task at a time.
final class RequestDesk {
    private var host: SessionHost?
    private let makeHost: @Sendable (Draft) -> SessionHost
    private let runner: EffectRunner
    private let events: AsyncStream<Event>
    private let deliver: AsyncStream<Event>.Continuation
    private let languages: [String]
    /// What the service found wrong with what it was sent.
    private(set) var refusal: PortalError?

    /// What a desk waits for.
    private enum Event: Sendable {
        case action(AppAction)
        /// Of the person; nil at the end.
        case line(GivenLine)
        /// Waited long enough, by the number of the wait.
        case limit(Int)
    }

    private var waits = 0

    /// - Parameters:
    ///   - applications: those that the service has: none of them can be one that is made from now on.
    ///   - keepsBasket: a request that is made to be looked at leaves the basket as it is.
    init(_ portal: CommandPortal, stored: StoredState, applications: [ApplicationSummary], keepsBasket: Bool) {
        (events, deliver) = AsyncStream.makeStream()
        languages = portal.languages
        let style = portal.portal.info.capabilities.submission
        makeHost = {
            SessionHost($0, style: style, stored: stored, applications: applications, keepsBasket: keepsBasket)
        }
        runner = EffectRunner(
            services: Services(
                discovery: portal.discovery, access: portal.access, journal: portal.portal.journal,
                files: LocalFiles(environment: portal.settings.environment).service),
            makeID: { UUID().uuidString.lowercased() }, deliver: { [deliver] in deliver.yield(.action($0)) })
    }

    package var session: RequestSession? { host?.session }

    /// Why it could not be written that the request is submitted. The draft is there still, and the next run asks the
    /// portal.
    var memoryFailure: PortalError? { host?.memoryFailure }

    /// Lets the session act, and starts what it asks for.
    private func perform(_ body: (inout SessionHost) -> [Effect]) {
        guard var host else { return }
        let effects = body(&host)
        self.host = host
        for effect in effects { runner.run(effect) }
    }

    /// What the service has made of the draft so far.
    var application: Application? { session?.application }

    /// Opens a draft: creates its application where there is none yet.
    ///
    /// - Returns: false when it turned out to be submitted already.
    func open(_ draft: Draft) async throws -> Bool {
        host = makeHost(draft)
        perform { $0.open(now: Date()) }
        await run { $0.opened != nil }
        if host?.wantsCreation(of: draft) == true {
            perform { $0.retry(now: Date()) }
            await run { $0.opened != nil }
        }
        switch host?.opened {
        case .ready?, nil: return true
        case .submitted?:
            await remember()
            return false
        case .gone?:
            throw CommandFailure(RequestMakingWords.goneMeanwhile)
        case .notThere?: throw Self.notThere
        case .failed(let error)?: throw CommandFailure(error)
        case .unknown(let error)?: throw Self.unknown(error)
        case .ambiguous(let candidates)?: throw Self.ambiguous(candidates)
        }
    }

    /// Gives answers, accepts licences and saves what the service takes. Answers that make other fields appear are
    /// followed by those to these fields.
    func answer(_ answers: [FieldID: FieldValue], licences: Set<Int64>) async throws {
        var before: Set<FieldID>?
        for _ in 0..<Self.rounds {
            perform { $0.give(answers, licences: licences, now: Date()) }
            perform { $0.save(now: Date()) }
            await run(until: \.rests)
            if let error = session?.journal.error { throw CommandFailure(error) }
            try refuseConflicts()
            if let error = session?.service.error {
                guard case .invalid = error.kind else { throw Self.kept(error) }
                refusal = error
                return
            }
            let left = session?.unsaved(answers) ?? []
            if left.isEmpty || left == before || session?.style == .atOnce { return }
            before = left
        }
    }

    /// A chain of fields that each show the next one is seldom longer.
    private static let rounds = 8

    /// Submits what is complete.
    func submit() async throws {
        refusal = nil
        if let state = application?.state, !state.isEditable {
            throw CommandFailure(RequestMakingWords.unsubmittable(state))
        }
        try refuseConflicts()
        perform { $0.submit(now: Date()) }
        await run { $0.sent != nil }
        switch host?.sent {
        case .submitted?: await remember()
        case .unknown(let error)?: throw Self.unknown(error)
        case .notThere?: throw Self.notThere
        case .stopped(let error)?:
            guard case .invalid = error.kind else { throw Self.notSubmitted(error) }
            refusal = error
        case .ambiguous(let candidates)?: throw Self.ambiguous(candidates)
        case .notTaken?, nil:
            throw CommandFailure(RequestMakingWords.notTakenOnce)
        }
    }

    /// Only a person can choose between two answers of which neither is older.
    private func refuseConflicts() throws {
        guard let fields = session?.conflictingFields, !fields.isEmpty else { return }
        throw CommandFailure(
            RequestMakingWords.changedOnBothSides(titles: fields.map { $0.title.text(in: languages) }))
    }

    var isSubmitted: Bool { session?.submission == .done }

    /// Removes a request that was made to be looked at, at the service and here.
    func discard(_ access: AccessService, _ journal: Journal) async throws {
        guard let draft = session?.draft else { return }
        await runner.finishWrites()
        if let id = draft.application { try await access.delete(id) }
        try await journal.discardDraft(draft.id)
    }

    /// Until it is on the disk that the request is submitted: only then it is said.
    private func remember() async { await run { !$0.isBeingRemembered } }

    /// Waits until everything that was begun is at the service or on disk.
    func finish() async { await runner.finishWrites() }

    /// Lets things happen until the condition holds.
    ///
    /// - Parameter limit: gives up waiting after that.
    private func run(within limit: Duration? = nil, until condition: (SessionHost) -> Bool) async {
        if isMet(condition) { return }
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
                perform { $0.take(action, now: Date()) }
            case .limit(wait): return
            case .limit, .line: continue
            }
            if isMet(condition) { return }
        }
    }

    private func isMet(_ condition: (SessionHost) -> Bool) -> Bool { host.map { $0.isGone || condition($0) } ?? true }
}

/// Filling in a request step by step, with a person or a pipe at the other end.
extension RequestDesk {
    /// The next line of the person, who may take any time: what happens meanwhile is taken note of.
    func line(from reader: LineReader) async -> GivenLine {
        reader.read { [deliver] in deliver.yield(.line($0)) }
        for await event in events {
            switch event {
            case .action(let action): perform { $0.take(action, now: Date()) }
            case .line(let line): return line
            case .limit: continue
            }
        }
        return .end
    }

    /// Gives answers and accepts licences. When this returns they are on the disk, and on their way to the service.
    ///
    /// - Parameter awaitsService: waits a while for its answer, which may bring other questions.
    package func keep(_ answers: [FieldID: FieldValue], licences: Set<Int64> = [], awaitsService: Bool) async throws {
        perform { $0.give(answers, licences: licences, now: Date()) }
        try await journal()
        perform { $0.save(now: Date()) }
        guard awaitsService else { return }
        await run(within: Self.patience, until: \.rests)
    }

    /// Attaches files, one after the other, to a field that names them then.
    ///
    /// - Returns: what was not attached, with the reason.
    func attach(_ paths: [String], to field: FieldID) async throws -> [LinearLine] {
        var failures: [LinearLine] = []
        for path in paths {
            perform { $0.attach(path, to: field, now: Date()) }
            await run { host in !host.session.uploads.contains { $0.field == field && $0.isUnderWay } }
            failures += (session?.uploads ?? []).filter { $0.field == field }.compactMap { upload in
                upload.failure.map { .notAttached(path: path, $0) }
            }
            try await journal()
        }
        return failures
    }

    private func journal() async throws {
        await run { $0.session.isSavedHere || $0.session.journal.error != nil }
        guard let error = session?.journal.error else { return }
        throw CommandFailure(RequestMakingWords.answerNotKept(error), ExitStatus(error.kind))
    }

    /// Lets what is on its way to the service arrive, for a while.
    func settle() async {
        perform { $0.save(now: Date()) }
        await run(within: Self.patience, until: \.rests)
    }

    /// How long a person waits for questions that the portal may have besides.
    private static let patience = Duration.seconds(5)
}
