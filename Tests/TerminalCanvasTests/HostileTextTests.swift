import Foundation
import PortalModel
import Testing

@testable import TerminalCanvas

/// Scalars of a text that must not reach a terminal.
func forbiddenScalars(in text: TerminalText) -> [String] {
    text.plain.unicodeScalars.filter { isForbidden($0.value) }.map { "U+" + String($0.value, radix: 16) }
}

private func isForbidden(_ value: UInt32) -> Bool {
    switch value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F,
        0xE000...0xF8FF, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0x10FFFF:
        true
    default: value & 0xFFFE == 0xFFFE
    }
}

@Suite struct HostileTextTests {
    /// An input, and what is left of it.
    static let hostile: [(String, String)] = [
        ("\u{1B}[31mred\u{1B}[0m", "red"),
        ("\u{1B}[2J\u{1B}[H", ""),
        ("a\u{1B}[1;5", "a"),
        ("a\u{1B}[", "a"),
        ("a\u{1B}", "a"),
        ("\u{1B}\u{1B}[Ax", "x"),
        ("\u{1B}]0;title\u{7}x", "x"),
        ("\u{1B}]0;title\u{1B}\\x", "x"),
        ("\u{1B}]52;c;ZXZpbA==\u{9C}x", "x"),
        ("\u{1B}]0;never ends", ""),
        ("\u{1B}]0;never ends\nnext line", "\nnext line"),
        ("\u{1B}]8;;http://x\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
        ("\u{1B}P1$r0m\u{1B}\\x", "x"),
        ("\u{1B}Pq#0;2\u{18}x", "x"),
        ("\u{1B}^private\u{1B}\\x", "x"),
        ("\u{1B}_application\u{1B}\\x", "x"),
        ("\u{1B}Xstring\u{1B}\\x", "x"),
        ("\u{1B}]0;a\u{1B}[31mb", "b"),
        ("\u{1B}cx", "x"),
        ("\u{1B}(0lqk", "lqk"),
        ("\u{1B}#8x", "x"),
        ("\u{1B}(", ""),
        ("\u{1B}é", "é"),
        ("\u{1B}\nx", "\nx"),
        ("\u{9B}31mred", "red"),
        ("\u{9B}5nx", "x"),
        ("\u{9D}0;title\u{9C}x", "x"),
        ("\u{9D}0;title\u{7}x", "x"),
        ("na\u{9E}ev", "naev"),
        ("\u{90}q\u{1B}\\x", "x"),
        ("\u{85}x", "\nx"),
        ("it\u{92}s", "its"),
        ("bell\u{7}", "bell"),
        ("back\u{8}\u{8}space", "backspace"),
        ("nul\u{0}l", "null"),
        ("shift\u{E}out\u{F}", "shiftout"),
        ("del\u{7F}ete", "delete"),
        ("over\rwrite", "over\nwrite"),
        ("dos\r\nend", "dos\nend"),
        ("form\u{C}feed\u{B}tab", "form\nfeed\ntab"),
        ("a\tb", "a    b"),
        ("\u{202E}gpj.exe", "gpj.exe"),
        ("a\u{2066}b\u{2069}c\u{200F}d\u{61C}e", "abcde"),
        ("zero\u{200B}width\u{FEFF}", "zerowidth"),
        ("soft\u{AD}hyphen", "softhyphen"),
        ("w\u{2060}j\u{2063}", "wj"),
        ("tag\u{E0041}\u{E007F}s", "tags"),
        ("❤\u{FE0F}", "❤"),
        ("line\u{2028}para\u{2029}end", "line\npara\nend"),
        ("non\u{FFFE}char\u{1FFFF}", "non\u{FFFD}char\u{FFFD}"),
        ("private\u{E000}\u{F0000}", "private\u{FFFD}\u{FFFD}"),
        ("ann\u{FFF9}ot\u{FFFA}ation\u{FFFB}", "annotation"),
        ("hangul\u{3164}filler\u{115F}", "hangulfiller"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ("👩\u{200D}💻", "👩\u{200D}💻"),
        ("edge\u{200D} \u{200C}word\u{200D}", "edge word"),
        ("\u{200D}\u{200D}a\u{200D}\u{200D}b", "a\u{200D}b"),
    ]

    @Test("No format character gets through but signs that are seen, and the joiners of words")
    func formatCharacters() {
        // Signs that stand around a number in Arabic, Syriac and Kaithi.
        let seen = Set<UInt32>(0x600...0x605).union([0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD])
        for value: UInt32 in 0...0x10FFFF where value != 0x200C && value != 0x200D {
            guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory == .format else { continue }
            let text = TerminalText(singleLine: "a" + String(scalar) + "b").plain
            let words = "U+\(String(value, radix: 16))"
            #expect(text.unicodeScalars.contains(scalar) == seen.contains(value), "\(words)")
            if seen.contains(value) { #expect(TerminalText(singleLine: text).columns == 3, "\(words)") }
        }
    }

    @Test(arguments: hostile) func nothingThatControlsATerminalIsLeft(_ input: String, expected: String) {
        let text = TerminalText(sanitizing: input)
        #expect(text.plain == expected)
        #expect(forbiddenScalars(in: text).isEmpty)
        #expect(TerminalText(sanitizing: text.plain) == text)
        #expect(!TerminalText(singleLine: input).plain.contains("\n"))
    }

    @Test func atLeastFortyInputsAreTried() {
        #expect(Self.hostile.count >= 40)
    }

    @Test func noMixtureOfControlsAndTextLeavesAControl() {
        var random = SmallRandom(seed: 5)
        let pieces = Self.hostile.map(\.0) + ["\u{1B}", "[", "]", "P", "\\", "\u{9C}", "0n", "\u{C2}", "a", "é", "\n"]
        for _ in 0..<5_000 {
            let input = (0..<6).map { _ in pieces[random.next(pieces.count)] }.joined()
            let text = TerminalText(sanitizing: input)
            #expect(forbiddenScalars(in: text).isEmpty, "\(input.debugDescription)")
            #expect(TerminalText(sanitizing: text.plain) == text)
        }
    }

    @Test func piecesOfALiteralAreSanitisedOneByOne() {
        let begun = "\u{1B}]0;"
        let text: TerminalText = "a\(begun)b\(42)\(TerminalText(sanitizing: "\u{1B}[31mc"))\(Character("\u{7}"))d"
        #expect(text.plain == "ab42cd")
    }

    @Test func manyBrokenOffSequencesAreReadInOneWalk() {
        let begun = String(repeating: "\u{1B}]x", count: 200_000)
        #expect(TerminalText(sanitizing: begun).isEmpty)
        let eightBit = String(repeating: "\u{9D}x", count: 100_000)
        #expect(TerminalText(sanitizing: eightBit).plain.utf8.count == 100_000)
    }

    private static let nastyFile = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data/nasty.jsonl").standardizedFileURL

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: nastyFile.path),
            "../shared/data/nasty.jsonl is not here: real nasty records are not tried"))
    func everyRealNastyRecordIsDrawnWithoutControls() throws {
        struct Record: Decodable {
            var title: String?
            var description: String?
            var keywords: [String?]?
        }
        let data = try Data(contentsOf: Self.nastyFile)
        let records = try data.split(separator: 0x0A).map { try JSONDecoder().decode(Record.self, from: $0) }
        try #require(!records.isEmpty)
        for record in records {
            for field in [record.title, record.description] + (record.keywords ?? []) {
                let text = TerminalText(sanitizing: field ?? "")
                #expect(forbiddenScalars(in: text).isEmpty)
                let widest = text.wrapped(to: 78).map { row in
                    TextWidth.of(row.plain.replacing(#/ +$/#, with: ""))
                }.max()
                #expect((widest ?? 0) <= 78)
            }
        }
    }
}
