import Foundation
import TerminalHarness

/// A program that is run to its end, in a home of its own.
struct ShellRun {
    let status: Int32
    let output: String

    /// - Returns: nil when the program is not on this machine.
    static func found(_ program: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(program)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// - Parameter words: the program's path first.
    init(_ words: [String], environment: [String: String] = [:], in home: String) throws {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        let path = try URL(filePath: ProgramUnderTest.portal()).deletingLastPathComponent().path
        process.environment = [
            "PATH": "\(path):/usr/bin:/bin", "HOME": home, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
        ].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        process.currentDirectoryURL = URL(filePath: home)
        try process.run()
        self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        status = process.terminationStatus
    }

    static func portal(_ words: String..., environment: [String: String] = [:], in home: String) throws -> ShellRun {
        try ShellRun([ProgramUnderTest.portal()] + words, environment: environment, in: home)
    }
}

/// A directory that goes with its test.
final class TestHome {
    let path = NSTemporaryDirectory() + "portal-shell-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to file: String) throws {
        let url = URL(filePath: path + "/" + file)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }
}
