import Foundation

/// One tmux server with one session and one pane.
final class TmuxServer {
    let pane = "main"
    let streamFile: URL
    private let directory: URL
    private let socket: String
    private let output: FileWatch

    init(_ arguments: [String], environment: [String: String], columns: Int, rows: Int, terminal: String) throws {
        let name = "portal-" + UUID().uuidString.prefix(8)
        directory = FileManager.default.temporaryDirectory.appending(path: name)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        socket = directory.appending(path: "socket").path
        streamFile = directory.appending(path: "stream")
        try Data().write(to: streamFile)
        output = try FileWatch(path: streamFile.path)
        let settings = directory.appending(path: "tmux.conf")
        try Self.settings(terminal: terminal).write(to: settings, atomically: true, encoding: .utf8)

        let home = [
            "HOME": directory.path, "LANG": "C.UTF-8", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
        ]
        let variables = home.merging(environment) { $1 }.map { "\($0.key)=\($0.value)" }.sorted()
        let program = ["env", "-u", "TMUX", "-u", "TMUX_PANE", "-u", "SSH_CONNECTION"] + variables + arguments
        let command = Self.script(running: program, in: directory, socket: socket)
        let size = ["-x", "\(columns)", "-y", "\(rows)"]
        try tmux(["-f", settings.path, "new-session", "-d", "-s", pane] + size + [command])
        try tmux(["pipe-pane", "-t", pane, "exec cat >> \(Self.quote(streamFile.path))"])
        try tmux(["wait-for", "-S", "start"])
    }

    deinit {
        end()
    }

    /// Starts the program once its output is recorded, so that not one byte of it is missed, and writes down its
    /// process and how it ended: tmux loses the exit code now and then. The terminal stays alive after it, since a
    /// dead one tells no modes.
    private static func script(running program: [String], in directory: URL, socket: String) -> String {
        let words = program.map(quote).joined(separator: " ")
        let folder = quote(directory.path)
        return """
            cd \(folder); trap : INT QUIT TSTP; tmux -S \(quote(socket)) wait-for start
            exec 3>&2 2>/dev/null
            sh -c 'echo $$ > pid; exec "$@"' sh \(words) 2>&3 3>&-
            echo $? > exit
            exec tail -f /dev/null
            """
    }

    /// The program's process; nil before it was started.
    var pid: pid_t? { number(in: "pid") }

    /// The program's exit code, or 128 and the number of its signal; nil while it runs.
    var exitCode: Int32? { number(in: "exit") }

    private func number(in file: String) -> Int32? {
        guard let text = try? String(contentsOf: directory.appending(path: file), encoding: .utf8), text.hasSuffix("\n")
        else { return nil }
        return Int32(text.dropLast())
    }

    @discardableResult
    func tmux(_ arguments: [String], input: String? = nil) throws -> String {
        let environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "LC_ALL": "C.UTF-8", "SHELL": "/bin/sh",
        ]
        return try ChildCommand.run(["tmux", "-S", socket] + arguments, input: input, environment: environment)
    }

    func format(_ format: String) throws -> String {
        try tmux(["display-message", "-p", "-t", pane, format]).trimmingCharacters(in: .newlines)
    }

    func screen(attributes: Bool = false) throws -> String {
        try tmux(["capture-pane", "-p", "-t", pane] + (attributes ? ["-e"] : []))
    }

    /// How much was written so far, and whether it ends with a frame: with the question behind it, or else with so few
    /// bytes since the last one that each frame among them was put on the line at once. No more than the shell's word that
    /// the program was killed stands behind.
    func streamEnd() throws -> (offset: UInt64, isWhole: Bool) {
        let file = try FileHandle(forReadingFrom: streamFile)
        defer { try? file.close() }
        let offset = try file.seekToEnd()
        try file.seek(toOffset: offset - min(offset, Self.unaskedBytes + 32))
        var tail = try file.readToEnd() ?? Data()
        let word = Data("Killed\r\n".utf8)
        if tail.suffix(word.count) == word { tail.removeLast(word.count) }
        let question = Data("\u{1B}[5n".utf8)
        if tail.suffix(4) == question { return (offset, true) }
        let rest = tail.range(of: question, options: .backwards).map { tail.count - ($0.upperBound - tail.startIndex) }
        guard let rest, rest <= Int(Self.unaskedBytes) else { return (offset, false) }
        // tmux may still be about to record the rest of what it has shown.
        output.waitForGrowth(atMost: .milliseconds(20))
        return (offset, try file.seekToEnd() == offset)
    }

    /// What the program sends to a near terminal without a question: `FramePacer.unaskedBytes`.
    private static let unaskedBytes: UInt64 = 1_024

    /// Returns when the program has written something new.
    func waitForOutput(atMost time: Duration) {
        output.waitForGrowth(atMost: time)
    }

    func end() {
        _ = try? tmux(["kill-server"])
        try? FileManager.default.removeItem(at: directory)
    }

    private static func settings(terminal: String) -> String {
        """
        set -s escape-time 0
        set -s exit-empty off
        set -g default-terminal \(terminal)
        set -g remain-on-exit on
        set -g remain-on-exit-format ""
        set -g status off
        set -g mouse on
        set -g history-limit 2000

        """
    }

    private static func quote(_ word: String) -> String {
        "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
