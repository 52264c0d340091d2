import Foundation
import JSONStream
import Synchronization

@testable import PortalServices

/// A glewlwyd on loopback, run by Tests/IdentityServer/glewlwyd.py for as long as a test needs it.
final class Glewlwyd: Sendable {
    let settings: IdentitySettings
    let robotSecret: Secret
    private let line: Mutex<Line>

    /// A question and its answer, one line each.
    private struct Line: ~Copyable {
        let input: FileHandle
        let output: FileHandle

        func ask(_ question: String) -> String {
            try? input.write(contentsOf: Data((question + "\n").utf8))
            return read()
        }

        func read() -> String {
            var line = Data()
            while let byte = try? output.read(upToCount: 1), let first = byte.first, first != UInt8(ascii: "\n") {
                line.append(first)
            }
            return String(decoding: line, as: UTF8.self)
        }
    }

    /// Whether scripts/unpack-servers.sh has found it.
    static let isAtHand = FileManager.default.isExecutableFile(atPath: prefix + "/usr/bin/glewlwyd")

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
    private static let prefix = root + "/.build/glewlwyd"

    static func run(_ arguments: [String] = [], _ body: (Glewlwyd) async throws -> Void) async throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", root + "/Tests/IdentityServer/glewlwyd.py", prefix] + arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        defer {
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
        }
        let line = Line(input: input.fileHandleForWriting, output: output.fileHandleForReading)
        let first = try JSONValue(parsing: Data(line.read().utf8))
        try await body(Glewlwyd(first, line))
    }

    private init(_ started: JSONValue, _ line: consuming Line) {
        settings = IdentitySettings(
            issuer: started["issuer"].text ?? "", clientID: started["client_id"].text ?? "")
        robotSecret = Secret(started["robot_secret"].text ?? "")
        self.line = Mutex(line)
    }

    /// Lets the person, or the administrator, do something.
    func ask(_ wish: [String: String]) -> String {
        guard let question = try? JSONEncoder().encode(wish) else { return "" }
        let answer = line.withLock { $0.ask(String(decoding: question, as: UTF8.self)) }
        return (try? JSONValue(parsing: Data(answer.utf8)))?["answer"].text ?? ""
    }
}
