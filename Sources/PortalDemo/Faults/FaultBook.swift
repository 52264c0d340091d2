import Synchronization

/// The rules that are in force, with how often each was met.
final class FaultBook: Sendable {
    struct Entry: Encodable, Sendable {
        let rule: FaultRule
        /// Calls that matched, whether they went well or not.
        var calls = 0
        /// Calls that went wrong.
        var faults = 0
    }

    private let entries = Mutex<[Entry]>([])

    var all: [Entry] { entries.withLock { $0 } }

    func replace(with rules: [FaultRule]) {
        entries.withLock { $0 = rules.map { Entry(rule: $0) } }
    }

    /// Counts a call with every rule that it matches.
    ///
    /// - Returns: The rule to carry out now, or nil when the call goes well.
    func due(method: String, path: String) -> FaultRule? {
        entries.withLock { entries in
            var due: FaultRule?
            for index in entries.indices where entries[index].rule.matches(method: method, path: path) {
                let (rule, entry) = (entries[index].rule, entries[index])
                entries[index].calls += 1
                let isSpent = rule.times.map { entry.faults >= $0 } ?? false
                if due == nil, entry.calls >= rule.after, !isSpent {
                    due = rule
                    entries[index].faults += 1
                }
            }
            return due
        }
    }
}
