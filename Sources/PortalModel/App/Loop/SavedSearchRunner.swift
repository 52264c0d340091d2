import Synchronization

/// Carries out what is done with saved searches. Whatever asks the portal runs beside the rest; what came of it is told one
/// after the other, each with the list as it is then, so that no list is older than the one before.
final class SavedSearchRunner: Sendable {
    /// Work that is to be done, or was done.
    private struct Step: Sendable {
        var work: SavedSearchWork
        var done: Result<Void, PortalError>?
    }

    private let service: SavedSearchService
    private let deliver: @Sendable (AppAction) -> Void
    /// Begins with the first work: most people have none.
    private let steps = Mutex<AsyncStream<Step>.Continuation?>(nil)

    init(_ service: SavedSearchService, deliver: @escaping @Sendable (AppAction) -> Void) {
        self.service = service
        self.deliver = deliver
    }

    deinit { steps.withLock { $0?.finish() } }

    func run(_ work: SavedSearchWork) {
        let steps = begun()
        guard work.asksPortal else {
            steps.yield(Step(work: work))
            return
        }
        Task { [service] in steps.yield(Step(work: work, done: await Self.perform(work, service))) }
    }

    private func begun() -> AsyncStream<Step>.Continuation {
        steps.withLock { steps in
            if let steps { return steps }
            let (stream, continuation) = AsyncStream<Step>.makeStream()
            steps = continuation
            Task { [service, deliver] in
                for await step in stream {
                    let done = if let done = step.done { done } else { await Self.perform(step.work, service) }
                    deliver(.searches(.listed(await outcome(service.list))))
                    var failure: PortalError?
                    if case .failure(let error) = done { failure = error }
                    deliver(.searches(.done(step.work, failure)))
                }
            }
            return continuation
        }
    }

    private static func perform(
        _ work: SavedSearchWork, _ service: SavedSearchService
    ) async -> Result<Void, PortalError> {
        await outcome { () async throws(PortalError) in
            switch work {
            case .list: break
            case .check(let search): try await service.check(search)
            case .save(let name, let line): _ = try await service.save(name, line)
            case .rename(let search, let name): try await service.rename(search.id, name)
            case .markSeen(let search): try await service.markSeen(search.id)
            case .remove(let search): try await service.remove(search.id)
            case .restore(let search): try await service.restore(search.id)
            }
        }
    }
}

extension SavedSearchWork {
    /// It takes as long as the portal does.
    fileprivate var asksPortal: Bool {
        switch self {
        case .check, .save: true
        case .list, .rename, .markSeen, .remove, .restore: false
        }
    }
}
