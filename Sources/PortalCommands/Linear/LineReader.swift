import Foundation
import Glibc
import Synchronization

/// Lines of standard input, read when they are asked for and on a thread of its own: nothing is taken that nobody wants
/// yet beyond what one read gives.
final class LineReader: Sendable {
    private let descriptor: Int32
    private let buffer = Mutex<[UInt8]>([])
    private let isFirst = Mutex(true)

    init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

    /// Gives the next line without its end, or nil when there is none any more. One at a time.
    func read(_ deliver: @escaping @Sendable (String?) -> Void) {
        Thread.detachNewThread { [self] in deliver(next()) }
    }

    private func next() -> String? {
        guard let line = nextLine() else { return nil }
        // A byte order mark stands before the first line, if at all.
        let wasFirst = isFirst.withLock { first in
            defer { first = false }
            return first
        }
        return wasFirst && line.unicodeScalars.first == "\u{FEFF}" ? String(line.unicodeScalars.dropFirst()) : line
    }

    private func nextLine() -> String? {
        buffer.withLock { buffer in
            while true {
                if let end = buffer.firstIndex(of: 0x0A) {
                    let line = Self.text(buffer[..<end])
                    buffer.removeSubrange(...end)
                    return line
                }
                guard fill(&buffer) else {
                    // The last line may have no end.
                    guard !buffer.isEmpty else { return nil }
                    let line = Self.text(buffer[...])
                    buffer = []
                    return line
                }
            }
        }
    }

    private func fill(_ buffer: inout [UInt8]) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            buffer += chunk[..<count]
            return true
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let line = bytes.last == 0x0D ? bytes.dropLast() : bytes
        return String(decoding: line, as: UTF8.self)
    }
}
