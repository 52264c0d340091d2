import PortalModel

/// What ncurses' `wget_wch` hands over: a character, or one of its key codes.
public enum InputUnit: Hashable, Sendable {
    /// A Unicode scalar that was typed.
    case scalar(UInt32)
    /// A key by the number that ncurses gives it.
    case code(Int32)
}

extension KeyDecoder {
    /// The numbers of ncurses' key codes, given from outside so that decoding needs no curses. The defaults are those
    /// of ncurses 6 (`curses.h`), which are part of its binary interface; our own begin after `KEY_MAX`.
    public struct Codes: Hashable, Sendable {
        /// KEY_DOWN.
        public var down: Int32 = 0o402
        /// KEY_UP.
        public var up: Int32 = 0o403
        /// KEY_LEFT.
        public var left: Int32 = 0o404
        /// KEY_RIGHT.
        public var right: Int32 = 0o405
        /// KEY_HOME.
        public var home: Int32 = 0o406
        /// KEY_BACKSPACE.
        public var backspace: Int32 = 0o407
        /// `KEY_F(0)`; F1 to F12 follow.
        public var f0: Int32 = 0o410
        /// KEY_DC.
        public var delete: Int32 = 0o512
        /// KEY_IC.
        public var insert: Int32 = 0o513
        /// KEY_NPAGE.
        public var pageDown: Int32 = 0o522
        /// KEY_PPAGE.
        public var pageUp: Int32 = 0o523
        /// KEY_ENTER, of the number block.
        public var enter: Int32 = 0o527
        /// KEY_BTAB.
        public var backTab: Int32 = 0o541
        /// KEY_END.
        public var end: Int32 = 0o550
        /// Registered with `define_key`: the terminal's answer `ESC[0n`.
        public var statusAnswer: Int32 = 0o1001
        /// Registered with `define_key`: `ESC[200~` and `ESC[201~`.
        public var pasteStart: Int32 = 0o1002
        /// What ends a bracketed paste, `ESC[201~`; see `pasteStart`.
        public var pasteEnd: Int32 = 0o1003
        /// Arrows with Control or Alt, from `define_key` and from extended terminal descriptions.
        public var wordLeft: Set<Int32> = [0o1004, 0o611]
        /// Control or Alt with the arrow to the right.
        public var wordRight: Set<Int32> = [0o1005, 0o622]

        public init() {}

        /// The sequences to register with `define_key`, and the code of each.
        public var definitions: [(sequence: String, code: Int32)] {
            let left = wordLeft.max() ?? 0
            let right = wordRight.max() ?? 0
            return [
                ("\u{1B}[0n", statusAnswer), ("\u{1B}[200~", pasteStart), ("\u{1B}[201~", pasteEnd),
                ("\u{1B}[1;5D", left), ("\u{1B}[1;3D", left), ("\u{1B}[1;5C", right), ("\u{1B}[1;3C", right),
            ]
        }

        /// The key of a code; nil for codes that mean nothing to us.
        func key(for code: Int32) -> Key? {
            switch code {
            case down: .down
            case up: .up
            case left: .left
            case right: .right
            case home: .home
            case end: .end
            case backspace: .backspace
            case delete: .delete
            case insert: .insert
            case pageDown: .pageDown
            case pageUp: .pageUp
            case enter: .enter
            case backTab: .backTab
            case f0 + 1...f0 + 12: .function(Int(code - f0))
            case _ where wordLeft.contains(code): .wordLeft
            case _ where wordRight.contains(code): .wordRight
            default: nil
            }
        }
    }
}
