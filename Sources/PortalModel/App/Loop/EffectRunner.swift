import Synchronization

/// Carries out the effects that reach services and the disk, and sends back what came of them.
///
/// Reads replace the read before them in the same slot (`ReadRunner`). Writes run one after the other in the queue of their draft
/// and are never cancelled. The journal has queues of its own, so that an answer kept on disk never waits for the
/// network.
public final class EffectRunner: Sendable {
    private enum Queue: Hashable {
        case service(DraftID)
        case application(ApplicationID)
        case journal(DraftID)
        case basket, cache, person

        var purpose: CallPurpose? {
            if case .service(let draft) = self { .draft(draft) } else { nil }
        }

        var isLocal: Bool {
            switch self {
            case .journal, .basket, .cache, .person: true
            case .service, .application: false
            }
        }
    }

    private struct Work {
        var writes: [Queue: (number: Int, task: Task<Void, Never>)] = [:]
        var lastWrite = 0
    }

    private let services: Services
    private let makeID: @Sendable () -> String
    private let deliver: @Sendable (AppAction) -> Void
    private let work = Mutex(Work())
    private let reads: ReadRunner
    private let login: LoginRunner
    private let files: FileRunner
    private let searches: SavedSearchRunner
    private let mirror: MirrorRunner
    private let data: DataRunner

    /// `deliver` is called from any thread.
    public init(
        services: Services, makeID: @escaping @Sendable () -> String, deliver: @escaping @Sendable (AppAction) -> Void
    ) {
        self.services = services
        self.makeID = makeID
        self.deliver = deliver
        reads = ReadRunner(services, deliver: deliver)
        login = LoginRunner(services.identity, deliver: deliver)
        files = FileRunner(services, deliver: deliver)
        searches = SavedSearchRunner(services.searches, deliver: deliver)
        mirror = MirrorRunner(services.mirror, deliver: deliver)
        data = DataRunner(services.data, deliver: deliver)
    }

    /// Starts the effect. What is for the host is the host's to do.
    public func run(_ effect: Effect) {
        switch effect {
        case .read(let id, let question): reads.read(id, question)
        case .cancelRead(let slot): reads.cancel(slot)
        case .tryAtOnce: services.tryAtOnce()
        case .write(let change): run(change)
        case .disk(let change): run(change)
        case .file(let work): files.run(work)
        case .identity(let work): login.run(work)
        case .searches(let work): searches.run(work)
        case .mirror(let work): mirror.run(work)
        case .data(let work): data.run(work)
        case .makeDraftID: deliver(.draftIDMade(DraftID(makeID())))
        case .host, .portals: break
        }
    }

    /// A write was started that has not ended.
    public var isWriting: Bool { work.withLock { !$0.writes.isEmpty } }

    /// Waits until every write that was started has ended.
    public func finishWrites() async {
        while let task = work.withLock({ $0.writes.values.first?.task }) { await task.value }
    }

    /// Waits until everything is on disk that was meant for it. What is under way at a service is journalled.
    public func finishJournal() async {
        while let task = work.withLock({ $0.writes.first { $0.key.isLocal }?.value.task }) { await task.value }
    }

    /// Ends reads. Writes go on.
    public func cancelReads() {
        reads.cancelAll()
        mirror.run(.stop)
        data.run(.stop)
    }

    private func write(_ queue: Queue, _ body: @escaping @Sendable () async -> AppAction) {
        let deliver = deliver
        work.withLock { work in
            work.lastWrite += 1
            let number = work.lastWrite
            let before = work.writes[queue]?.task
            let task = Task {
                await before?.value
                let action = await CallPurpose.$current.withValue(queue.purpose) { await body() }
                deliver(action)
                self.work.withLock { work in
                    if work.writes[queue]?.number == number { work.writes[queue] = nil }
                }
            }
            work.writes[queue] = (number, task)
        }
    }

