import Foundation
import Synchronization

/// A stranger at an address of its own: whoever calls it is answered with 401, and what was sent is remembered
/// (`Tests/Servers/recording.py`). It ends with the test.
public final class RecordingServer: Sendable {
    public struct Call: Decodable, Sendable {
        /// Method and path.
        public var line: String
        public var headers: String
        public var body: String

        /// All of it, to look for something in.
        public var text: String { line + "\n" + headers + body }
    }

    public let address: String
    private let line: Mutex<Line>

    private struct Line: ~Copyable {
        let input: FileHandle
        let output: FileHandle

        func read() -> Data {
            var line = Data()
            while let byte = try? output.read(upToCount: 1), let first = byte.first, first != UInt8(ascii: "\n") {
                line.append(first)
            }
            return line
        }
    }

    /// - Parameter answers: after so many it closes connections without any; nil when it always answers.
    public init(answers: Int? = nil) throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
        process.arguments = ["python3", tests + "/Servers/recording.py"] + (answers.map { ["\($0)"] } ?? [])
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = Line(input: input.fileHandleForWriting, output: output.fileHandleForReading)
        address = String(decoding: line.read(), as: UTF8.self)
        self.line = Mutex(line)
        guard !address.isEmpty else { throw HarnessError("recording.py ended before it listened") }
    }

    deinit { line.withLock { try? $0.input.close() } }

    /// What it was sent so far.
    public var calls: [Call] {
        get throws {
            let answer = line.withLock { line in
                try? line.input.write(contentsOf: Data("calls\n".utf8))
                return line.read()
            }
            return try JSONDecoder().decode([Call].self, from: answer)
        }
    }
}
