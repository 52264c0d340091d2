import Foundation
import Logging

/// Writes log lines to a file, never to the terminal. Tokens and answers never come here: the client layer logs
/// operation, status, request id and time taken. What looks like a token or an e-mail address is left out all the same.
package struct FileLog: LogHandler {
    let file: LogFile
    let format: LogSettings.Format
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level

    init(file: LogFile, settings: LogSettings = LogSettings()) {
        self.file = file
        format = settings.format
        logLevel = settings.level
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues { LogRedaction.redact("\($0)") }
        let message = LogRedaction.redact("\(event.message)")
        let time = Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        switch format {
        case .text:
            let details = all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
            file.write("\(time) \(event.level) \(message) \(details)".filter { !$0.isNewline })
        case .json:
            var fields = all
            fields["time"] = time
            fields["level"] = event.level.rawValue
            fields["message"] = message
            if let line = try? TerminalJSON(fields) { file.write(line.text) }
        }
    }

    /// A logger for the whole program; without a writable directory it logs nowhere.
    package static func logger(directory: String, settings: LogSettings = LogSettings()) -> Logger {
        if !FileManager.default.fileExists(atPath: directory) {
            try? FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        guard
            let file = LogFile(
                path: directory + "/portal.log", largest: settings.largestFile, kept: settings.keptFiles)
        else { return Logger(label: "portal") { _ in SwiftLogNoOpLogHandler() } }
        return Logger(label: "portal") { _ in FileLog(file: file, settings: settings) }
    }
}

/// The last net under the rule that secrets and people are not logged.
enum LogRedaction {
    static func redact(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "@")) || text.contains("eyJ") || text.lowercased().contains("bearer")
        else { return text }
        var isAfterBearer = false
        return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            defer { isAfterBearer = word.lowercased().hasSuffix("bearer") }
            if isAfterBearer || word.contains("eyJ") { return "(token)" }
            guard let at = word.firstIndex(of: "@"), word[at...].contains(".") else { return String(word) }
            return "(address)"
        }.joined(separator: " ")
    }
}
