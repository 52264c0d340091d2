import Testing

/// The checker itself: it must not be blind.
@Suite struct TerminalStreamTests {
    private let checker = TerminalStream(columns: 80, rows: 24)

    @Test(arguments: [
        "plain text", "日本語 é ñ 👩💻 ❤ e\u{301}", "\u{1B}[?1049h\u{1B}[H\u{1B}[J\u{1B}[?25l",
        "\u{1B}[24;80H\u{1B}[K\u{1B}[m\u{F}",
        "\u{1B}[1;24r\u{1B}[4l\u{1B}[r\u{1B}[?2004h\u{1B}]11;?\u{1B}\\\u{1B}[H\u{1B}[Jtext",
        "\u{1B}[1;38;5;210;48;5;231mwrong\u{1B}[39;49m", "a\r\nb\u{8}",
        "x\u{1B}[4;19r\u{1B}[19;1H\u{1B}[2S\u{1B}[1;24ry",
        "\u{1B}[5n\u{1B}[?2004h",
        "\u{1B}(B\u{1B})0\u{1B}M",
    ])
    func whatNcursesSendsIsClean(text: String) {
        #expect(checker.breaches(in: Array(text.utf8)).isEmpty)
    }

    @Test(arguments: [
        "\u{0}", "\u{7}", "\u{9}", "\u{B}", "\u{E}", "\u{7F}", "\u{85}", "\u{9B}31m", "\u{9D}0;x\u{9C}", "\u{1B}",
        "\u{1B}c",
        "\u{1B}[6n", "\u{1B}[38;2;196;0;0m", "\u{1B}[25;1H", "\u{1B}[1;81H", "\u{1B}[2J", "\u{1B}[3J", "\u{1B}[?1003h",
        "\u{1B}[5;1n",
        "\u{1B}]0;title\u{7}", "\u{1B}]52;c;ZXZpbA==\u{1B}\\", "\u{1B}P1$r\u{1B}\\", "\u{1B}_x\u{1B}\\", "\u{1B}[31",
        "\u{1B}[>c",
        "\u{202E}", "\u{2066}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{2028}", "\u{FE0F}", "\u{E0041}",
        "\u{E000}",
        "\u{3164}", "\u{FFFE}", "\u{1B}[1mx\u{1B}[9m", "\u{1B}[38;5;196m", "\u{1B}[48;5;80m", "\u{1B}[38;5;1m",
        "\u{1B}[31m",
        "\u{1B}[101m", "\u{1B}[r", "\u{1B}[1;24r", "\u{1B}[2;20r", "\u{1B}[4;19r\u{1B}[19;1H\u{1B}[2Sx\u{1B}[1;24r",
        "\u{1B}[4;19r\u{1B}[2S\u{1B}[r", "\u{1B}[4;25r\u{1B}[2S\u{1B}[1;24r", "\u{1B}]11;?\u{1B}\\",
    ])
    func plantedSequencesAreFound(text: String) {
        #expect(!checker.breaches(in: Array("before \(text) after".utf8)).isEmpty)
    }

    @Test(
        arguments: [[0x9B, 0x33, 0x31, 0x6D], [0xFF], [0xC0, 0x9B], [0xED, 0xA0, 0x80], [0xE2, 0x82]] as [[UInt8]])
    func brokenUTF8IsFound(bytes: [UInt8]) {
        #expect(!checker.breaches(in: Array("before ".utf8) + bytes + Array(" after".utf8)).isEmpty)
    }

    /// Nothing was drawn yet, so what a second one changes could be the program's own mistake alone.
    @Test(arguments: ["\u{1B}[r", "\u{1B}[1;24r", "\u{1B}]11;?\u{1B}\\"])
    func whatOpensAScreenIsSentOnce(sequence: String) {
        #expect(checker.breaches(in: Array(sequence.utf8)).isEmpty)
        #expect(!checker.breaches(in: Array((sequence + sequence).utf8)).isEmpty)
    }

    @Test func everyPlaceIsTold() {
        let breaches = checker.breaches(in: Array("a\u{7}b\u{1B}]0;x".utf8))
        #expect(breaches.count == 2)
        #expect(breaches.first == "byte 1: a<7>b<1b>]0;x")
    }
}
