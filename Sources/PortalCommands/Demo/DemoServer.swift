import Foundation
import PortalModel
import PortalVersion
import Synchronization
import TerminalBackend

/// The demo portal as a child process, in a session of its own and without a terminal.
///
/// It ends at end-of-file on its standard input, so it never outlives this program, however that ends.
package final class DemoServer: Sendable {
    /// What `portal-demo` says when it listens.
    struct Listening: Decodable, Sendable {
        var discovery: String
        var access: String
        var rems: String
        /// Of the broker that hands out passports.
        var userinfo: String
        /// Where it tells at once what happens to requests.
        var notifications: String
        var version: String
        /// The archive's download service.
        var sda: String
        var token: String
        /// Lines of the catalogue file that are no datasets, and the first of them with the reasons.
        var unreadableLines: Int?
        var unreadable: [UnreadableLine]?
    }

    /// What it says before that, while it reads its catalogue.
    private struct Reading: Decodable {
        var datasets: Int
        var bytes: Int
        var size: Int
    }

    struct UnreadableLine: Decodable, Sendable {
        /// Counted from 1.
        var line: Int
        var reason: String
    }

    package struct Options: Sendable {
        var dataDirectory: String?
        package var catalogue: String?
        var decisionDelay: Double?
        /// Where its words go; the terminal is not its place.
        var logFile: String
    }

    let listening: Listening
    /// The write end of its standard input: closing it ends the child.
    private let lifeline: Int32
    private let process: pid_t
    /// Set once the child was waited for: its number may be another process's from then on.
    private let isReaped = Mutex(false)

    private init(listening: Listening, lifeline: Int32, process: pid_t) {
        self.listening = listening
        self.lifeline = lifeline
        self.process = process
    }

    deinit {
        close(lifeline)
        // It ends by itself now; waiting only tidies up the process table.
        _ = isRunning
    }

    /// Whether the child is still there, be it stopped.
    var isRunning: Bool {
        isReaped.withLock { isReaped in
            if !isReaped { isReaped = waitpid(process, nil, WNOHANG) != 0 }
            return !isReaped
        }
    }

    /// Starts the child and waits until it listens. Blocks: not for the thread of the user interface.
    ///
    /// - Parameter reads: told now and then how far the child has read its catalogue.
    static func start(
        _ options: Options, reads: (CatalogueReading) -> Void = { _ in }
    ) throws(PortalError) -> DemoServer {
        let program = try find()
        let log = open(options.logFile, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        defer { if log >= 0 { close(log) } }
        var input: [Int32] = [0, 0]
        var output: [Int32] = [0, 0]
        guard pipe(&input) == 0, pipe(&output) == 0 else {
            throw failure(.noPipe(words: String(cString: strerror(errno))))
        }
        // What is not handed over by number must not stay open in any child, the user's editor among them.
        for end in input + output { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let process: pid_t
        do {
            process = try spawn(program, options.arguments, input: input[0], output: output[1], log: log)
        } catch {
            for end in input + output { close(end) }
            throw error
        }
        close(input[0])
        close(output[1])
        defer { close(output[0]) }
        guard let listening = waited(on: output[0], options, reads) else {
            close(input[1])
            waitpid(process, nil, 0)
            let words = lastWords(in: options.logFile)
            throw failure(words.isEmpty ? .demoEnded : .demoSaid(words))
        }
        let server = DemoServer(listening: listening, lifeline: input[1], process: process)
        guard listening.version == PortalVersion.current else {
            throw failure(
                .otherVersion(path: program, version: listening.version, ours: PortalVersion.current))
        }
        return server
    }

    /// The executable beside this one.
    private static func find() throws(PortalError) -> String {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let path = (own as NSString).deletingLastPathComponent + "/portal-demo"
        guard access(path, X_OK) == 0 else {
            throw failure(.demoMissing(path: path))
        }
        return path
    }

    private static func spawn(
        _ program: String, _ arguments: [String], input: Int32, output: Int32, log: Int32
    ) throws(PortalError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        if log >= 0 {
            posix_spawn_file_actions_adddup2(&actions, log, STDERR_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        }
        InheritedDescriptors.close(in: &actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Its own session: ^C, ^Z and hang-ups of our terminal are not for it. Signals as a fresh program has them.
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(
            &attributes, Int16(Self.newSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let status = posix_spawn(&process, program, &actions, &attributes, &words, environ)
        guard status == 0 else {
            throw failure(.demoNotStarted(path: program, words: String(cString: strerror(status))))
        }
        return process
    }

    /// `POSIX_SPAWN_SETSID` of glibc, which Swift's headers leave out.
    private static let newSession: Int32 = 0x80

    /// Reads line by line until the child listens; nil where it ends before.
    private static func waited(
        on descriptor: Int32, _ options: Options, _ reads: (CatalogueReading) -> Void
    ) -> Listening? {
        let decoder = JSONDecoder()
        let file = options.catalogue.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        var rest: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            rest += chunk[..<count]
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                let line = Data(rest[..<end])
                rest.removeSubrange(...end)
                guard let reading = try? decoder.decode(Reading.self, from: line) else {
                    return try? decoder.decode(Listening.self, from: line)
                }
                let part = reading.size > 0 ? min(1, Double(reading.bytes) / Double(reading.size)) : nil
                reads(CatalogueReading(file: file, datasets: reading.datasets, part: part))
            }
        }
    }

    private static func lastWords(in file: String) -> String {
        let words = (FileManager.default.contents(atPath: file)).map {
            String(decoding: $0.suffix(2000), as: UTF8.self)
        }
        return (words ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func failure(_ reason: ProgramReason) -> PortalError {
        PortalError(.local, operation: "starting the demo portal", because: .program(reason))
    }
}

extension DemoServer.Options {
    var arguments: [String] {
        var arguments = ["serve", "--end-with-stdin", "--progress"]
        if let dataDirectory { arguments += ["--data", dataDirectory] } else { arguments.append("--ephemeral") }
        if let catalogue { arguments += ["--catalogue", Self.path(ofChild: catalogue)] }
        if let decisionDelay { arguments += ["--decision-delay", String(decisionDelay)] }
        return arguments
    }

    /// A descriptor of this program (`<(…)`, `/dev/stdin`), by the name that another program opens it by: it gets none of
    /// them.
    private static func path(ofChild path: String) -> String {
        OpenDescriptor.number(of: path).map { "/proc/\(getpid())/fd/\($0)" } ?? path
    }
}
