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
    /// Runs the test where a file of the shared data is there; `make test` names it among the skipped elsewhere.
    static func needsSharedData(_ name: String) -> Self {
        .needs("../shared/data/\(name) is not there") { SharedData.isThere(name) }
    }

    /// Runs the test where `condition` holds; `make test` names it among the skipped elsewhere, with the reason.
    static func needs(_ reason: String, _ condition: @escaping @Sendable () async throws -> Bool) -> Self {
        .enabled(Comment(rawValue: reason), condition)
    }
}
