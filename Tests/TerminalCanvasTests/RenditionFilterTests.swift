import TerminalCanvas
import Testing

@Suite("What is left of colours and attributes on their way to the terminal")
struct RenditionFilterTests {
    /// What a terminal shows of bytes: every character with its pen, blanks with what is seen of it, and what else was sent.
    private struct Shown: Equatable {
        var marks: [String] = []
        var pen: Set<Int> = []
        var foreground = "", background = ""

        init(_ text: String) {
            var rest = Substring(text)
            while let character = rest.unicodeScalars.first {
                guard character == "\u{1B}" else {
                    rest.unicodeScalars.removeFirst()
                    if character != "\u{0F}" { marks.append(mark(character)) }
                    continue
                }
                if rest.hasPrefix("\u{1B}(B") {
                    rest = rest.dropFirst(3)
                } else if let match = rest.prefixMatch(of: /\u{1B}\[([0-9;]*)m/) {
                    follow(match.1.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 })
                    rest = rest[match.range.upperBound...]
                } else if let match = rest.prefixMatch(of: /\u{1B}\[[0-9;?]*([A-Za-z@])/) {
                    // What erases and scrolls goes by the background; what moves goes by nothing.
                    marks.append("HGd".contains(match.1) ? "\(match.0)" : "\(match.0) \(pen.sorted()) \(background)")
                    rest = rest[match.range.upperBound...]
                } else {
                    rest.unicodeScalars.removeFirst()
                    marks.append("ESC")
                }
            }
        }

        private func mark(_ character: Unicode.Scalar) -> String {
            if character == " ", !pen.contains(7) { return "blank \(pen.intersection([4, 5, 9])) \(background)" }
            if character.value < 0x20 { return "\(character.value)" }
            return "\(character) \(pen.sorted()) \(foreground) \(background)"
        }

        private mutating func follow(_ numbers: [Int]) {
            var numbers = numbers[...]
            while let number = numbers.popFirst() {
                switch number {
                case 0: (pen, foreground, background) = ([], "", "")
                case 1...9: pen.insert(number)
                case 39: foreground = ""
                case 49: background = ""
                case 30...37: foreground = "\(number)"
                case 40...47: background = "\(number)"
                case 38: (foreground, numbers) = ("\(numbers.prefix(2))", numbers.dropFirst(2))
                case 48: (background, numbers) = ("\(numbers.prefix(2))", numbers.dropFirst(2))
                default: break
                }
            }
        }
    }

    private func filtered(_ frames: [String], moving: Bool = true) -> String {
        var filter = RenditionFilter(movesWithAttributes: moving)
        var output: [UInt8] = []
        return frames.map { frame in
            filter.filter(Array(frame.utf8), into: &output)
            return String(decoding: output, as: UTF8.self)
        }.joined()
    }

    @Test(arguments: [
        ("\u{1B}(B\u{1B}[0;1mA\u{1B}(B\u{1B}[m \u{1B}(B\u{1B}[0;2mb", "\u{1B}(B\u{1B}[0;1mA \u{1B}[0;2mb\u{1B}[m"),
        ("\u{1B}[m\u{0F}\u{1B}[38;5;98mx\u{1B}[39m\u{1B}[m\u{0F}y", "\u{0F}\u{1B}[0;38;5;98mx\u{1B}[my"),
        ("\u{1B}[0;2ma\u{1B}(B\u{1B}[m\u{1B}[5;1H\u{1B}(B\u{1B}[0;2mb", "\u{1B}[0;2ma\u{1B}(B\u{1B}[5;1Hb\u{1B}[m"),
        ("\u{1B}[0;7m  \u{1B}[m  ", "\u{1B}[0;7m  \u{1B}[m  "),
        ("\u{1B}[0;10;1mx\u{1B}[0;10my", "\u{1B}[0;1mx\u{1B}[my"),
        // Before it erases, the pen is as it was meant; what is no SGR is not touched.
        ("\u{1B}[0;1mx\u{1B}[m\u{1B}[K\u{1B}[?25l\u{1B}[>4;1m", "\u{1B}[0;1mx\u{1B}[m\u{1B}[K\u{1B}[?25l\u{1B}[>4;1m"),
        // A terminal that never heard of SGR is not told any.
        ("\u{1B}G4x\u{1B}=", "\u{1B}G4x\u{1B}="),
        // What is not known goes through, up to a reset.
        ("\u{1B}[0;1m\u{1B}[58;5;1mx\u{1B}[2my\u{1B}[mz", "\u{1B}[0;1m\u{1B}[58;5;1mx\u{1B}[2my\u{1B}[mz"),
    ])
    func whatIsLeft(text: String, expected: String) {
        let end = text.hasSuffix("b") ? "\u{1B}(B\u{1B}[m" : ""
        #expect(filtered([text + end]) == expected)
    }

    @Test func whatOthersMayHaveChangedIsToldAnew() {
        var filter = RenditionFilter(movesWithAttributes: true)
        var output: [UInt8] = []
        for _ in 0..<2 {
            filter.filter(Array("\u{1B}[mx".utf8), into: &output)
            #expect(String(decoding: output, as: UTF8.self) == "\u{1B}[mx")
            filter.filter(Array("\u{1B}[mx".utf8), into: &output)
            #expect(String(decoding: output, as: UTF8.self) == "x")
            filter.forget()
        }
    }

    @Test func aTerminalThatMovesWithoutAttributesAloneIsToldBefore() {
        let text = "\u{1B}[0;2ma\u{1B}[m\u{1B}[5;1H\u{1B}[0;2mb\u{1B}[m"
        #expect(filtered([text], moving: false) == "\u{1B}[0;2ma\u{1B}[m\u{1B}[5;1H\u{1B}[2mb\u{1B}[m")
    }

    /// Whatever is written, a terminal shows the same, and no more bytes come to it than before (but for a first reset).
    @Test(arguments: 0..<200)
    func itLooksTheSame(seed: UInt64) {
        var random = SplitMix(state: seed)
        let pieces =
            ["a", "b", " ", "  ", "é", "│", "\r", "\n"]
            + [
                "(B\u{1B}[m", "(B\u{1B}[0;2m", "(B\u{1B}[0;1m", "(B\u{1B}[0;7m", "(B\u{1B}[0;1;4m", "[38;5;98m", "[39m",
                "[39;49m", "[31m", "[44m", "[48;5;7m", "[49m", "[m\u{0F}", "[0;10;9m", "[4;7H", "[3d", "[9G", "[K",
                "[3X",
                "[2S", "[1;24r", "[5b",
            ].map { "\u{1B}" + $0 }
        let frames = (0..<6).map { _ in
            (0..<Int.random(in: 0...40, using: &random))
                .compactMap { _ in pieces.randomElement(using: &random) }.joined()
        }
        let before = "\u{1B}[m" + frames.joined()
        let after = filtered(["\u{1B}[m"] + frames)
        #expect(Shown(after).marks == Shown(before).marks, "\(frames)")
        #expect(Shown(after + "x").marks.last == Shown(before + "x").marks.last)
        #expect(after.utf8.count <= before.utf8.count, "\(frames)")
    }
}

/// The same numbers from the same seed (Steele, Lea and Flood, 2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
