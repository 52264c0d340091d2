import PortalModel

/// A string in which a terminal answers what somebody has asked it (OSC, DCS, APC, PM or SOS; ECMA-48, 8.3): an editor
/// asked for the background's colour, and the answer came when it had ended. Nothing of it was typed.
///
/// It ends with ST or BEL, or is broken off by CAN, SUB or another sequence. Its beginning is also what Alt sends with
/// one of five characters; then nothing follows at once. What follows slowly, one character at a time, and without an
/// end, was typed by a person and is given back.
struct ControlString: Sendable {
    enum Progress: Hashable {
        case more
        case ended
        /// The string is over without its end; the unit that told it belongs to what comes next.
        case brokenOff
    }

    /// After ESC: `]` OSC, `P` DCS, `_` APC, `^` PM, `X` SOS.
    static func isIntroducer(_ scalar: UInt32) -> Bool { [0x5D, 0x50, 0x5F, 0x5E, 0x58].contains(scalar) }
    /// The same as one C1 control.
    static func isC1Introducer(_ scalar: UInt32) -> Bool { [0x9D, 0x90, 0x9F, 0x9E, 0x98].contains(scalar) }

    /// More than any terminal answers.
    static let longest = 200_000
    /// Seconds without a character after which a string whose end got lost is over.
    static let patience = 2.0
    /// More than a person types without a pause.
    private static let mostHeld = 256

    /// What was typed if nothing comes of the string: Alt with the introducer, or the introducer after an Esc that was
    /// given already. Nothing after a C1 control.
    private let typedOtherwise: [Key]
    /// After an Esc that was given already, only what terminals do answer counts as a string.
    private let mustBeKnown: UInt32?
    private var count = 0
    /// Characters came faster than anybody types.
    private var isOfTerminal = false
    /// Characters that came one at a time, since the last that did not.
    private var held: [UInt32] = []
    private(set) var isAfterEscape = false
    /// How it begins: what we ask for ourselves is short.
    private(set) var beginning = ""

    /// - Parameter typedOtherwise: see above.
    init(typedOtherwise: [Key], mustBeKnown: UInt32? = nil) {
        self.typedOtherwise = typedOtherwise
        self.mustBeKnown = mustBeKnown
    }

    /// Seconds after the last character at which it is decided without a next one.
    var delay: Double {
        if isAfterEscape { return KeyDecoder.tornDelay }
        guard count == 0 else { return Self.patience }
        return mustBeKnown == nil ? KeyDecoder.tornDelay : KeyDecoder.escapeDelay
    }

    /// What a person has typed, when the string did not end as one.
    var typed: (keys: [Key], scalars: [UInt32]) { (isOfTerminal ? [] : typedOtherwise, held) }

    /// - Parameter pause: seconds since the character before.
    mutating func take(_ scalar: UInt32, pause: Double) -> Progress {
        if isAfterEscape { return scalar == 0x5C ? .ended : .brokenOff }
        switch scalar {
        case 0x07, 0x9C, 0x18, 0x1A: return .ended
        case 0x1B:
            isAfterEscape = true
            return .more
        default: break
        }
        if count == 0, let mustBeKnown, !Self.begins(scalar, after: mustBeKnown) { return .brokenOff }
        count += 1
        if count <= 64, let character = Unicode.Scalar(scalar) { beginning.unicodeScalars.append(character) }
        if pause <= KeyDecoder.escapeDelay {
            isOfTerminal = true
            held = []
        } else {
            held.append(scalar)
        }
        return count < Self.longest && held.count < Self.mostHeld ? .more : .ended
    }

    /// How the answers begin that terminals give: OSC with a number, DCS with parameters, APC with kitty's letter.
    private static func begins(_ scalar: UInt32, after introducer: UInt32) -> Bool {
        switch introducer {
        case 0x5D: (0x30...0x39).contains(scalar)
        case 0x50: (0x20...0x3F).contains(scalar)
        case 0x5F: scalar == 0x47
        default: false
        }
    }
}

extension KeyDecoder {
    /// The beginning of a string, or a character after an Esc that was given up waiting for.
    mutating func beginString(_ scalar: UInt32) -> Bool {
        if ControlString.isC1Introducer(scalar) {
            state = .controlString(ControlString(typedOtherwise: []))
            return true
        }
        guard let escapeGivenUp, now - escapeGivenUp <= Self.tornDelay, ControlString.isIntroducer(scalar),
            let character = KeySequences.character(scalar)
        else { return false }
        state = .controlString(ControlString(typedOtherwise: [.character(character)], mustBeKnown: scalar))
        return true
    }

    mutating func takeInString(_ unit: InputUnit, _ string: ControlString) -> [TerminalInput] {
        guard let scalar = codes.scalar(of: unit) else {
            // The terminal may have been asked by us before; everything else is a key.
            return unit == .code(codes.statusAnswer) ? [.statusAnswer] : giveUp(string) + takeFresh(unit)
        }
        var string = string
        switch string.take(scalar, pause: now - lastUnit) {
        case .more:
            state = .controlString(string)
            return []
        case .ended:
            state = .ground
            if string.isUndecided { return giveUp(string) }
            background = Theme(backgroundAnswer: string.beginning) ?? background
            return []
        case .brokenOff where string.isAfterEscape:
            let inputs = giveUp(string, keepingEscape: true)
            state = .escape
            return inputs + takeAfterEscape(unit, pause: now - lastUnit)
        case .brokenOff: return giveUp(string) + takeFresh(unit)
        }
    }

    /// No end has come.
    mutating func giveUp(_ string: ControlString, keepingEscape: Bool = false) -> [TerminalInput] {
        state = .ground
        let escape: [TerminalInput] = string.isAfterEscape && !keepingEscape ? [.key(.escape)] : []
        return string.typed.keys.map(TerminalInput.key) + typed(string.typed.scalars) + escape
    }
}

extension ControlString {
    /// A person has typed for so long that it is no string.
    fileprivate var isUndecided: Bool { held.count >= Self.mostHeld }
}

extension KeyDecoder.Codes {
    /// The character of a unit; ncurses makes keys of two that strings may hold.
    fileprivate func scalar(of unit: InputUnit) -> UInt32? {
        switch unit {
        case .scalar(let scalar): scalar
        case .code(backspace): 0x7F
        case .code(enter): 0x0D
        case .code: nil
        }
    }
}
