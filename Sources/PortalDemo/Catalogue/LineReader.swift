import Foundation

/// Cuts bytes into lines, with no more of them in memory than the longest line and a piece.
struct LineReader {
    /// The longest line that is taken; the longest real record has 1 MB.
    static let longest = 32 << 20
    private static let piece = 1 << 18
    private static let newline = UInt8(ascii: "\n")
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    enum Line {
        case text(Data)
        /// Longer than is taken; its bytes were passed over.
        case tooLong
    }

    private let bytes: any CatalogueBytes
    private var buffer = [UInt8](repeating: 0, count: LineReader.piece)
    private var filled = 0..<0
    private var isAtEnd = false
    /// Of the line that was given last, counted from 1.
    private(set) var number = 0

    init(_ bytes: any CatalogueBytes) { self.bytes = bytes }

    /// How many bytes of the file were used so far.
    var position: Int { bytes.position }

    /// The next line without its end; nil behind the last.
    mutating func next() throws -> Line? {
        number += 1
        var searched = 0
        var isTooLong = false
        while true {
            if let length = lengthOfLine(from: searched) {
                defer { filled = filled.lowerBound + length + 1..<filled.upperBound }
                return isTooLong ? .tooLong : line(of: length)
            }
            if filled.count > Self.longest {
                isTooLong = true
                filled = filled.upperBound..<filled.upperBound
            }
            searched = filled.count
            guard try !fill() else { continue }
            defer { filled = 0..<0 }
            if isTooLong { return .tooLong }
            return filled.isEmpty ? nil : line(of: filled.count)
        }
    }

    private func lengthOfLine(from start: Int) -> Int? {
        buffer.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, start < filled.count else { return nil }
            let first = base + filled.lowerBound
            guard let found = memchr(first + start, Int32(Self.newline), filled.count - start) else { return nil }
            return UnsafeRawPointer(found) - first
        }
    }

    private func line(of length: Int) -> Line {
        let bytes = buffer[filled.lowerBound..<filled.lowerBound + length]
        let isMarked = number == 1 && bytes.starts(with: Self.byteOrderMark)
        return .text(Data(isMarked ? bytes.dropFirst(Self.byteOrderMark.count) : bytes))
    }

    /// Reads another piece behind what is there. False at the end.
    private mutating func fill() throws -> Bool {
        if filled.lowerBound > 0 {
            buffer.withUnsafeMutableBytes { buffer in
                guard let base = buffer.baseAddress else { return }
                memmove(base, base + filled.lowerBound, filled.count)
            }
            filled = 0..<filled.count
        }
        if buffer.count - filled.upperBound < Self.piece {
            buffer.append(contentsOf: repeatElement(0, count: max(buffer.count, Self.piece)))
        }
        let count = try buffer.withUnsafeMutableBytes { buffer in
            try bytes.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled.upperBound...]))
        }
        filled = filled.lowerBound..<filled.upperBound + count
        return count > 0
    }
}
