import Foundation
import Synchronization

/// Tells how far the catalogue is read: in JSON lines on standard output for a program that asked for them, else in one
/// line on standard error where that is a terminal. At most four times a second.
final class ReadingReport: Sendable {
    private enum Form { case lines, terminal, none }
    private struct State {
        var told: ContinuousClock.Instant?
        /// Columns of the line that stands on the terminal.
        var columns = 0
    }

    private static let pause = Duration.milliseconds(250)

    private let name: String
    private let form: Form
    private let state = Mutex(State())

    init(of name: String, inLines: Bool) {
        self.name = PlainLine((name as NSString).lastPathComponent).text
        form = inLines ? .lines : StandardError.isTerminal ? .terminal : .none
    }

    func tell(_ progress: CatalogueProgress) {
        guard form != .none else { return }
        let isDue = state.withLock { state in
            let now = ContinuousClock.now
            if let told = state.told, now - told < Self.pause { return false }
            state.told = now
            return true
        }
        guard isDue else { return }
        switch form {
        case .lines: StandardOutput.write(progress)
        case .terminal: rewrite(Self.words(name, progress))
        case .none: break
        }
    }

    /// Takes the line off the terminal.
    func end() { if form == .terminal { rewrite("") } }

    static func words(_ name: String, _ progress: CatalogueProgress) -> String {
        let part = progress.size > 0 ? "\(min(100, progress.bytes * 100 / progress.size)) %, " : ""
        return "Reading \(name): \(part)\(progress.datasets) datasets"
    }

    private func rewrite(_ words: String) {
        let before = state.withLock { state in
            defer { state.columns = words.count }
            return state.columns
        }
        guard before > 0 || !words.isEmpty else { return }
        let rest = String(repeating: " ", count: max(0, before - words.count))
        StandardError.write(over: PlainLine("\(words)\(rest)"))
    }
}
