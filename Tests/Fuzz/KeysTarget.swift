import PortalModel

/// Keys, torn and mixed with answers of the terminal: nothing is typed that nobody sent, and nothing waits for ever.
enum KeysTarget {
    /// Bytes below 0xF0 are characters; those from there on begin a pause, a code of ncurses or a rare character.
    static func run(_ bytes: [UInt8]) {
        var decoder = KeyDecoder()
        var person = Person()
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            switch byte {
            case 0xF0: person.wait(Double(rest.popFirst() ?? 0) / 50, &decoder)
            case 0xF1: person.send(.code(KeyDecoder.Codes().statusAnswer), to: &decoder)
            case 0xF2: person.send(.code(KeyDecoder.Codes().pasteStart), to: &decoder)
            case 0xF3: person.send(.code(KeyDecoder.Codes().pasteEnd), to: &decoder)
            case 0xF4: person.send(.code(0o400 + Int32(rest.popFirst() ?? 0)), to: &decoder)
            case 0xF5: decoder.answersOutstanding += 1
            case 0xF6...0xFF:
                let value = (0..<3).reduce(UInt32(0)) { value, _ in value << 8 | UInt32(rest.popFirst() ?? 0) }
                person.send(.scalar(value), to: &decoder)
            default: person.send(.scalar(UInt32(byte)), to: &decoder)
            }
        }
        person.wait(100, &decoder)
        FuzzTarget.expect(decoder.deadline == nil, "something waits for ever")
    }

    private struct Person {
        var time = 100.0
        /// How often each character was sent, less how often it came out.
        var open: [UInt32: Int] = [:]
        var answers = 0

        mutating func send(_ unit: InputUnit, to decoder: inout KeyDecoder) {
            switch unit {
            case .scalar(let value):
                open[value, default: 0] += 1
                if value == 0x6E { answers += 1 }
            case .code: answers += 1
            }
            take(decoder.feed(unit, at: time), &decoder)
        }

        mutating func wait(_ seconds: Double, _ decoder: inout KeyDecoder) {
            let end = time + seconds
            var steps = 0
            while let deadline = decoder.deadline, deadline <= end {
                take(decoder.expire(at: deadline), &decoder)
                time = max(time, deadline)
                steps += 1
                FuzzTarget.expect(steps < 100, "a deadline that passes stays")
            }
            time = end
        }

        private mutating func take(_ inputs: [TerminalInput], _ decoder: inout KeyDecoder) {
            for input in inputs {
                switch input {
                case .key(.character(let character)), .key(.alt(let character)): typed(character)
                case .paste(let text): pasted(text)
                case .statusAnswer:
                    answers -= 1
                    FuzzTarget.expect(answers >= 0, "an answer that the terminal did not give")
                    decoder.answersOutstanding = max(decoder.answersOutstanding - 1, 0)
                default: break
                }
            }
        }

        private mutating func typed(_ character: Character) {
            for scalar in character.unicodeScalars {
                FuzzTarget.expect(
                    scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value),
                    "a control was typed: \(scalar.value)")
                open[scalar.value, default: 0] -= 1
                FuzzTarget.expect(open[scalar.value, default: 0] >= 0, "typed and never sent: \(scalar.value)")
            }
        }

        private mutating func pasted(_ text: String) {
            for scalar in text.unicodeScalars {
                let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
                FuzzTarget.expect(
                    !isControl || scalar == "\n" || scalar == "\t", "a control in a paste: \(scalar.value)")
                guard !isControl else { continue }
                open[scalar.value, default: 0] -= 1
                FuzzTarget.expect(open[scalar.value, default: 0] >= 0, "pasted and never sent: \(scalar.value)")
            }
        }
    }
}
