import TerminalCanvas

/// Tells what in a stream of bytes to a terminal is neither plain text nor what ncurses itself sends.
///
/// Strict: only sequences of the terminal's description that a screen needs, with parameters within its size. What a
/// description of a dataset smuggles in shows up, unless it is one of just these sequences.
struct TerminalStream {
    let columns: Int
    let rows: Int

    /// What was found, with the bytes around it, in words; empty when the stream is clean.
    func breaches(in bytes: [UInt8]) -> [String] {
        var breaches: [String] = []
        var index = 0
        var opening = Opening(rows: rows)
        while index < bytes.count {
            let rest = bytes[index...]
            let length = opening.length(rest) ?? scrollLength(rest) ?? allowedLength(rest)
            if length == 0 {
                breaches.append("byte \(index): \(Self.excerpt(bytes, around: index))")
            }
            index += max(length, 1)
        }
        return breaches
    }

    /// Bytes of the allowed text or sequence at the start; 0 when what stands there is not allowed.
    private func allowedLength(_ bytes: ArraySlice<UInt8>) -> Int {
        guard let first = bytes.first else { return 0 }
        switch first {
        case 0x20...0x7E: return 1
        // Left, down and to the first column: the short ways of moving the cursor. ^O ends line drawing with `sgr0`.
        case 0x08, 0x0A, 0x0D, 0x0F: return 1
        case 0x1B: return escapeLength(bytes)
        case 0x80...: return characterLength(bytes)
        default: return 0
        }
    }

    // MARK: - Text

    /// A character beyond ASCII that is seen, or a mark on one.
    private func characterLength(_ bytes: ArraySlice<UInt8>) -> Int {
        let length: Int
        switch bytes[bytes.startIndex] {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return 0
        }
        guard let character = String(validating: bytes.prefix(length), as: UTF8.self),
            let scalar = character.unicodeScalars.first
        else { return 0 }
        return Self.isSeen(scalar) ? length : 0
    }

