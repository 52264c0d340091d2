import Foundation
import Synchronization
import TerminalHarness

/// A command that is still running: its words come as they are written.
final class RunningCommand: Sendable {
    private let process: Mutex<Process>
    private let words: AsyncStream<String>
    private let end: AsyncStream<Int32>

    /// - Parameter results: the file that standard output goes to; nil where nobody reads it.
    init(_ arguments: [String], environment: [String: String], results: String? = nil) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", Self.unblock, try ProgramUnderTest.portal()] + arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        if let results {
            _ = FileManager.default.createFile(atPath: results, contents: nil)
            process.standardOutput = FileHandle(forWritingAtPath: results)
        }
        let pipe = Pipe()
        process.standardError = pipe
        let (words, tell) = AsyncStream.makeStream(of: String.self)
        let (end, finish) = AsyncStream.makeStream(of: Int32.self)
        (self.words, self.end) = (words, end)
        pipe.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            guard !data.isEmpty else {
                handle.readabilityHandler = nil
                tell.finish()
                return
            }
            tell.yield(String(decoding: data, as: UTF8.self))
        }
        process.terminationHandler = { process in
            let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
            finish.yield(signal + process.terminationStatus)
            finish.finish()
        }
        try process.run()
        self.process = Mutex(process)
    }

    /// Who runs tests may block signals, which a program is then started with.
    private static let unblock =
        "import os, signal, sys; signal.pthread_sigmask(signal.SIG_SETMASK, []); "
        + "signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"

    /// Everything that was said until a pattern occurs in it, with the match; for one reader.
    func waitFor<Output>(_ pattern: sending Regex<Output>) async throws -> Output {
        var said = ""
        for await part in words {
            said += part
            if let match = said.firstMatch(of: pattern) { return match.output }
        }
        throw HarnessError("The command ended and had said: \(said)")
    }

    /// As ^C in its terminal does.
    func interrupt() { process.withLock { $0.interrupt() } }

    /// Its exit status, or 128 and the signal's number.
    func exitStatus() async -> Int32 {
        for await status in end { return status }
        return -1
    }
}
