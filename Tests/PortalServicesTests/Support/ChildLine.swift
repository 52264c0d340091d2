import Foundation

/// A program that is spoken to line by line. It ends when its input does, or when it is interrupted.
final class ChildLine: Sendable {
    private let input: FileHandle
    private let output: FileHandle
    private let identifier: pid_t
    private let statuses: AsyncStream<Int32>

    init(_ command: [String]) throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        let (statuses, status) = AsyncStream.makeStream(of: Int32.self)
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.standardInput = input
        process.standardOutput = output
        process.terminationHandler = {
            status.yield($0.terminationStatus)
            status.finish()
        }
        try process.run()
        (self.input, self.output) = (input.fileHandleForWriting, output.fileHandleForReading)
        (identifier, self.statuses) = (process.processIdentifier, statuses)
    }

    func ask(_ question: String) async throws -> Data {
        try input.write(contentsOf: Data((question + "\n").utf8))
        return await read()
    }

    /// The next line, without its end; empty when there is none any more. On a thread of its own, since tests share only
    /// a few.
    func read() async -> Data {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [output] in
                var line = Data()
                while let byte = try? output.read(upToCount: 1), let first = byte.first, first != UInt8(ascii: "\n") {
                    line.append(first)
                }
                continuation.resume(returning: line)
            }
        }
    }

    /// As ^C does.
    func interrupt() { kill(identifier, SIGINT) }

    /// Ends its input, and returns the status with which it ended.
    @discardableResult
    func end() async -> Int32? {
        try? input.close()
        return await status()
    }

    func status() async -> Int32? {
        for await status in statuses { return status }
        return nil
    }
}