    private func run(_ change: ServiceWrite) {
        let access = services.access
        switch change {
        case .createApplication(let draft, let identifiers):
            write(.service(draft)) {
                .session(
                    draft,
                    .created(await outcome { () async throws(PortalError) in try await access.create(identifiers) }))
            }
        case .sendRequest(let draft, let identifiers, let answers):
            write(.service(draft)) {
                .session(
                    draft,
                    .sent(await outcome { () async throws(PortalError) in try await access.send(identifiers, answers) })
                )
            }
        case .saveAnswers(let draft, let application, let revision, let answers):
            write(.service(draft)) {
                let failure = await failure { () async throws(PortalError) in
                    try await access.save(application, answers)
                }
                return .session(draft, .saved(revision: revision, failure))
            }
        case .acceptLicences(let draft, let application, let licences):
            write(.service(draft)) {
                .session(
                    draft,
                    .licencesAccepted(
                        await failure { () async throws(PortalError) in try await access.accept(application, licences) }
                    ))
            }
        case .submit(let draft, let application):
            write(.service(draft)) {
                .session(
                    draft,
                    .submitted(await failure { () async throws(PortalError) in try await access.submit(application) }))
            }
        case .deleteApplication(let application):
            write(.application(application)) {
                .request(
                    application,
                    .deleted(await failure { () async throws(PortalError) in try await access.delete(application) }))
            }
        case .changeRequest(let application, let change):
            write(.application(application)) {
                .request(
                    application,
                    .changed(
                        change,
                        await failure { () async throws(PortalError) in try await access.change(application, change) }))
            }
        case .copyApplication(let application):
            write(.application(application)) {
                .request(
                    application,
                    .copied(await outcome { () async throws(PortalError) in try await access.copyAsNew(application) }))
            }
        case .claimRequest(let draft, let asksPortal):
            write(.service(draft.id)) { [services] in
                .requestClaimed(draft, await services.claim(draft, asksPortal: asksPortal))
            }
        case .reconcile(let draft, let application, let lost, let inquiry):
            write(.service(draft)) {
                .session(
                    draft,
                    .reconciled(
                        inquiry,
                        await outcome { () async throws(PortalError) in try await access.reconcile(application, lost) })
                )
            }
        case .inviteMember(let id, let name, let email):
            write(.application(id)) {
                .members(
                    id,
                    .changed(
                        .invite(name: name, email: email),
                        await failure { () async throws(PortalError) in try await access.invite(id, name, email)
                        }))
            }
        case .removeMember(let id, let member):
            write(.application(id)) {
                .members(
                    id,
                    .changed(
                        .remove(member),
                        await failure { () async throws(PortalError) in try await access.remove(id, member) }))
            }
        case .checkMembers(let id):
            write(.application(id)) {
                .members(
                    id, .checked(await outcome { () async throws(PortalError) in try await access.application(id) }))
            }
        }
    }

    private func run(_ change: DiskWrite) {
        let journal = services.journal
        switch change {
        case .openDraft(let draft, let application):
            write(.journal(draft)) {
                .session(
                    draft,
                    .opened(
                        await outcome { () async throws(PortalError) in try await journal.openDraft(draft, application)
                        }))
            }
        case .takeOverDraft(let draft, let application):
            write(.journal(draft)) {
                .session(
                    draft,
                    .takenOver(
                        await outcome { () async throws(PortalError) in try await journal.takeOver(draft, application) }
                    ))
            }
        case .journalDraft(let draft):
            write(.journal(draft.id)) {
                let failure = await failure { () async throws(PortalError) in try await journal.saveDraft(draft) }
                return .session(draft.id, .journalled(revision: draft.revision, failure))
            }
        case .keepForm(let draft, let form):
            write(.journal(draft)) {
                .keptInCache(
                    await failure { () async throws(PortalError) in try await journal.keepForm(draft, form) })
            }
        case .discardDraft(let draft):
            write(.journal(draft)) {
                .draftDiscarded(
                    draft, await failure { () async throws(PortalError) in try await journal.discardDraft(draft) })
            }
        case .keepSubmission(let submission):
            write(.journal(submission.draft)) {
                .submissionKept(
                    submission.draft,
                    await failure { () async throws(PortalError) in try await journal.keepSubmission(submission) })
            }
        case .keepBasket(let items):
            write(.basket) {
                .basketKept(await failure { () async throws(PortalError) in try await journal.saveBasket(items) })
            }
        case .keepPerson(let person):
            write(.person) { [keepPerson = services.keepPerson] in
                .personKept(await failure { () async throws(PortalError) in try await keepPerson(person) })
            }
        case .keepTable(let table):
            write(.cache) { [keepTable = services.keepTable] in
                .keptInCache(await failure { () async throws(PortalError) in try await keepTable(table) })
            }
        case .keepSearch(let line):
            write(.cache) { [keepSearch = services.keepSearch] in
                .keptInCache(await failure { () async throws(PortalError) in try await keepSearch(line) })
            }
        case .keepSeen(let seen):
            write(.cache) {
                .keptInCache(await failure { () async throws(PortalError) in try await journal.saveSeen(seen) })
            }
        }
    }
}

private func failure(_ body: () async throws(PortalError) -> Void) async -> PortalError? {
    do {
        try await body()
        return nil
    } catch {
        return error
    }
}
