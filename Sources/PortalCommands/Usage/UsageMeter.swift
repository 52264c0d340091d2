import Foundation
import PortalModel
import PortalServices
import PortalStorage
import Synchronization

/// Counts what this run does, in memory, and adds it to the days on the disk when the program ends or rests.
package final class UsageMeter: Sendable {
    private struct State: Sendable {
        var figures = UsageFigures()
        /// When it was last written, or begun to be counted.
        var written = ContinuousClock.now
    }

    /// Nil where nothing is counted.
    private let file: UsageFile?
    private let state = Mutex(State())
    private let frames = Atomic(0)

    /// - Parameter directory: where the program keeps what it knows of its runs; nil where nothing is counted.
    init(in directory: String?) { file = directory.map { UsageFile(in: $0) } }

    package static let none = UsageMeter(in: nil)

    /// From the thread of the screen, with every frame: no more than this.
    package func countFrame() { frames.add(1, ordering: .relaxed) }

    /// From any thread.
    func count(_ call: CallTally) {
        guard file != nil else { return }
        let isDue = state.withLock { state in
            switch call {
            case .retried: state.figures.retries += 1
            case .answered(let duration):
                state.figures.answered += 1
                state.figures.calls.add(duration)
            case .failed(let duration):
                state.figures.failed += 1
                state.figures.calls.add(duration)
            }
            guard state.written.duration(to: .now) > Self.rest else { return false }
            state.written = .now
            return true
        }
        // Calls come when something happens anyhow, and never within a frame: a program at rest is not woken for this.
        if isDue { Thread.detachNewThread { self.write() } }
    }

    func countHit() {
        guard file != nil else { return }
        state.withLock { $0.figures.hits += 1 }
    }

    func countSave(_ duration: Duration) {
        guard file != nil else { return }
        state.withLock { $0.figures.saves.add(duration) }
    }

    /// Adds to the disk what was counted since the last time. Nothing is lost by a disk that does not take it.
    package func write() {
        guard let file else { return }
        let drawn = frames.exchange(0, ordering: .relaxed)
        let figures = state.withLock { state in
            defer { state = State() }
            state.figures.frames += drawn
            return state.figures
        }
        guard !figures.isEmpty else { return }
        do { try file.add(UsageDay(day: Self.today(), figures: figures)) } catch {
            // The next time may find a disk that takes it.
            state.withLock { $0.figures += figures }
        }
    }

    /// Where the machine is.
    private static func today() -> String {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        func padded(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
    }

    private static let rest = Duration.seconds(3600)
}

extension UsageMeter {
    /// What counts the answers that are shown from what was kept.
    func counting(_ answers: AnswerCache) -> AnswerCache {
        guard file != nil else { return answers }
        var counted = answers
        counted.recall = { [self] question in
            let answer = await answers.recall(question)
            if answer != nil { countHit() }
            return answer
        }
        return counted
    }

    /// What counts the drafts that are written.
    func counting(_ journal: Journal) -> Journal {
        guard file != nil else { return journal }
        var counted = journal
        counted.saveDraft = { [self] draft throws(PortalError) in
            let start = ContinuousClock.now
            try await journal.saveDraft(draft)
            countSave(start.duration(to: .now))
        }
        return counted
    }
}
