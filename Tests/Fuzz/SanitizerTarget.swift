import PortalModel

/// A service's text on its way to the terminal: nothing that controls one is left, and a second look changes nothing.
enum SanitizerTarget {
    static func run(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let safe = TerminalText(sanitizing: text)
        for scalar in safe.plain.unicodeScalars where isForbidden(scalar.value) {
            FuzzTarget.expect(false, "U+\(String(scalar.value, radix: 16)) is left")
        }
        FuzzTarget.expect(TerminalText(sanitizing: safe.plain).plain == safe.plain, "a second look changes it")
        let line = TerminalText(singleLine: text)
        FuzzTarget.expect(!line.plain.utf8.contains(0x0A), "a line end in one line")
        let width = Int(bytes.first ?? 0) % 40
        FuzzTarget.expect(line.prefix(columns: width).columns <= width, "cut to \(width), it is wider")
        FuzzTarget.expect(line.truncated(to: width).columns <= max(width, 0), "shortened to \(width), it is wider")
        for row in safe.wrapped(to: max(width, 2)) {
            // Spaces hang over the edge, with what is drawn on them.
            var shown = row.plain
            while let last = shown.last, isBlank(last) { shown.removeLast() }
            let columns = TerminalText(sanitizing: shown).columns
            FuzzTarget.expect(columns <= max(width, 2), "a row of \(columns) is wider than \(max(width, 2))")
        }
    }

    /// A space, or what takes no place of its own, such as a mark.
    private static func isBlank(_ character: Character) -> Bool {
        switch character.unicodeScalars.first?.properties.generalCategory {
        case .spaceSeparator, .nonspacingMark, .enclosingMark, .format: true
        default: TerminalText(sanitizing: String(character)).columns == 0
        }
    }

    private static func isForbidden(_ value: UInt32) -> Bool {
        switch value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F,
            0xE000...0xF8FF, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0x10FFFF:
            true
        default: value & 0xFFFE == 0xFFFE
        }
    }
}
