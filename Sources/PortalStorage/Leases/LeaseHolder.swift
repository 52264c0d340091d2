import FoundationEssentials
import Glibc

/// A running program as others can recognise it: on which machine, which process, and since when.
public struct LeaseHolder: Hashable, Sendable, Codable {
    /// The machine's name, as it calls itself.
    public var host: String
    /// The process's number there.
    public var process: Int32
    /// Clock ticks after the machine's start, from `/proc/PID/stat`: a process number alone is given out again.
    public var started: String
    /// The process numbers' namespace: a container may share the host's name but not its processes.
    public var namespace: String

    public init(host: String, process: Int32, started: String, namespace: String) {
        self.host = host
        self.process = process
        self.started = started
        self.namespace = namespace
    }

    /// This program.
    public static var current: LeaseHolder { of(process: getpid()) }

    /// A process of this machine.
    public static func of(process: Int32) -> LeaseHolder {
        LeaseHolder(
            host: hostName(), process: process, started: status(of: process)?.started ?? "",
            namespace: linkTarget("/proc/self/ns/pid") ?? "")
    }

    /// For people: which program to look for.
    public var words: String { "host \(host), process \(process)" }

    /// Whether this machine can tell if the process still runs.
    public func isObservable(from other: LeaseHolder) -> Bool { host == other.host && namespace == other.namespace }

    /// Whether the process still runs. Only meaningful where it is observable.
    public var isRunning: Bool {
        // EPERM means that the process exists and is another user's.
        guard kill(process, 0) == 0 || errno == EPERM else { return false }
        guard let now = Self.status(of: process) else { return true }
        return !now.hasEnded && (started.isEmpty || now.started == started)
    }

    private static func hostName() -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "unknown" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// From `/proc/PID/stat`, proc(5). The second field, the command in brackets, may hold spaces and brackets itself.
    private static func status(of process: Int32) -> (hasEnded: Bool, started: String)? {
        guard let contents = FileManager.default.contents(atPath: "/proc/\(process)/stat") else { return nil }
        let text = String(decoding: contents, as: UTF8.self)
        guard let bracket = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: bracket)...].split(separator: " ")
        guard fields.count > 19 else { return nil }
        // A zombie has ended and waits to be asked for its result; it writes no more.
        return (hasEnded: "ZX".contains(fields[0]), started: String(fields[19]))
    }

    private static func linkTarget(_ path: String) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: path)
    }
}
