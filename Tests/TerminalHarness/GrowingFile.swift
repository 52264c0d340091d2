import Foundation

/// A file that another program writes into.
public enum GrowingFile {
    /// What is in it as soon as that is what is waited for.
    ///
    /// - Throws: with what is there, when it has not come in time.
    public static func text(
        of path: String, atMost time: Duration = .seconds(40), until isThere: @escaping @Sendable (String) -> Bool
    ) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            // A thread of its own: tests share only a few.
            Thread.detachNewThread {
                continuation.resume(with: Result { try wait(for: path, atMost: time, until: isThere) })
            }
        }
    }

    private static func wait(for path: String, atMost time: Duration, until isThere: (String) -> Bool) throws -> String
    {
        let watch = try FileWatch(path: path)
        let end = ContinuousClock.now + time
        while true {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            if isThere(text) { return text }
            guard ContinuousClock.now < end else { throw HarnessError("\(path) holds: \(text)") }
            watch.waitForGrowth(atMost: end - .now)
        }
    }
}
