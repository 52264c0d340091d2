import PortalModel
import Testing

@testable import TerminalCanvas

@Suite("The terminal's background")
struct BackgroundAnswerTests {
    private func feed(_ text: String, pause: Double = 0) -> (decoder: KeyDecoder, inputs: [TerminalInput]) {
        var decoder = KeyDecoder()
        var time = 1.0
        var inputs: [TerminalInput] = []
        for scalar in text.unicodeScalars {
            inputs += decoder.feed(.scalar(scalar.value), at: time)
            time += pause
        }
        inputs += decoder.expire(at: time + 10)
        return (decoder, inputs)
    }

    @Test("The answer is taken and nothing of it is typed", arguments: ["\u{1B}\\", "\u{7}"])
    func answer(end: String) {
        let light = feed("a\u{1B}]11;rgb:fdfd/f6f6/e3e3\(end)b")
        #expect(light.decoder.background == .light)
        #expect(light.inputs == [.key(.character("a")), .key(.character("b"))])
        #expect(feed("\u{1B}]11;rgb:0000/0000/0000\(end)").decoder.background == .dark)
    }

    @Test("A slow line tears the answer, and still nothing is typed")
    func torn() {
        let slow = feed("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", pause: 0.02)
        #expect(slow.decoder.background == .light && slow.inputs.isEmpty)
    }

    @Test("Other answers say nothing of the background")
    func others() {
        let other = feed("\u{1B}]10;rgb:ffff/ffff/ffff\u{1B}\\\u{1B}]11;?\u{7}")
        #expect(other.decoder.background == nil && other.inputs.isEmpty)
    }
}