    static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        // Invisible although Unicode calls them letters or marks.
        if [0x115F, 0x1160, 0x3164, 0xFFA0, 0x034F, 0x17B4, 0x17B5].contains(scalar.value) { return false }
        if (0xFE00...0xFE0F).contains(scalar.value) || (0xE0000...0xE0FFF).contains(scalar.value) { return false }
        // Called formats, and seen: signs that stand around a number in Arabic, Syriac and Kaithi.
        if (0x600...0x605).contains(scalar.value) { return true }
        if [0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD].contains(scalar.value) { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: return false
        // Newer than the tables of Swift, or U+FFFE and the like.
        case .unassigned: return scalar.value & 0xFFFE != 0xFFFE
        default: return true
        }
    }

    // MARK: - Sequences

    /// What is sent once each, before anything is drawn, and at no other place.
    private struct Opening {
        private var left: [[UInt8]]

        /// ncurses' scrolling region, the program's own after it, and the question for the colour of the background.
        init(rows: Int) {
            left = ["\u{1B}[1;\(rows)r", "\u{1B}[r", Theme.question].map { Array($0.utf8) }
        }

        /// Nil for what is no part of it.
        mutating func length(_ bytes: ArraySlice<UInt8>) -> Int? {
            // The first that can be seen ends it.
            if bytes.first.map({ $0 >= 0x20 }) == true { left = [] }
            guard let place = left.firstIndex(where: { bytes.starts(with: $0) }) else { return nil }
            return left.remove(at: place).count
        }
    }

    /// Rows that are moved as ncurses does it: a region of them, where the cursor goes and lines move, and the whole screen
    /// again. A region that stays is none: nil.
    private func scrollLength(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let (region, start) = region(bytes), region != 1...rows else { return nil }
        var rest = bytes.dropFirst(start)
        while !rest.isEmpty {
            if let (other, length) = self.region(rest) {
                return other == 1...rows ? bytes.count - rest.count + length : nil
            }
            // The cursor goes there, and lines move; nothing is drawn.
            let length = rest.first.map { [0x0A, 0x0D].contains($0) } == true ? 1 : escapeLength(rest)
            guard length > 0 else { return nil }
            rest = rest.dropFirst(length)
        }
        // The program is just writing it.
        return bytes.count
    }

    /// `ESC[top;bottomr`, with its bytes.
    private func region(_ bytes: ArraySlice<UInt8>) -> (ClosedRange<Int>, Int)? {
        guard bytes.starts(with: [0x1B, 0x5B]), let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: "r")),
            let numbers = Self.numbers(String(decoding: bytes[(bytes.startIndex + 2)..<end], as: UTF8.self)),
            numbers.count == 2, 1 <= numbers[0], numbers[0] < numbers[1], numbers[1] <= rows
        else { return nil }
        return (numbers[0]...numbers[1], end - bytes.startIndex + 1)
    }

    private static let shortSequences = ["M", "7", "8", "=", ">", "(B", ")0"].map { Array($0.utf8) }

    private func escapeLength(_ bytes: ArraySlice<UInt8>) -> Int {
        let rest = bytes.dropFirst()
        if let short = Self.shortSequences.first(where: { rest.starts(with: $0) }) { return 1 + short.count }
        // The program may be just writing the last one.
        if rest.isEmpty { return 1 }
        guard rest.first == UInt8(ascii: "[") else { return 0 }
        let body = rest.dropFirst().prefix(24)
        guard let end = body.firstIndex(where: { (0x40...0x7E).contains($0) }) else {
            return body.count < 24 && body.allSatisfy { (0x30...0x3F).contains($0) } ? bytes.count : 0
        }
        let parameters = String(decoding: body[..<end], as: UTF8.self)
        guard isAllowed(parameters, final: Character(Unicode.Scalar(body[end]))) else { return 0 }
        return end - bytes.startIndex + 1
    }

    private static let modes: Set = ["?1", "?25", "?1000", "?1006;1000", "?1049", "?2004", "34", "4"]
    /// Bold, dim, underlined, reverse, and the terminal's own colours.
    private static let attributes: Set = [0, 1, 2, 4, 7, 22, 24, 27, 39, 49]
    /// The colours that a terminal with 256 of them is sent, and no other number: text, then what lies behind it.
    private static let colors = Theme.allCases.map { Palette(.indexed, $0) }
        .flatMap { palette in StyleRole.allCases.map { palette[$0] } }
    private static let foregrounds = Set(colors.map { Int($0.foreground) })
    private static let backgrounds = Set(colors.map { Int($0.background) })

    private func isAllowed(_ parameters: String, final: Character) -> Bool {
        switch final {
        case "h", "l": return Self.modes.contains(parameters)
        case "n": return parameters == "5"
        case "J": return parameters.isEmpty
        case "K": return parameters.isEmpty || parameters == "1"
        case "m":
            guard let numbers = Self.numbers(parameters) else { return false }
            return Self.areLooks(numbers[...])
        case "H":
            guard let numbers = Self.numbers(parameters), numbers.count != 1 else { return false }
            guard numbers.count == 2 else { return numbers.isEmpty }
            return (1...rows).contains(numbers[0]) && (1...columns).contains(numbers[1])
        case "A", "B", "d", "L", "M", "S", "T": return isOne(parameters, upTo: rows)
        case "C", "D", "G", "P", "X", "@": return isOne(parameters, upTo: columns)
        default: return false
        }
    }

    /// Those above: a colour from 16 on is `38;5;N` or `48;5;N`, and the palette for 256 colours has no other.
    private static func areLooks(_ numbers: ArraySlice<Int>) -> Bool {
        guard let first = numbers.first else { return true }
        if first == 38 || first == 48 {
            let rest = numbers.dropFirst()
            let known = first == 38 ? foregrounds : backgrounds
            guard rest.first == 5, let color = rest.dropFirst().first, color >= 16, known.contains(color) else {
                return false
            }
            return areLooks(rest.dropFirst(2))
        }
        return attributes.contains(first) && areLooks(numbers.dropFirst())
    }

    private func isOne(_ parameters: String, upTo limit: Int) -> Bool {
        parameters.isEmpty || Int(parameters).map { (1...limit).contains($0) } == true
    }

    /// Plain numbers between semicolons; nil for anything else.
    private static func numbers(_ parameters: String) -> [Int]? {
        if parameters.isEmpty { return [] }
        let parts = parameters.split(separator: ";", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
        return numbers.count == parts.count ? numbers : nil
    }

    /// With controls spelled out: this text reaches a terminal itself, in the test's report.
    private static func excerpt(_ bytes: [UInt8], around index: Int) -> String {
        let part = bytes[max(0, index - 24)..<min(bytes.count, index + 24)]
        return part.map { (0x20...0x7E).contains($0) ? String(Unicode.Scalar($0)) : "<\(String($0, radix: 16))>" }
            .joined()
    }
}
