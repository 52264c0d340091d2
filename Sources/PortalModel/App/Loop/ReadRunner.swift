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
        let (services, answers) = (services.asking(id.source), services.answers)
        guard id.source == .portal else {
            return start(id) { [deliver] finish in
                var result = await outcome { () async throws(PortalError) in try await question.ask(services) }
                // What the mirror has the row of alone may have been opened before.
                if case .failure(let error) = result, error.kind == .notKept, let kept = await answers.recall(question)
                {
                    result = .success(kept.answer)
                }
                if finish() { deliver(.answered(id, result)) }
            }
        }
        start(id) { [deliver] finish in
            let recalled = question.isKept && id.mayRecall ? await answers.recall(question) : nil
            if let kept = recalled, kept.language == nil {
                let isAnswered = question.isAnswered(by: kept)
                guard isAnswered ? finish() : !Task.isCancelled else { return }
                deliver(.recalled(id, kept))
                if isAnswered { return }
            }
            let mark = await answers.mark()
            let result = await outcome { () async throws(PortalError) in try await question.ask(services) }
            guard finish() else { return }
            // What was asked for in another language is better than nothing, and than no more.
            if case .failure = result, let kept = recalled, kept.language != nil { deliver(.recalled(id, kept)) }
            deliver(.answered(id, result))
            // Behind the answer: the screen does not wait for the disk.
            guard question.isKept, case .success(let answer) = result, answer.isWhole else { return }
            await answers.keep(question, answer, mark)
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

package func outcome<Value>(_ body: () async throws(PortalError) -> Value) async -> Result<Value, PortalError> {
    do { return .success(try await body()) } catch { return .failure(error) }
}
