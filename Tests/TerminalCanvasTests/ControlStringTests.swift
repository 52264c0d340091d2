import PortalModel
import Testing

@testable import TerminalCanvas

/// What terminals answer to others is not typed.
@Suite struct ControlStringTests {
    private static let answers = [
        "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\", "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{7}", "\u{1B}P>|tmux 3.3a\u{1B}\\",
        "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}^private\u{1B}\\", "\u{1B}Xstart of string\u{1B}\\",
        "\u{1B}]lOld title · 漢\u{1B}\\", "\u{9D}11;rgb:0/0/0\u{9C}", "\u{90}>|xterm\u{9C}", "\u{1B}]52;c;\u{1B}\\",
        "\u{1B}]11;rgb\u{18}",
    ]

    @Test(arguments: answers) func anAnswerIsDroppedWhole(_ answer: String) {
        for outstanding in 0...1 {
            #expect(decode("a" + answer + "b", outstanding: outstanding) == "ab".map { .key(.character($0)) })
        }
    }

    @Test(arguments: answers.dropLast(5)) func anAnswerTornAnywhereIsDroppedWhole(_ answer: String) {
        let scalars = Array(answer.unicodeScalars.map { String($0) })
        for cut in 1..<scalars.count {
            for pause in [0.001, 0.024, 0.1, 0.29] {
                var typist = Typist()
                typist.type("a")
                typist.type(scalars[..<cut].joined())
                typist.type(scalars[cut...].joined(), after: pause)
                typist.type("b")
                // An Esc that waits for more than its time is one; whatever follows it is still an answer if terminals
                // give such answers.
                let mayBeTyped = cut == 1 && pause > KeyDecoder.escapeDelay
                guard !(mayBeTyped && "^X".contains(scalars[1])) else { continue }
                let keys = mayBeTyped ? typist.keys.filter { $0 != .escape } : typist.keys
                #expect(keys == "ab".map(Key.character), "cut at \(cut), pause \(pause)")
            }
        }
    }

    @Test("Any payload in any pieces is dropped, and what is typed around it is not", arguments: 0..<400)
    func property(seed: UInt64) {
        var random = SmallRandom(seed: seed)
        let introducer = ["]", "P", "_", "^", "X"][random.next(5)]
        let payload = (0..<random.next(41)).map { _ in Self.scalar(&random) }
        let end = ["\u{1B}\\", "\u{7}"][random.next(2)]
        var typist = Typist(outstanding: random.next(2))
        typist.type("a")
        typist.type("\u{1B}")
        typist.type(introducer, after: Double(random.next(25)) / 1000)
        for scalar in payload + end.unicodeScalars.map({ String($0) }) {
            typist.type(scalar, after: random.next(2) == 0 ? 0 : Double(random.next(290)) / 1000)
        }
        typist.type("b")
        typist.wait(10)
        #expect(typist.keys == "ab".map(Key.character), "\(introducer) \(payload)")
    }

    private static func scalar(_ random: inout SmallRandom) -> String {
        while true {
            let value = random.next(2) == 0 ? random.next(0x80) : 0xA0 + random.next(0x2F00)
            guard ![0x07, 0x18, 0x1A, 0x1B].contains(value), let scalar = Unicode.Scalar(UInt32(value)) else {
                continue
            }
            return String(scalar)
        }
    }

    @Test(arguments: ["]", "P", "_", "^", "X"]) func altWithTheSameCharacterIsAKey(_ character: Character) {
        var typist = Typist()
        typist.type("\u{1B}\(character)")
        typist.wait(KeyDecoder.tornDelay + 0.01)
        #expect(typist.keys == [.alt(character)])
        typist.type("q")
        #expect(typist.keys.last == .character("q"))
    }

    @Test func whatAPersonTypesAfterAltIsNotLost() {
        var typist = Typist()
        typist.type("\u{1B}]")
        for character in "hello" { typist.type(String(character), after: 0.1) }
        typist.wait(ControlString.patience + 0.1)
        #expect(typist.keys == [.alt("]")] + "hello".map(Key.character))
        // A key that no string holds tells at once.
        typist.type("\u{1B}P")
        typist.type("x", after: 0.1)
        typist.press(0o402, after: 0.1)
        #expect(typist.keys.suffix(3) == [.alt("P"), .character("x"), .down])
    }

    @Test func whatAPersonTypesAfterEscIsNotLost() {
        for text in ["]a", "]1", "Please", "X", "P1"] {
            var typist = Typist()
            typist.type("\u{1B}")
            for character in text { typist.type(String(character), after: 0.1) }
            typist.wait(ControlString.patience + 0.1)
            #expect(typist.keys == [.escape] + text.map(Key.character), "\(text)")
        }
        // Words that arrive together, as over a slow line.
        var typist = Typist()
        typist.type("\u{1B}")
        typist.type("Please", after: 0.1)
        #expect(typist.keys == [.escape] + "Please".map(Key.character))
    }

    @Test func aStringWithoutEndIsOverAtLast() {
        var typist = Typist()
        typist.type("\u{1B}]11;rgb:1e1e/")
        typist.type("x", after: ControlString.patience + 0.1)
        #expect(typist.keys == [.character("x")])
        typist.type("\u{1B}]" + String(repeating: "z", count: ControlString.longest) + "yes")
        #expect(typist.keys == "xyes".map(Key.character))
    }

    @Test func anotherSequenceBreaksAStringOff() {
        #expect(decode("\u{1B}]11;rgb\u{1B}[A") == [.key(.up)])
        #expect(decode("\u{1B}]11;rgb\u{1B}]11;rgb:0\u{7}x") == [.key(.character("x"))])
        #expect(decode("\u{1B}]11;rgb\u{1B}[0nx", outstanding: 1) == [.statusAnswer, .key(.character("x"))])
        var typist = Typist()
        typist.type("\u{1B}]11;rgb")
        typist.type("\u{1B}", after: 0.1)
        typist.wait(1)
        #expect(typist.keys == [.escape])
    }
}
