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

    /// False for every other effect.
    func run(_ effect: Effect) -> Bool {
        runDiscovery(effect) || runAccess(effect) || runHealth(effect)
    }

    func cancelAll() {
        let tasks = work.withLock { work in
            defer { work.reads = [:] }
            return work.reads.values.map(\.task)
        }
        for task in tasks { task.cancel() }
    }

    private func runDiscovery(_ effect: Effect) -> Bool {
        let discovery = services.discovery
        switch effect {
        case .cancelRead(let slot): work.withLock { $0.reads.removeValue(forKey: slot)?.task }?.cancel()
        case .search(let id, let query, let start, let rows):
            read(id, .search(query, start: start, rows: rows), Answer.page) { () async throws(PortalError) in
                try await discovery.search(query, start, rows)
            } answered: {
                .searchAnswered(id, $0)
            }
        case .loadFilters(let id): read(id, .filters, Answer.filters, discovery.filters) { .filtersAnswered(id, $0) }
        case .loadFilterValues(let id, let key):
            read(id, .filterValues(key), { .filterValues(key, $0) }) { () async throws(PortalError) in
                try await discovery.filterValues(key)
            } answered: {
                .filterValuesAnswered(id, key, $0)
            }
        case .loadDataset(let id, let dataset):
            read(id, .dataset(dataset), Answer.dataset) { () async throws(PortalError) in
                try await discovery.dataset(dataset)
            } answered: {
                .datasetAnswered(id, $0)
            }
        default: return false
        }
        return true
    }

    private func runAccess(_ effect: Effect) -> Bool {
        let access = services.access
        switch effect {
        case .loadApplications(let id):
            read(id, .applications, Answer.applications, access.applications) { .applicationsAnswered(id, $0) }
        case .loadEntitlements(let id):
            read(id, .entitlements, Answer.entitlements, access.entitlements) { .entitlementsAnswered(id, $0) }
        case .loadApplication(let id, let application):
            read(id, .application(application), Answer.application) { () async throws(PortalError) in
                try await access.application(application)
            } answered: {
                .applicationAnswered(id, $0)
            }
        case .loadEarlier(let id, let applications): loadEarlier(id, applications)
        case .loadForm(let id, let identifiers):
            start(id) { [deliver] finish in
                let form = await outcome { () async throws(PortalError) in try await access.form(for: identifiers) }
                if finish() { deliver(.applicationAnswered(id, form)) }
            }
        default: return false
        }
        return true
    }

    /// One after the other, behind everything else. What was kept is as good as asking: what a person has answered once
    /// stays an answer. After a failure the others are not asked for either.
    private func loadEarlier(_ id: ReadID, _ applications: [ApplicationID]) {
        start(id) { [deliver, access = services.access, answers = services.answers] finish in
            var found: [Application] = []
            for application in applications where !Task.isCancelled {
                if case .application(let kept)? = await answers.recall(.application(application))?.answer {
                    found.append(kept)
                    continue
                }
                let mark = await answers.mark()
                let asked = await outcome { () async throws(PortalError) in try await access.application(application) }
                guard case .success(let answer) = asked else { break }
                found.append(answer)
                await answers.keep(.application(application), .application(answer), mark)
            }
            if finish() { deliver(.earlierAnswered(id, found)) }
        }
    }

    private func runHealth(_ effect: Effect) -> Bool {
        guard case .checkHealth(let id, let place) = effect else { return false }
        start(id) { [deliver, health = services.health] finish in
            let finding = await health.check(place)
            if finish() { deliver(.healthAnswered(id, finding)) }
        }
        return true
    }

    /// - Parameters:
    ///   - answer: makes of what `ask` gives what is kept.
    ///   - answered: what happened, for the model.
    private func read<Value: Sendable>(
        _ id: ReadID, _ question: Question, _ answer: @escaping @Sendable (Value) -> Answer,
        _ ask: @escaping @Sendable () async throws(PortalError) -> Value,
        answered: @escaping @Sendable (Result<Value, PortalError>) -> AppAction
    ) {
        let answers = services.answers
        start(id) { [deliver] finish in
            if id.mayRecall, let kept = await answers.recall(question) {
                guard kept.isEnough ? finish() : !Task.isCancelled else { return }
                deliver(.recalled(id, kept))
                if kept.isEnough { return }
            }
            let mark = await answers.mark()
            let result = await outcome(ask)
            guard finish() else { return }
            deliver(answered(result))
            // Behind the answer: the screen does not wait for the disk.
            guard case .success(let value) = result, answer(value).isWhole else { return }
            await answers.keep(question, answer(value), mark)
        }
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
