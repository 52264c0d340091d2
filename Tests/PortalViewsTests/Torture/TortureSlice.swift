import Foundation

/// A piece of `make torture` (scripts/torture.py): so many rounds from one seed. Without it a test runs a sample, the
/// same in every run.
enum TortureSlice {
    static func count(sample: Int) -> Int { max(number("PORTAL_TORTURE_COUNT") ?? sample, 1) }

    static var seed: UInt64 { UInt64(max(number("PORTAL_TORTURE_SEED") ?? 0, 0)) }

    private static func number(_ variable: String) -> Int? {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
    }

    /// What was done, for the totals.
    private struct Report: Encodable {
        var count: Int
        var facts: [String: Int]
    }

    /// Appends a line of JSON to the slice's report, when one is wanted.
    static func report(_ count: Int, _ facts: [String: Int]) throws {
        guard let path = ProcessInfo.processInfo.environment["PORTAL_TORTURE_REPORT"],
            let file = FileHandle(forWritingAtPath: path)
        else { return }
        try file.seekToEnd()
        try file.write(contentsOf: JSONEncoder().encode(Report(count: count, facts: facts)) + Data("\n".utf8))
        try file.close()
    }
}
