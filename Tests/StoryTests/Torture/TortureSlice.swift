import Foundation

/// A piece of `make torture` (scripts/torture.py): so many rounds from one seed. Without it a test runs a sample.
enum TortureSlice {
    static func count(sample: Int) -> Int {
        max(ProcessInfo.processInfo.environment["PORTAL_TORTURE_COUNT"].flatMap { Int($0) } ?? sample, 1)
    }

    static var random: SeededGenerator { SeededGenerator(repeating: "PORTAL_TORTURE_SEED") }

    /// What was done, for the totals.
    struct Report: Encodable {
        /// Kills, keys, answers or rounds: whatever this kind counts.
        var count: Int
        /// What else is worth counting.
        var facts: [String: Int]
    }

    /// Appends a line of JSON to the slice's report, when one is wanted.
    static func report(_ count: Int, _ facts: [String: Int] = [:]) throws {
        guard let path = ProcessInfo.processInfo.environment["PORTAL_TORTURE_REPORT"],
            let file = FileHandle(forWritingAtPath: path)
        else { return }
        let line = try JSONEncoder().encode(Report(count: count, facts: facts)) + Data("\n".utf8)
        // Appending is one write, so that tests that end at the same time do not mix their lines.
        try file.seekToEnd()
        try file.write(contentsOf: line)
        try file.close()
    }
}
