import Synchronization

/// Carries out reads: one a slot at a time, a new one in the place of the one before.
///
/// What was kept of an earlier answer is shown at once. Where it is not as good as asking, the service is asked behind
/// it. The wizard's application is what is sent and compared: for it nothing is recalled.
final class ReadRunner: Sendable {
    private struct Work {
        var reads: [ReadSlot: (number: Int, task: Task<Void, Never>)] = [:]
    }

    private let services: Services
    private let deliver: @Sendable (AppAction) -> Void
    private let work = Mutex(Work())

    init(_ services: Services, deliver: @escaping @Sendable (AppAction) -> Void) {
        self.services = services
        self.deliver = deliver
    }

    func cancelAll() {
        let tasks = work.withLock { work in
            defer { work.reads = [:] }
            return work.reads.values.map(\.task)
        }
        for task in tasks { task.cancel() }
    }

    func cancel(_ slot: ReadSlot) { work.withLock { $0.reads.removeValue(forKey: slot)?.task }?.cancel() }

    /// Asks the service, after what was kept where that may be shown first.
    func read(_ id: ReadID, _ question: Question) {
        let answers = services.answers
        start(id) { [deliver] finish in
            if question.isKept, id.mayRecall, let kept = await answers.recall(question) {
                guard kept.isEnough ? finish() : !Task.isCancelled else { return }
                deliver(.recalled(id, kept))
                if kept.isEnough { return }
            }
            let mark = await answers.mark()
            let result = await outcome { () async throws(PortalError) in try await self.answer(to: question) }
            guard finish() else { return }
            deliver(.answered(id, result))
            // Behind the answer: the screen does not wait for the disk.
            guard question.isKept, case .success(let answer) = result, answer.isWhole else { return }
            await answers.keep(question, answer, mark)
        }
    }

    private func answer(to question: Question) async throws(PortalError) -> Answer {
        let (discovery, access) = (services.discovery, services.access)
        switch question {
        case .search(let query, let start, let rows): return .page(try await discovery.search(query, start, rows))
        case .filters: return .filters(try await discovery.filters())
        case .filterValues(let key): return .filterValues(key, try await discovery.filterValues(key))
        case .dataset(let id): return .dataset(try await discovery.dataset(id))
        case .applications: return .applications(try await access.applications())
        case .application(let id): return .application(try await access.application(id))
        case .entitlements: return .entitlements(try await access.entitlements())
        case .catalogue: throw PortalError(.unsupported, operation: "asking the catalogue of itself")
        case .form(let identifiers): return .application(try await access.form(for: identifiers))
        case .earlier(let ids): return .earlier(await earlier(ids))
        case .health(let place): return .health(await services.health.check(place))
        }
    }

    /// One after the other, behind everything else. What was kept is as good as asking: what a person has answered once
    /// stays an answer. After a failure the others are not asked for either.
    private func earlier(_ ids: [ApplicationID]) async -> [Application] {
        let (access, answers) = (services.access, services.answers)
        var found: [Application] = []
        for id in ids where !Task.isCancelled {
            if case .application(let kept)? = await answers.recall(.application(id))?.answer {
                found.append(kept)
                continue
            }
            let mark = await answers.mark()
            let asked = await outcome { () async throws(PortalError) in try await access.application(id) }
            guard case .success(let answer) = asked else { break }
            found.append(answer)
            await answers.keep(.application(id), .application(answer), mark)
        }
        return found
    }

    /// Begins a read in the place of the one before. `body` calls `finish` once it has the last answer, and goes on only
    /// where that gives true: nobody waits any more for a read that was cancelled.
    private func start(_ id: ReadID, _ body: @escaping @Sendable (_ finish: @Sendable () -> Bool) async -> Void) {
        let replaced = work.withLock { work in
            let replaced = work.reads.removeValue(forKey: id.slot)?.task
            let task = Task {
                await CallPurpose.$current.withValue(.read(id)) {
                    await body {
                        guard !Task.isCancelled else { return false }
                        self.work.withLock { work in
                            if work.reads[id.slot]?.number == id.number { work.reads[id.slot] = nil }
                        }
                        return true
                    }
                }
            }
            work.reads[id.slot] = (id.number, task)
            return replaced
        }
        replaced?.cancel()
    }
}

func outcome<Value>(_ body: () async throws(PortalError) -> Value) async -> Result<Value, PortalError> {
    do { return .success(try await body()) } catch { return .failure(error) }
}
