import PortalModel

/// Turns what ncurses reads into what a person did: pure, with the time given from outside.
///
/// ncurses recognises most sequences by itself. What it does not know, or gives up on because a slow line tore it
/// apart, arrives as single characters, and here they are put together again. The hard case is the terminal's own
/// answer `ESC[0n` (see `FramePacer`): its pieces must never be typed into a form, while a real Esc must still work.
public struct KeyDecoder: Sendable {
    /// Seconds that a lone Esc waits for a second character: Alt sends Esc first.
    public static let escapeDelay = 0.025
    /// Seconds that it waits while the terminal still owes an answer, and that any begun sequence waits.
    public static let tornDelay = 0.3
    /// Seconds that characters which look like the rest of an answer are held back.
    public static let holdDelay = 2.0
    /// Seconds without a character after which a paste whose end got lost is over.
    public static let pasteDelay = 5.0

    /// Answers that the terminal still owes: `FramePacer.outstanding`.
    public var answersOutstanding = 0
    /// What the terminal has answered of its background (OSC 11); nil until it has.
    public internal(set) var background: Theme?

    enum State: Sendable {
        case ground
        /// After ESC.
        case escape
        /// After `ESC [`.
        case controlSequence([UInt8])
        /// After `ESC O`.
        case shiftThree
        case paste
        /// In a string that nobody here has asked for.
        case controlString(ControlString)
        /// In an X10 mouse report that ncurses did not take: characters still to come.
        case mouseReport(left: Int)
        /// The first `matched` characters of an answer came and were given up on; `held` came since, too late to be
        /// sure, and is typed when it turns out not to be the rest of the answer.
        case answerTail(matched: Int, held: [UInt32])
    }

    private static let answer = "\u{1B}[0n".unicodeScalars.map(\.value)
    private static let longestSequence = 64

    let codes: Codes
    var state = State.ground
    private(set) var lastUnit = 0.0
    /// When the unit was read that is being taken.
    private(set) var now = 0.0
    /// When an Esc came that nothing followed: the rest of a torn sequence may still come.
    private(set) var escapeGivenUp: Double?
    /// Kept apart from the state, so that it grows in place.
    private var pasted = PasteCollector()

    public init(codes: Codes = Codes()) {
        self.codes = codes
    }

    /// When `expire` should be called if nothing arrives before, in the seconds of `feed`; nil when nothing waits.
    public var deadline: Double? {
        switch state {
        case .ground: nil
        case .escape: lastUnit + (answersOutstanding > 0 ? Self.tornDelay : Self.escapeDelay)
        case .controlSequence, .shiftThree, .mouseReport: lastUnit + Self.tornDelay
        case .paste: lastUnit + Self.pasteDelay
        case .controlString(let string): lastUnit + string.delay
        case .answerTail(_, let held): held.isEmpty ? nil : lastUnit + Self.holdDelay
        }
    }

    /// Takes the next unit, read at `time` in seconds of any steady clock.
    public mutating func feed(_ unit: InputUnit, at time: Double) -> [TerminalInput] {
        var inputs = expire(at: time)
        now = time
        inputs += take(unit, at: time)
        lastUnit = time
        return inputs
    }

    /// Gives up waiting for what has not come by its deadline.
    public mutating func expire(at time: Double) -> [TerminalInput] {
        guard let deadline, time >= deadline else { return [] }
        switch state {
        case .ground: return []
        case .escape:
            escapeGivenUp = lastUnit
            state = answersOutstanding > 0 ? .answerTail(matched: 1, held: []) : .ground
            return [.key(.escape)]
        case .controlSequence(let parameters): return giveUp(parameters)
        case .shiftThree:
            state = .ground
            return [.key(.alt("O"))]
        case .mouseReport:
            state = .ground
            return []
        case .paste: return endPaste()
        case .controlString(let string): return giveUp(string)
        case .answerTail(let matched, let held):
            state = answersOutstanding > 0 ? .answerTail(matched: matched, held: []) : .ground
            return typed(held)
        }
    }

    private mutating func take(_ unit: InputUnit, at time: Double) -> [TerminalInput] {
        switch state {
        case .ground: takeFresh(unit)
        case .escape: takeAfterEscape(unit, pause: time - lastUnit)
        case .controlSequence(let parameters): takeInSequence(unit, parameters)
        case .shiftThree: takeAfterShiftThree(unit)
        case .mouseReport(let left): takeMouse(unit, left: left)
        case .paste: takePasted(unit)
        case .controlString(let string): takeInString(unit, string)
        case .answerTail(let matched, let held): takeTail(unit, matched: matched, held: held)
        }
    }

    mutating func takeFresh(_ unit: InputUnit) -> [TerminalInput] {
        state = .ground
        switch unit {
        case .scalar(0x1B):
            state = .escape
            return []
        case .scalar(let scalar) where beginString(scalar): return []
        case .scalar(let scalar): return typed([scalar])
        case .code(codes.statusAnswer): return [.statusAnswer]
        case .code(codes.pasteStart):
            state = .paste
            return []
        case .code(let code): return codes.key(for: code).map { [.key($0)] } ?? []
        }
    }

