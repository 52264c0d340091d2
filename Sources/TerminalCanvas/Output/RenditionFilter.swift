/// Leaves out of what is written to a terminal what it is told about colours and attributes without need.
///
/// A terminal's description spells each change of attributes as a whole (`ESC ( B ESC [ 0 ; 2 m`), and ncurses writes one
/// for each blank between two words. Here the last one before a character counts, the way to it is the shortest that is
/// sure, and a blank takes the pen that is there where no difference is to be seen. What is no SGR goes through as it is.
///
/// Pure: bytes in, bytes out. What is given is what one frame writes; sequences never span two of them.
public struct RenditionFilter: Sendable {
    /// What the terminal has; nil when that is not known.
    private var actual: Rendition?
    /// What the bytes so far asked for; nil while they have asked for nothing, which some terminals never understand.
    private var wanted: Rendition?
    /// Whether the terminal has what was asked for.
    private var isSettled = true
    /// Something was asked for that is not known here: up to a reset all goes through as it is.
    private var isStrange = false
    /// Whether the characters of ASCII are known to be in use, and not those for drawing lines.
    private var isASCII = false
    /// Whether the cursor may be moved with attributes on (terminfo `msgr`).
    private let movesWithAttributes: Bool

    public init(movesWithAttributes: Bool) {
        self.movesWithAttributes = movesWithAttributes
    }

    /// Forgets what the terminal has: others have written to it.
    public mutating func forget() {
        actual = nil
        isASCII = false
        isSettled = wanted == nil
    }

    /// Writes the same with less, in place of what `output` holds; what it leaves on the terminal looks the same.
    public mutating func filter(_ bytes: [UInt8], into output: inout [UInt8]) {
        output.removeAll(keepingCapacity: true)
        bytes.withUnsafeBufferPointer { bytes in
            var place = 0
            while place < bytes.count {
                switch bytes[place] {
                case 0x20...: place = text(at: place, of: bytes, to: &output)
                case 0x1B: place = escape(at: place, of: bytes, to: &output)
                case let control:
                    // A line feed at the bottom lets in a row of the background.
                    if control == 0x0A { settle(&output) }
                    // Shift in: the characters of ASCII, where a terminal shifts out for lines.
                    if control != 0x0F || !isASCII { output.append(control) }
                    if control == 0x0E || control == 0x0F { isASCII = control == 0x0F }
                    place += 1
                }
            }
        }
        settle(&output)
    }

    /// Takes the characters up to the next control; only before the first of them that shows it the pen is changed.
    private mutating func text(at place: Int, of bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) -> Int {
        if !isSettled {
            if bytes[place] == 0x20, let actual, let wanted, actual.looksAlikeOnBlanks(wanted) {
                output.append(0x20)
                return place + 1
            }
            settle(&output)
        }
        var end = place + 1
        while end < bytes.count, bytes[end] >= 0x20 { end += 1 }
        output.append(bytes, place..<end)
        return end
    }

    private mutating func settle(_ output: inout [UInt8]) {
        guard !isSettled, let wanted else { return }
        wanted.write(from: actual, to: &output)
        actual = wanted
        isSettled = true
    }

    /// Takes the escape sequence at a place and answers where it ends.
    private mutating func escape(at place: Int, of bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) -> Int {
        guard place + 1 < bytes.count else {
            output.append(bytes[place])
            return place + 1
        }
        switch bytes[place + 1] {
        case UInt8(ascii: "["): return controlSequence(at: place, of: bytes, to: &output)
        case UInt8(ascii: "(") where place + 2 < bytes.count:
            let isToBeASCII = bytes[place + 2] == UInt8(ascii: "B")
            if !isToBeASCII || !isASCII { output.append(bytes, place..<place + 3) }
            isASCII = isToBeASCII
            return place + 3
        default:
            settle(&output)
            output.append(bytes, place..<place + 2)
            // DECRC brings back a rendition that was saved, RIS resets.
            if bytes[place + 1] == UInt8(ascii: "8") || bytes[place + 1] == UInt8(ascii: "c") { forget() }
            return place + 2
        }
    }

    /// ECMA-48, 5.4: parameters, intermediates, a final byte.
    private mutating func controlSequence(
        at place: Int, of bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
    ) -> Int {
        var end = place + 2
        while end < bytes.count, bytes[end] < 0x40 { end += 1 }
        guard end < bytes.count else {
            settle(&output)
            output.append(bytes, place..<bytes.count)
            return bytes.count
        }
        let parameters = UnsafeBufferPointer(rebasing: bytes[place + 2..<end])
        // With a private marker (`<` to `?`) it sets something else.
        if bytes[end] == UInt8(ascii: "m"), parameters.first.map({ $0 < UInt8(ascii: "<") }) ?? true {
            if follow(parameters, &output) { return end + 1 }
        } else if !movesWithAttributes || !Self.isMovement(bytes[end]) {
            settle(&output)
        }
        output.append(bytes, place..<end + 1)
        return end + 1
    }

    /// False where the SGR has to go through as it is.
    private mutating func follow(_ parameters: UnsafeBufferPointer<UInt8>, _ output: inout [UInt8]) -> Bool {
        let resets = parameters.first.map { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ";") } ?? true
        if isStrange, !resets { return false }
        var next = wanted ?? .plain
        isStrange = !next.follow(parameters)
        if isStrange {
            settle(&output)
            // What the terminal has is not known then, and nothing is asked for by us.
            (wanted, actual) = (nil, nil)
            isSettled = true
        } else {
            wanted = next
            isSettled = next == actual
        }
        return !isStrange
    }

    /// CUU, CUD, CUF, CUB, CNL, CPL, CHA, CUP, HPA, HPR, VPA, VPR, HVP.
    private static func isMovement(_ final: UInt8) -> Bool {
        switch final {
        case UInt8(ascii: "A")...UInt8(ascii: "H"), UInt8(ascii: "`"), UInt8(ascii: "a"): true
        case UInt8(ascii: "d")...UInt8(ascii: "f"): true
        default: false
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
    }
}
