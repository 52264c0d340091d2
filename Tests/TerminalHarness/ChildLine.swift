import Foundation

/// A program that is spoken to line by line. It ends when its input does, or when it is interrupted.
public final class ChildLine: Sendable {
    private let input: FileHandle
    private let output: FileHandle
    private let identifier: pid_t
    private let statuses: AsyncStream<Int32>

    public init(_ command: [String]) throws {
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

    public func ask(_ question: String) async throws -> Data {
        try input.write(contentsOf: Data((question + "\n").utf8))
        return await read()
    }

    /// The next line, without its end; empty when there is none any more. On a thread of its own, since tests share only
    /// a few.
    public func read() async -> Data {
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
    public func interrupt() { kill(identifier, SIGINT) }

    /// As a machine that loses its power: nothing is finished.
    public func die() { kill(identifier, SIGKILL) }

    /// It takes connections and says nothing any more, until it goes on.
    public func freeze() { kill(identifier, SIGSTOP) }

    public func thaw() { kill(identifier, SIGCONT) }

    /// Ends its input, and returns the status with which it ended.
    @discardableResult
    public func end() async -> Int32? {
        try? input.close()
        return await status()
    }

    public func status() async -> Int32? {
        for await status in statuses { return status }
        return nil
    }
}
