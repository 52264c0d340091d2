import Glibc
import PortalModel
import Testing

@Suite struct TextWidthTests {
    @Test func everyScalarHasTheWidthThatTheCLibraryGivesIt() throws {
        try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
        // Swift's Glibc module leaves wcwidth out, because its header wants _XOPEN_SOURCE.
        typealias WidthFunction = @convention(c) (wchar_t) -> CInt
        // The symbol is C's own `int wcwidth(wchar_t)`.
        let wcwidth = unsafeBitCast(try #require(dlsym(nil, "wcwidth")), to: WidthFunction.self)
        var wrong: [String] = []
        for value in UInt32(1)..<0x110000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let expected = Int(wcwidth(wchar_t(value)))
            let width = TextWidth.of(scalar)
            // What the library cannot place is either never drawn or drawn as U+FFFD.
            let agrees = expected >= 0 ? width == expected : width == (isControl(scalar) ? 0 : 1)
            let placeable = TextWidth.isPlaceable(scalar) == (expected >= 0)
            if !agrees || !placeable { wrong.append("U+\(String(value, radix: 16)): \(width), not \(expected)") }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(10))")
    }

    private func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0xA0 || scalar.value == 0x2028 || scalar.value == 0x2029
    }

    @Test(arguments: [
        ("a", 1), ("é", 1), ("e\u{301}", 1), ("漢", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
        ("👩‍💻", 2), ("👩🏽‍🚀", 2), ("❤️", 1), ("👍🏿", 2), ("1️⃣", 1), ("🇫🇷", 1), ("กำ", 2), ("नि", 2), ("\u{301}", 1),
        ("\u{200D}", 0), ("\u{FEFF}", 0), ("😀", 2), ("\u{1161}", 1), ("\u{11AB}", 1), ("\u{1161}\u{11AB}", 1),
        ("\u{D7B0}", 1),
        ("\u{1112}\u{1160}\u{11AB}", 2),
    ])
    func aCharacterIsMeasuredAsItIsDrawn(_ character: Character, width: Int) {
        #expect(TextWidth.of(character) == width)
        #expect(TextWidth.of(String(character)) == width)
    }

    @Test func aTextIsAsWideAsItsCharacters() {
        var random = SmallRandom(seed: 7)
        let pieces: [String] = [
            "a", " ", "é", "e\u{301}", "漢", "한", "👩‍💻", "👩", "\u{200D}", "💻", "🏽", "🇫", "🇷", "\u{FE0F}", "❤", "क",
            "क्ष", "\u{200B}", "\u{301}", "\n", "ß", "🇫🇷", "\u{20E3}", "नि", "\u{1112}",
            "\u{1161}", "\u{11AB}", "하", "\u{115F}", "\u{1160}", "\u{3164}", "\u{FFA0}", "\u{D7B0}", "\u{D7CB}",
            "\u{A960}",
        ]
        for _ in 0..<20_000 {
            let text = (0..<8).map { _ in pieces[random.next(pieces.count)] }.joined()
            let byCharacter = text.reduce(0) { $0 + TextWidth.of($1) }
            #expect(TextWidth.of(text) == byCharacter, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
        }
    }
}

/// A small generator whose numbers are the same in every run (SplitMix64).
struct SmallRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
