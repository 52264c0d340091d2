import Foundation
import Testing

@testable import PortalCommands

@Suite("Lines of standard input")
struct LineReaderTests {
    /// All that is given for these bytes, written in pieces of this size.
    private func lines(_ bytes: [UInt8], piece: Int = 4096) async throws -> [GivenLine] {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        let (input, output) = (ends[0], ends[1])
        defer { close(input) }
        let writing = Task.detached {
            for start in stride(from: 0, to: bytes.count, by: piece) {
                let part = Array(bytes[start..<min(start + piece, bytes.count)])
                guard part.withUnsafeBytes({ write(output, $0.baseAddress, $0.count) }) == part.count else { break }
            }
            close(output)
        }
        let reader = LineReader(descriptor: input)
        var lines: [GivenLine] = []
        while lines.last != .end, lines.count < 20 {
            lines.append(await withCheckedContinuation { given in reader.read { given.resume(returning: $0) } })
        }
        _ = await writing.value
        return lines
    }

    private static let expected: [GivenLine] = [
        .text(":goto Titel"), .text("Genome é 😀"), .text(""), .text("end"), .end,
    ]
    private static let text = ":goto Titel\r\nGenome é 😀\n\nend"

    @Test("UTF-8 and UTF-16 with its mark, however they come in pieces", arguments: [1, 3, 4096])
    func forms(piece: Int) async throws {
        let units = Array(Self.text.utf16)
        let small: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [Array(Self.text.utf8), [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8), small, big] {
            #expect(try await lines(bytes, piece: piece) == Self.expected)
        }
    }

    @Test("What is no text is told as none, and the next line is read")
    func noText() async throws {
        #expect(try await lines(Array("caf".utf8) + [0xE9, 0x0A] + Array("é\n".utf8)) == [.notText, .text("é"), .end])
        #expect(try await lines([0x61, 0, 0x0A, 0, 0x62]) == [.notText, .notText, .end])
        // Half a character, and half a byte pair.
        #expect(try await lines([0xFF, 0xFE, 0x00, 0xD8, 0x0A, 0x00, 0x61]) == [.notText, .text("a"), .end])
        #expect(try await lines([0xFF]) == [.notText, .end])
        #expect(try await lines([]) == [.end])
    }

    @Test("A line without an end ends the reading")
    func tooLong() async throws {
        let bytes = [UInt8](repeating: 0x61, count: LineReader.longest)
        #expect(try await lines(bytes + [0x0A]) == [.text(String(repeating: "a", count: bytes.count)), .end])
        var endless: Int32 = -1
        endless = open("/dev/zero", O_RDONLY | O_CLOEXEC)
        defer { close(endless) }
        let reader = LineReader(descriptor: endless)
        #expect(reader.next() == .tooLong)
        #expect(reader.next() == .end)
    }
}
