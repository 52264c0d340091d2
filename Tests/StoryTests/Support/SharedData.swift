import Foundation
import Testing

/// Real catalogue records that lie beside the project on some machines, and are no part of it.
enum SharedData {
    static func path(_ name: String) -> String {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.deletingLastPathComponent().appending(path: "shared/data/\(name)").path
    }

    static func isThere(_ name: String) -> Bool { FileManager.default.isReadableFile(atPath: path(name)) }
}

extension Trait where Self == ConditionTrait {
    /// Runs the test where a file of the shared data is there; else it is named among the skipped at the end.
    static func needsSharedData(_ name: String, for test: String) -> Self {
        .needs("../shared/data/\(name) is not there", for: test) { SharedData.isThere(name) }
    }

    /// Runs the test where `condition` holds; else it is named among the skipped at the end, with the reason.
    static func needs(
        _ reason: String, for test: String, _ condition: @escaping @Sendable () async throws -> Bool
    ) -> Self {
        .enabled(Comment(rawValue: reason)) {
            if try await condition() { return true }
            SkipLog.add("\(test): \(reason)")
            return false
        }
    }
}

/// What was left out, for the end of `make test`.
enum SkipLog {
    static func add(_ line: String) {
        let bytes = Data((line + "\n").utf8)
        FileHandle.standardError.write(Data("Skipped: ".utf8) + bytes)
        guard let file = ProcessInfo.processInfo.environment["PORTAL_SKIP_LOG"] else { return }
        let descriptor = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return }
        // One write a line: tests add to the file at the same time.
        _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
    }
}
