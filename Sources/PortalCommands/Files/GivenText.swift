import Foundation
import Glibc

/// A text that a person or another program has written: a file, a pipe (`<(…)`, `/dev/stdin`, a FIFO) or standard input,
/// read to its end.
///
/// Line ends come out as `\n` however they were written (CR LF is one Character in Swift, which is no `\n`), and one byte
/// order mark at the beginning is passed over, as YAML (1.2, 5.2) and Unicode (23.8) have it: Windows writes both.
struct GivenText {
    /// In bytes: more than any configuration or set of answers takes.
    static let largest = 8 * 1024 * 1024

    var text: String
    /// Others than its owner can read the file. A pipe is its owner's.
    var isReadableByOthers = false

    /// Why it cannot be had.
    enum Refusal: Error, Equatable {
        /// The system's number.
        case failed(Int32)
        /// A symbolic link whose end is not there.
        case deadLink
        case tooLarge
        case notFile
    }

    /// - Parameter onlyFiles: refuses pipes and devices, which would be waited for.
    init(path: String, onlyFiles: Bool = false) throws(Refusal) {
        // What is waited for is waited for in the reading; a FIFO is opened when somebody writes to it.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | (onlyFiles ? O_NONBLOCK : 0))
        guard descriptor >= 0 else { throw Self.refusal(errno, at: path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .failed(errno) }
        let isFile = status.st_mode & S_IFMT == S_IFREG
        if onlyFiles, !isFile { throw .notFile }
        try self.init(descriptor: descriptor)
        isReadableByOthers = isFile && status.st_mode & 0o077 != 0
    }

    private static func refusal(_ code: Int32, at path: String) -> Refusal {
        var status = stat()
        return code == ENOENT && lstat(path, &status) == 0 ? .deadLink : .failed(code)
    }

    /// What can still be read of an open file.
    init(descriptor: Int32) throws(Refusal) {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .failed(errno) }
            guard count > 0 else { break }
            bytes += chunk[..<count]
            guard bytes.count <= Self.largest else { throw .tooLarge }
        }
        self.init(bytes: bytes)
    }

    init(bytes: [UInt8]) {
        text = Self.decoded(bytes)
        // The check saves most texts from being copied.
        if text.utf8.contains(0x0D) {
            text = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
        }
    }

    /// UTF-8, or UTF-16 where a mark says so: PowerShell's `>` writes it.
    private static func decoded(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]),
            let text = String(bytes: bytes, encoding: .utf16)
        {
            return text
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return String(decoding: bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...], as: UTF8.self)
    }
}
