import PortalModel

/// Keys as terminals send them: for sequences that the terminal's description does not know, which arrive in pieces.
enum KeySequences {
    /// A control character as a key; nil for those that no key sends.
    static func control(_ scalar: UInt32) -> Key? {
        switch scalar {
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x08, 0x7F: .backspace
        case 0x1B: .escape
        case 0x00: .control("@")
        case 0x01...0x1A: character(scalar + 0x60).map(Key.control)
        case 0x1C...0x1F: character(scalar + 0x40).map(Key.control)
        default: nil
        }
    }

    /// A printable character; nil for controls and for what is no scalar.
    static func character(_ scalar: UInt32) -> Character? {
        guard scalar >= 0x20, !(0x7F..<0xA0).contains(scalar) else { return nil }
        return Unicode.Scalar(scalar).map(Character.init)
    }

    /// `ESC [ parameters final`; nil for what we have no use for.
    static func controlSequence(parameters: [UInt8], final: UInt8) -> Key? {
        guard parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
        let numbers = parameters.split(separator: 0x3B, omittingEmptySubsequences: false).map(number)
        let first = numbers.first ?? 0
        // xterm counts modifiers from 1: Shift 1, Alt 2, Control 4.
        let modifiers = numbers.count > 1 ? max(numbers[1], 1) - 1 : 0
        switch final {
        case UInt8(ascii: "Z"): return .backTab
        case UInt8(ascii: "~"): return tilde(first)
        default: return letter(final, byWord: modifiers & 6 != 0)
        }
    }

    /// `ESC O final`, as terminals in application mode send arrows and function keys.
    static func shiftThree(final: UInt8) -> Key? {
        final == UInt8(ascii: "M") ? .enter : letter(final, byWord: false)
    }

    private static func letter(_ final: UInt8, byWord: Bool) -> Key? {
        switch final {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): byWord ? .wordRight : .right
        case UInt8(ascii: "D"): byWord ? .wordLeft : .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "P")) + 1)
        default: nil
        }
    }

    private static func tilde(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23, 24: .function(number - 12)
        default: nil
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.prefix(6).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    }
}