    mutating func takeAfterEscape(_ unit: InputUnit, pause: Double) -> [TerminalInput] {
        // Alt sends its two characters at once. A longer pause is only waited out for an answer's sake.
        let together = pause <= Self.escapeDelay
        switch unit {
        case .scalar(0x5B):
            state = .controlSequence([])
            return []
        case .scalar(0x4F) where together:
            state = .shiftThree
            return []
        case .scalar(0x7F) where together, .scalar(0x08) where together, .code(codes.backspace) where together:
            // Alt with Backspace deletes a word in shells and editors, as ^W does.
            state = .ground
            return [.key(.control("w"))]
        case .code(codes.left) where together:
            state = .ground
            return [.key(.wordLeft)]
        case .code(codes.right) where together:
            state = .ground
            return [.key(.wordRight)]
        case .scalar(let scalar) where together && ControlString.isIntroducer(scalar):
            let alt = KeySequences.character(scalar).map { [Key.alt($0)] } ?? []
            state = .controlString(ControlString(typedOtherwise: alt))
            return []
        case .scalar(let scalar) where together && scalar >= 0x20:
            state = .ground
            return KeySequences.character(scalar).map { [.key(.alt($0))] } ?? []
        case .code(codes.statusAnswer):
            return [.statusAnswer]
        default:
            escapeGivenUp = lastUnit
            return [.key(.escape)] + takeFresh(unit)
        }
    }

    private mutating func takeInSequence(_ unit: InputUnit, _ parameters: [UInt8]) -> [TerminalInput] {
        guard case .scalar(let scalar) = unit else { return takeFresh(unit) }
        switch scalar {
        case 0x20...0x3F:
            // Something that has no end is no key: what follows is typed text again.
            guard parameters.count < Self.longestSequence else { return takeFresh(unit) }
            state = .controlSequence(parameters + [UInt8(scalar)])
            return []
        case 0x40...0x7E:
            state = .ground
            return finish(parameters, final: UInt8(scalar))
        default:
            return takeFresh(unit)
        }
    }

    private mutating func finish(_ parameters: [UInt8], final: UInt8) -> [TerminalInput] {
        switch (parameters, final) {
        case (Array("0".utf8), UInt8(ascii: "n")): return [.statusAnswer]
        case (Array("200".utf8), UInt8(ascii: "~")):
            state = .paste
            return []
        case ([], UInt8(ascii: "M")):
            state = .mouseReport(left: 3)
            return []
        default:
            return KeySequences.controlSequence(parameters: parameters, final: final).map { [.key($0)] } ?? []
        }
    }

    /// A sequence that did not go on. Only `ESC [` alone can have been typed: as Alt with a bracket.
    private mutating func giveUp(_ parameters: [UInt8]) -> [TerminalInput] {
        state = .ground
        let isAnswer = parameters.isEmpty || parameters == Array("0".utf8)
        if answersOutstanding > 0, isAnswer {
            state = .answerTail(matched: 2 + parameters.count, held: [])
            return []
        }
        return parameters.isEmpty ? [.key(.alt("["))] : []
    }

    private mutating func takeAfterShiftThree(_ unit: InputUnit) -> [TerminalInput] {
        guard case .scalar(let scalar) = unit, (0x40...0x7E).contains(scalar) else {
            return [.key(.alt("O"))] + takeFresh(unit)
        }
        state = .ground
        return KeySequences.shiftThree(final: UInt8(scalar)).map { [.key($0)] } ?? []
    }

    private mutating func takeMouse(_ unit: InputUnit, left: Int) -> [TerminalInput] {
        guard case .scalar = unit else { return takeFresh(unit) }
        state = left > 1 ? .mouseReport(left: left - 1) : .ground
        return []
    }

    private mutating func takePasted(_ unit: InputUnit) -> [TerminalInput] {
        switch unit {
        case .code(codes.pasteEnd): return endPaste()
        case .code(codes.statusAnswer): return [.statusAnswer]
        case .code(codes.enter): return collect(0x0A)
        case .code: return []
        case .scalar(let scalar): return collect(scalar)
        }
    }

    private mutating func collect(_ scalar: UInt32) -> [TerminalInput] {
        switch pasted.take(scalar) {
        case .more: []
        case .answer: [.statusAnswer]
        case .end: endPaste()
        }
    }

    private mutating func endPaste() -> [TerminalInput] {
        defer { pasted = PasteCollector() }
        state = .ground
        return [.paste(pasted.text)] + (pasted.isCut ? [.pasteWasCut(characters: PasteCollector.limit)] : [])
    }

    private mutating func takeTail(_ unit: InputUnit, matched: Int, held: [UInt32]) -> [TerminalInput] {
        let isOwed = answersOutstanding > 0 || !held.isEmpty
        guard isOwed, unit == .scalar(Self.answer[matched]) else {
            return typed(held) + takeFresh(unit)
        }
        if matched + 1 == Self.answer.count {
            state = .ground
            return [.statusAnswer]
        }
        state = .answerTail(matched: matched + 1, held: held + [Self.answer[matched]])
        return []
    }

    func typed(_ scalars: [UInt32]) -> [TerminalInput] {
        scalars.compactMap { scalar in
            (KeySequences.control(scalar) ?? KeySequences.character(scalar).map(Key.character)).map { .key($0) }
        }
    }
}
