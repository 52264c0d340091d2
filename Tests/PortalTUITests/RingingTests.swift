import PortalCommands
import TerminalCanvas
import Testing

@Suite("What makes the terminal tell")
struct RingingTests {
    private func sequence(
        _ way: NotifySettings.Way, _ text: TerminalText = "Request 17 is approved.", inTmux: Bool = false
    ) -> String? {
        var settings = NotifySettings()
        settings.way = way
        settings.passesTmux = inTmux
        return Ringing(settings: settings).sequence(for: text)
    }

    @Test("Nothing unless it is wanted, and each way as its terminals read it")
    func ways() {
        #expect(sequence(.off) == nil)
        #expect(sequence(.bell) == "\u{07}")
        #expect(sequence(.bell, inTmux: true) == "\u{07}")
        #expect(sequence(.osc9) == "\u{1B}]9;Request 17 is approved.\u{1B}\\")
        #expect(sequence(.osc777) == "\u{1B}]777;notify;portal;Request 17 is approved.\u{1B}\\")
        #expect(
            sequence(.osc9, inTmux: true)
                == "\u{1B}Ptmux;\u{1B}\u{1B}]9;Request 17 is approved.\u{1B}\u{1B}\\\u{1B}\\")
    }

    @Test("Hostile texts are words in it, short, and never taken for progress")
    func hostile() throws {
        for text in ["4;1;50", "a\u{1B}\\b\u{07}c;d\u{9C}", String(repeating: "x", count: 500), "7", "\n\u{202E}5;"] {
            for way in [NotifySettings.Way.osc9, .osc777] {
                let sequence = try #require(self.sequence(way, TerminalText(singleLine: text)))
                let begin = way == .osc9 ? "\u{1B}]9;" : "\u{1B}]777;notify;portal;"
                #expect(sequence.hasPrefix(begin))
                #expect(sequence.hasSuffix("\u{1B}\\"))
                let inner = sequence.dropFirst(begin.count).dropLast(2)
                #expect(!inner.contains { $0 == ";" || $0 == "\u{1B}" || $0 == "\u{07}" || $0 == "\u{9C}" })
                #expect(inner.count <= 100)
                #expect(inner.first?.isNumber == false)
            }
        }
    }
}
