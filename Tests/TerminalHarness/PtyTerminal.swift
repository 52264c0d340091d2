import Foundation
import Synchronization

/// A program on a bare terminal device, with a line between it and the person: slow, distant, tearing.
///
/// Nothing here interprets what the program writes, except for the question `ESC[5n`. A thread carries the bytes, so
/// that time passes on the line whether a test waits or not.
public final class PtyTerminal: Sendable {
    /// Bytes that reached the person's end together.
    public struct Arrival: Sendable {
        public var bytes: [UInt8]
        /// Since the program was started.
        public var time: Duration
    }

    public let pid: pid_t
    private let carrier: LineCarrier

    /// Starts `arguments`; the environment is all that the program gets besides `PATH`, `HOME`, `LANG` and `TERM`.
    public init(
        _ arguments: [String], environment: [String: String] = [:], line: LineProfile = LineProfile(),
        columns: Int = 80, rows: Int = 24
    ) throws {
        let terminal = try PseudoTerminal(columns: columns, rows: rows)
        let own = ProcessInfo.processInfo.environment
        let standard = [
            "PATH": own["PATH"] ?? "", "HOME": own["HOME"] ?? "/", "LANG": "C.UTF-8", "TERM": "xterm-256color",
        ]
        pid = try terminal.start(arguments, environment: standard.merging(environment) { $1 })
        carrier = try LineCarrier(terminal: terminal, line: line)
        Thread.detachNewThread { [carrier] in carrier.run() }
        Thread.detachNewThread { [carrier, pid] in carrier.programEnded(exitCode: ChildCommand.waitForEnd(of: pid)) }
    }

    deinit {
        if carrier.state.withLock({ $0.exitCode }) == nil { Glibc.kill(pid, SIGKILL) }
        carrier.stop()
    }

    // MARK: - Doing

    /// Types text or sends keys as their sequences, from the person's end of the line.
    public func type(_ text: String) {
        carrier.send(Array(text.utf8))
    }

    /// The same, with every piece sent at its own time after the first.
    public func type(_ pieces: [String], every interval: Duration) {
        for (index, piece) in pieces.enumerated() { carrier.send(Array(piece.utf8), after: interval * index) }
    }

    public func resize(columns: Int, rows: Int) {
        carrier.state.withLock { $0.terminal.resize(columns: columns, rows: rows) }
    }

    public func kill(_ signal: Int32) {
        _ = Glibc.kill(pid, signal)
    }

    /// Shuts the window: the program loses its terminal. Only its end can be waited for after that.
    public func hangUp() {
        carrier.hangUp()
    }

    // MARK: - Looking

    /// Everything that has reached the person.
    public var arrivals: [Arrival] { carrier.state.withLock { $0.arrivals } }
    public var received: [UInt8] { arrivals.flatMap(\.bytes) }
    /// Bytes that the program has written so far, whether they have arrived or not.
    public var bytesWritten: Int { carrier.state.withLock { $0.bytesWritten } }
    /// Questions `ESC[5n` that the terminal has seen.
    public var questionsSeen: Int { carrier.state.withLock { $0.questionsSeen } }
    /// Since the program was started.
    public var now: Duration { carrier.now }
    /// Whether the line shows what is typed, as it does before and after a program with a screen.
    public var echoes: Bool { carrier.state.withLock { $0.terminal.settings.c_lflag & tcflag_t(ECHO) != 0 } }
    /// Whether the line hands over whole lines, with ^C as a signal.
    public var isCooked: Bool {
        let flags = tcflag_t(ICANON | ISIG)
        return carrier.state.withLock { $0.terminal.settings.c_lflag & flags == flags }
    }
    public var meter: ProcessMeter { ProcessMeter(pid: pid) }

    // MARK: - Waiting

    /// Waits until `text` has arrived after the first `start` bytes. Returns the number of bytes up to its end.
    @discardableResult
    public func waitFor(
        _ text: String, from start: Int = 0, atMost time: Duration = TmuxTerminal.patience
    ) async throws -> Int {
        let wanted = Array(text.utf8)
        try await carrier.wait(for: "“\(text.debugDescription)”", atMost: time) { state in
            state.received.dropFirst(start).firstRange(of: wanted) != nil
        }
        let end = carrier.state.withLock { $0.received.dropFirst(start).firstRange(of: wanted)?.upperBound }
        return end ?? start
    }

    /// Waits until the program has written more than so many bytes, arrived or not.
    public func waitForWriting(beyond count: Int, atMost time: Duration = TmuxTerminal.patience) async throws {
        try await carrier.wait(for: "more than \(count) bytes", atMost: time) { $0.bytesWritten > count }
    }

    /// Waits until the program has neither written nor been sent anything for a while.
    public func waitUntilQuiet(for time: Duration, atMost limit: Duration = .seconds(60)) async throws {
        try await carrier.wait(for: "quiet for \(time)", atMost: limit) { state in
            state.isLineEmpty && state.now - state.lastActivity >= time
        }
    }

    /// Waits until the program has ended. Returns its exit code, or 128 and the number of the signal.
    public func waitForExit(atMost time: Duration = TmuxTerminal.patience) async throws -> Int32 {
        try await carrier.wait(for: "the program's end", atMost: time) { $0.exitCode != nil && $0.isLineEmpty }
        return carrier.state.withLock { $0.exitCode } ?? -1
    }
}
