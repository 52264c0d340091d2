import PortalModel
import Testing

@testable import TerminalCanvas

@Suite struct TerminalTextTests {
    @Test(arguments: [
        ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""), ("漢字漢", 5, "漢字…"),
        ("漢字漢", 4, "漢…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("", 0, ""),
    ])
    func truncatesAtWholeCharacters(_ input: String, limit: Int, expected: String) {
        let cut = TerminalText(sanitizing: input).truncated(to: limit)
        #expect(cut.plain == expected)
        #expect(cut.columns <= limit)
    }

    @Test func oneLineHasASpaceForEveryLineEndAndTab() {
        #expect(TerminalText(sanitizing: "a\n\nb").singleLine.plain == "a  b")
        #expect(TerminalText(singleLine: "a\tb\r\nc\u{2028}d").plain == "a b c d")
        #expect(TerminalText(sanitizing: "a\nb").columns == 3)
    }

    @Test func everyScalarIsAsWideInAnEditorAsOnTheScreen() {
        var wrong: [String] = []
        for value in UInt32(0xA0)..<0x110000 where value != 0x2028 && value != 0x2029 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "a" + String(scalar) + "b"
            if TextWidth.of(text) != TerminalText(singleLine: text).columns { wrong.append(String(value, radix: 16)) }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20))")
    }

    @Test func outsideTheScreenTextIsTheSameAsOnIt() {
        let text: TerminalText = "👩‍💻 ❤️ می\u{200C}خ e\u{301}\u{301}\u{301}\n🇫🇷"
        #expect(text.asDrawn.plain == "👩 ❤ میخ e\u{301}\u{301}\n🇫")
        #expect(text.asDrawn.columns == text.columns)
    }

    @Test func aFileGetsAllThatWasWrittenButControls() {
        let text =
            "🇪🇺 می\u{200C}خواهم 👍🏽 👩\u{200D}💻 1\u{FE0F}\u{20E3} 葛\u{E0100} ב\u{5B0}\u{5BC}\u{596}\u{591} "
            + "🏴\u{E0067}\u{E0062}\u{E007F} \u{E000} ه\u{200D} \u{1160}\u{180B}x"
        #expect(TerminalText(unabridged: text).plain == text)
        let controls = "a\u{1B}[31mb\u{9B}0mc\0d\u{202E}e\u{2066}f\u{AD}\u{200B}\u{200F}\u{E0067}\r\ng\u{FFFE}"
        #expect(TerminalText(unabridged: controls).plain == "abcdef\ng\u{FFFD}")
        #expect(TerminalText(unabridged: "a\nb\u{85}c", isSingleLine: true).plain == "a b c")
        #expect(TerminalText(unabridged: text).columns == TerminalText(unabridged: text).asDrawn.columns)
    }

    @Test func joinsPadsAndSplits() {
        let parts: [TerminalText] = ["a", "漢", "c"]
        let joined = parts.joined(separator: ", ")
        #expect(joined.plain == "a, 漢, c")
        #expect(joined.columns == 8)
        #expect(joined.padded(to: 10).columns == 10)
        #expect(TerminalText(sanitizing: "a\n\nb").lines.map(\.plain) == ["a", "", "b"])
    }
}

@Suite struct TextCacheTests {
    @Test func makesATextOnlyOnce() {
        let cache = TextCache()
        var made = 0
        let key = TextKey("dataset-1", field: "description")
        for _ in 0..<3 {
            let rows = cache.wrapped(key, width: 10) {
                made += 1
                return "one two three"
            }
            #expect(rows.count == 2)
        }
        #expect(made == 1)
    }

    @Test func anotherRevisionOrWidthIsMadeAnew() {
        let cache = TextCache()
        let old = TextKey("d", field: "title", revision: 1)
        let new = TextKey("d", field: "title", revision: 2)
        #expect(cache.sanitized("old", key: old).plain == "old")
        #expect(cache.sanitized("new", key: new).plain == "new")
        #expect(cache.sanitized("changed without a revision", key: old).plain == "old")
        #expect(cache.wrapped(old, width: 2) { "a b" }.count == 2)
        #expect(cache.wrapped(old, width: 3) { "a b" }.count == 1)
    }

    @Test func staysWithinItsBoundAndForgetsWhatWasUsedLongestAgo() {
        let cache = TextCache(byteLimit: 20_000)
        let favourite = TextKey("favourite", field: "x")
        _ = cache.sanitized("kept", key: favourite)
        for number in 0..<200 {
            _ = cache.sanitized(String(repeating: "x", count: 900), key: TextKey("\(number)", field: "x"))
            #expect(cache.byteCount <= cache.byteLimit)
            #expect(cache.sanitized("made again", key: favourite).plain == "kept")
        }
    }

    @Test func keepsTheOneInUseEvenWhenItIsTooLarge() {
        let cache = TextCache(byteLimit: 1_000)
        let key = TextKey("large", field: "description")
        var made = 0
        for _ in 0..<2 {
            _ = cache.wrapped(key, width: 80) {
                made += 1
                return String(repeating: "word ", count: 2_000)
            }
        }
        #expect(made == 1)
        _ = cache.sanitized("small", key: TextKey("small", field: "title"))
        #expect(cache.byteCount <= 1_000)
    }
}
