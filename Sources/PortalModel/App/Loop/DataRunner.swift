import Synchronization

/// Looks for data, and fetches it, one job at a time. A fetch that is stopped keeps what came.
final class DataRunner: Sendable {
    private struct Tasks {
        var fetching: Task<Void, Never>?
        var looking: Task<Void, Never>?
    }

    private let service: DataService
    private let deliver: @Sendable (AppAction) -> Void
    private let tasks = Mutex(Tasks())

    init(_ service: DataService, deliver: @escaping @Sendable (AppAction) -> Void) {
        self.service = service
        self.deliver = deliver
    }

    func run(_ work: DataWork) {
        switch work {
        case .look(let question):
            look { [service] in
                .found(question, await outcome { () async throws(PortalError) in try await service.look(question) })
            }
        case .check(let question):
            look { [service] in
                .checked(question, await outcome { () async throws(PortalError) in try await service.check(question) })
            }
        case .stop: tasks.withLock { $0.fetching }?.cancel()
        case .fetch(let job):
            tasks.withLock { tasks in
                let before = tasks.fetching
                tasks.fetching = Task {
                    // Its folder is held until it has ended.
                    await before?.value
                    await fetch(job)
                }
            }
        }
    }

    /// What was looked for before is not waited for any more.
    private func look(_ body: @escaping @Sendable () async -> DataEvent) {
        tasks.withLock { tasks in
            tasks.looking?.cancel()
            tasks.looking = Task { [deliver] in
                let event = await body()
                if !Task.isCancelled { deliver(.data(event)) }
            }
        }
    }

    private func fetch(_ job: DataJob) async {
        let result = await outcome { [service, deliver] () async throws(PortalError) in
            try await service.fetch(job) { deliver(.data(.told(job.question, $0))) }
        }
        deliver(.data(.ended(job.question, result.failure)))
    }
}
