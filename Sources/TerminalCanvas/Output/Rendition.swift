/// How a terminal draws the characters that come next, as it is told by SGR (ECMA-48, 8.3.117): attributes and two colours.
struct Rendition: Equatable, Sendable {
    /// A colour by its parameters. `rgb` is red, green and blue, a byte each.
    enum Color: Equatable, Sendable {
        case terminal
        /// 30–37 and 90–97, less 30.
        case named(UInt8)
        case indexed(UInt8)
        case rgb(UInt32)
    }

    /// A bit for each of the parameters 1 to 9: bold, dim, italic, underlined, blinking (two kinds), reverse, hidden, struck.
    var attributes: UInt16 = 0
    var foreground = Color.terminal
    var background = Color.terminal

    static let plain = Rendition()

    /// What is to be seen of a blank: lines through and below it, and its background, which reverse makes of the foreground.
    func looksAlikeOnBlanks(_ other: Rendition) -> Bool {
        background == other.background && attributes & Self.seenOnBlanks == other.attributes & Self.seenOnBlanks
            && (attributes & Self.reverse == 0 || foreground == other.foreground && attributes == other.attributes)
    }

    private static let reverse: UInt16 = 1 << 7
    private static let seenOnBlanks: UInt16 = 1 << 4 | 1 << 5 | 1 << 6 | reverse | 1 << 8 | 1 << 9

    /// Follows the parameters of one SGR. False where one of them is not known here, and then nothing is followed.
    mutating func follow(_ parameters: UnsafeBufferPointer<UInt8>) -> Bool {
        var numbers = Numbers(parameters)
        var result = self
        while let number = numbers.next() {
            switch number {
            case 0: result = .plain
            case 1...9: result.attributes |= 1 << number
            // The font that there is anyway; a Linux console's description names it each time.
            case 10: break
            case 22: result.attributes &= ~(1 << 1 | 1 << 2)
            case 23: result.attributes &= ~(1 << 3)
            case 24: result.attributes &= ~(1 << 4)
            case 25: result.attributes &= ~(1 << 5 | 1 << 6)
            case 27...29: result.attributes &= ~(1 << (number - 20))
            case 30...37: result.foreground = .named(UInt8(number - 30))
            case 90...97: result.foreground = .named(UInt8(number - 30))
            case 39: result.foreground = .terminal
            case 40...47: result.background = .named(UInt8(number - 40))
            case 100...107: result.background = .named(UInt8(number - 40))
            case 49: result.background = .terminal
            case 38, 48:
                guard let color = numbers.color() else { return false }
                if number == 38 { result.foreground = color } else { result.background = color }
            default: return false
            }
        }
        guard numbers.isWhole else { return false }
        self = result
        return true
    }

    /// Writes the shortest SGR that leads here from another rendition, nothing where they are the same. An attribute is taken
    /// away by a reset alone, which every terminal understands.
    func write(from other: Rendition?, to output: inout [UInt8]) {
        if other == self { return }
        output.append(0x1B)
        output.append(UInt8(ascii: "["))
        let start = output.count
        if self != .plain {
            output.append(UInt8(ascii: "0"))
            writeDifference(from: .plain, since: start, to: &output)
            let end = output.count
            if let other, other.attributes & ~attributes == 0 {
                writeDifference(from: other, since: end, to: &output)
                // One of the two goes again; neither needs an array of its own.
                output.removeSubrange(output.count - end <= end - start ? start..<end : end..<output.count)
            }
        }
        output.append(UInt8(ascii: "m"))
    }

    private func writeDifference(from other: Rendition, since start: Int, to output: inout [UInt8]) {
        var added = attributes & ~other.attributes
        while added != 0 {
            output.write(added.trailingZeroBitCount, since: start)
            added &= added - 1
        }
        if foreground != other.foreground { output.write(foreground, first: 30, since: start) }
        if background != other.background { output.write(background, first: 40, since: start) }
    }
}

extension [UInt8] {
    /// A parameter, after a semicolon where it is not the first since a place.
    fileprivate mutating func write(_ number: Int, since start: Int) {
        if count > start { append(UInt8(ascii: ";")) }
        if number >= 100 { append(UInt8(ascii: "0") + UInt8(number / 100)) }
        if number >= 10 { append(UInt8(ascii: "0") + UInt8(number / 10 % 10)) }
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// - Parameter first: 30 for the foreground, 40 for the background.
    fileprivate mutating func write(_ color: Rendition.Color, first: Int, since start: Int) {
        switch color {
        case .terminal: write(first + 9, since: start)
        case .named(let name): write(first + Int(name), since: start)
        case .indexed(let index):
            write(first + 8, since: start)
            write(5, since: start)
            write(Int(index), since: start)
        case .rgb(let rgb):
            write(first + 8, since: start)
            write(2, since: start)
            write(Int(rgb >> 16), since: start)
            write(Int(rgb >> 8 & 0xFF), since: start)
            write(Int(rgb & 0xFF), since: start)
        }
    }
}

/// The parameters of a control sequence, one after another; one that is left out is 0.
private struct Numbers {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    private var isAtEnd = false
    /// False after something that is no list of numbers between semicolons.
    private(set) var isWhole = true

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func next() -> Int? {
        guard !isAtEnd else { return nil }
        var number = 0
        while place < bytes.count, bytes[place] != UInt8(ascii: ";") {
            let digit = bytes[place]
            guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9"), number < 10_000 else {
                isWhole = false
                isAtEnd = true
                return nil
            }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
            place += 1
        }
        isAtEnd = place >= bytes.count
        place += 1
        return number
    }

    /// What follows 38 and 48 (ISO 8613-6, with semicolons as xterm takes them).
    mutating func color() -> Rendition.Color? {
        switch next() {
        case 5: return next().flatMap(UInt8.init(exactly:)).map(Rendition.Color.indexed)
        case 2:
            guard let red = next().flatMap(UInt8.init(exactly:)), let green = next().flatMap(UInt8.init(exactly:)),
                let blue = next().flatMap(UInt8.init(exactly:))
            else { return nil }
            return .rgb(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
        default: return nil
        }
    }
}
