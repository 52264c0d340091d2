import Foundation
import Logging
import Synchronization

/// Writes log lines to a file that only the user can read; never to the terminal. Tokens and answers never come here:
/// the client layer logs operation, status, request id and time taken.
struct FileLog: LogHandler {
    /// Appends lines; one for the process. Rotates once at start, when the file has grown over `limit` bytes.
    final class Sink: Sendable {
        private let descriptor: Int32

        init?(directory: String, limit: Int = 1_000_000) {
            let files = FileManager.default
            try? files.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let path = directory + "/portal.log"
            let size = (try? files.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
            if size > limit {
                try? files.removeItem(atPath: path + ".1")
                try? files.moveItem(atPath: path, toPath: path + ".1")
            }
            descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            if descriptor < 0 { return nil }
        }

        deinit { close(descriptor) }

        func write(_ line: String) {
            // One write a line: appended whole even when two programs log into the file.
            let bytes = Array((line + "\n").utf8)
            _ = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        }
    }

    let sink: Sink
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let details = all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        let time = Date.now.formatted(.iso8601)
        sink.write("\(time) \(event.level) \(event.message) \(details)".filter { !$0.isNewline })
    }

    /// A logger for the whole program; without a writable directory it logs nowhere.
    static func logger(directory: String) -> Logger {
        guard let sink = Sink(directory: directory) else {
            return Logger(label: "portal") { _ in SwiftLogNoOpLogHandler() }
        }
        return Logger(label: "portal") { _ in FileLog(sink: sink) }
    }
}
