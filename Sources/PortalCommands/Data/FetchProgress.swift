import PortalModel
import PortalViews
import Synchronization
import TerminalCanvas

/// How far files have come: on a terminal in a line that is written over, else in a line for each tenth of a large file.
final class FetchProgress: Sendable {
    private struct Going {
        var name: String
        var size: UInt64
        var done: UInt64 = 0
    }

    private struct State {
        var going: [Int: Going] = [:]
        var shownAt: ContinuousClock.Instant?
        var isLineShown = false
        var tenths: [Int: Int] = [:]
    }

    /// What is smaller is told of when it is there.
    private static let large: UInt64 = 100_000_000

    private let output: CommandOutput
    private let state = Mutex(State())

    init(_ output: CommandOutput) { self.output = output }

    func begin(_ number: Int, _ name: String, size: UInt64) {
        state.withLock { $0.going[number] = Going(name: name, size: size) }
    }

    func tell(_ number: Int, _ done: UInt64) {
        state.withLock { state in
            guard var going = state.going[number] else { return }
            going.done = done
            state.going[number] = going
            guard output.showsProgress else { return tellTenth(number, going, &state) }
            let now = ContinuousClock.now
            if let last = state.shownAt, now - last < .milliseconds(200) { return }
            state.shownAt = now
            state.isLineShown = true
            let all = state.going.sorted { $0.key < $1.key }.map(\.value)
            output.showOver(FetchWords.going(all.map { .init(name: $0.name, done: $0.done, size: $0.size) }))
        }
    }

    private func tellTenth(_ number: Int, _ going: Going, _ state: inout State) {
        guard going.size >= Self.large else { return }
        let tenth = Int(going.done / (going.size / 10))
        // Where a second run goes on is not news.
        guard let last = state.tenths[number] else {
            state.tenths[number] = tenth
            return
        }
        guard tenth > last, tenth < 10 else { return }
        state.tenths[number] = tenth
        output.say(FetchWords.going([.init(name: going.name, done: going.done, size: going.size)]))
    }

    /// When a signal ends all of it: what is on the disk of what was on its way.
    func tellWhatIsKept(in folder: String) {
        // Whoever holds it may be held up by a terminal that takes nothing; the program ends all the same.
        let all = state.withLockIfAvailable { state in
            if state.isLineShown { output.showOver(FetchWords.going([])) }
            return state.going.sorted { $0.key < $1.key }.map(\.value)
        }
        output.say(
            FetchWords.interrupted((all ?? []).map { .init(name: $0.name, done: $0.done, size: $0.size) }, path: folder)
        )
    }

    /// Says what became of a file, in a line of its own, and for a program as JSON.
    func end(_ number: Int, _ words: FetchWords, _ report: FetchReport) throws(CommandFailure) {
        state.withLock { state in
            state.going[number] = nil
            state.shownAt = nil
            if state.isLineShown { output.showOver(FetchWords.going([])) }
            state.isLineShown = false
            output.say(words)
        }
        // Not within the lock: whoever reads it may have stopped reading.
        guard output.isJSON else { return }
        do { try output.emit(report) } catch { throw error as? CommandFailure ?? CommandFailure(told: .failed) }
    }
}
