import Foundation

/// A program that answers each line with a line. It ends when its input does.
final class ChildLine: Sendable {
    private let input: FileHandle
    private let output: FileHandle
    private let ended: AsyncStream<Void>

    init(_ command: [String]) throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        let (ended, end) = AsyncStream.makeStream(of: Void.self)
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.standardInput = input
        process.standardOutput = output
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        (self.input, self.output, self.ended) = (input.fileHandleForWriting, output.fileHandleForReading, ended)
    }

    func ask(_ question: String) async throws -> Data {
        try input.write(contentsOf: Data((question + "\n").utf8))
        return await read()
    }

    /// On a thread of its own, since tests share only a few.
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

    func end() async {
        try? input.close()
        for await _ in ended {}
    }
}
