import Foundation
import TerminalHarness

/// A place of its own for the files of the programs under measurement.
final class Place {
    let directory: String

    init() throws {
        directory = NSTemporaryDirectory() + "portal-bench-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    var environment: [String: String] {
        [
            "HOME": directory, "XDG_DATA_HOME": directory + "/data", "XDG_CONFIG_HOME": directory + "/config",
            "XDG_CACHE_HOME": directory + "/cache", "XDG_STATE_HOME": directory + "/state", "NO_MOTION": "1",
        ]
    }

    /// Starts `portal --demo`, on 120 columns and 40 rows unless told otherwise.
    func start(
        _ arguments: [String] = [], line: LineProfile = LineProfile(), columns: Int = 120, rows: Int = 40
    ) throws -> PtyTerminal {
        try PtyTerminal(
            [ProgramUnderTest.portal(), "--demo"] + arguments, environment: environment, line: line, columns: columns,
            rows: rows)
    }
}

extension PtyTerminal {
    /// Ends the program as a person does, and waits for it.
    func quit() async throws {
        type("q")
        _ = try await waitForExit()
    }

    /// Waits until results are on screen and nothing moves any more.
    func settle() async throws {
        try await waitFor("datasets")
        try await waitUntilQuiet(for: .milliseconds(700))
    }
}
