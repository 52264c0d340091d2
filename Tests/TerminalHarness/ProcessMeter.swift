import Foundation

/// What a running process has cost, from `/proc`.
public struct ProcessMeter: Sendable {
    public let pid: pid_t

    public init(pid: pid_t) {
        self.pid = pid
    }

    /// CPU time of all living threads, to the nanosecond.
    public func cpuTime() throws -> Duration {
        try threads().reduce(.zero) { try $0 + cpuTime(ofThread: $1) }
    }

    /// CPU time of the first thread, which in the program under test is the one of the user interface.
    public func mainThreadCPUTime() throws -> Duration { try cpuTime(ofThread: pid) }

    /// How often the first thread went to sleep and was woken.
    public func mainThreadWakeUps() throws -> Int { try wakeUps(ofThread: pid) }

    /// How often each living thread went to sleep and was woken.
    public func wakeUps() throws -> [pid_t: Int] {
        try threads().reduce(into: [:]) { $0[$1] = try wakeUps(ofThread: $1) }
    }

    /// How often any thread was woken since `earlier`. A thread that has ended since is woken no more.
    public func wakeUps(since earlier: [pid_t: Int]) throws -> Int {
        try wakeUps().reduce(0) { $0 + $1.value - (earlier[$1.key] ?? 0) }
    }

    /// Resident memory in bytes.
    public func residentBytes() throws -> Int {
        try field("VmRSS", in: "/proc/\(pid)/status") * 1024
    }

    private func threads() throws -> [pid_t] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task").compactMap { pid_t($0) }
    }

    private func cpuTime(ofThread thread: pid_t) throws -> Duration {
        let text = try read("/proc/\(pid)/task/\(thread)/schedstat")
        guard let nanoseconds = text.split(separator: " ").first.flatMap({ Int64($0) }) else {
            throw HarnessError("The scheduler does not tell the time of thread \(thread): \(text)")
        }
        return .nanoseconds(nanoseconds)
    }

    private func wakeUps(ofThread thread: pid_t) throws -> Int {
        try field("voluntary_ctxt_switches", in: "/proc/\(pid)/task/\(thread)/status")
    }

    private func field(_ name: String, in path: String) throws -> Int {
        let line = try read(path).split(separator: "\n").first { $0.hasPrefix(name + ":") }
        let number = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }
        guard let number else { throw HarnessError("\(path) does not tell \(name)") }
        return number
    }

    private func read(_ path: String) throws -> String {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw HarnessError("\(path) cannot be read: the process has ended")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
