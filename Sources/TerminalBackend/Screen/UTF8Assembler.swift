/// Makes characters of bytes that may arrive one at a time: a slow line tears a letter apart, and ncurses'
/// `wget_wch` then loses it.
struct UTF8Assembler: Sendable {
    private var bytes: [UInt8] = []
    private var expected = 0

    /// Whether no character has begun.
    var isEmpty: Bool { bytes.isEmpty }

    /// The characters that this byte completes. Bytes that belong to no character vanish.
    mutating func take(_ byte: UInt8) -> [Unicode.Scalar] {
        if bytes.isEmpty || byte & 0xC0 != 0x80 {
            bytes = [byte]
            expected = Self.length(startingWith: byte)
        } else {
            bytes.append(byte)
        }
        guard expected > 0 else {
            bytes = []
            return []
        }
        guard bytes.count == expected else { return [] }
        defer { bytes = [] }
        return String(validating: bytes, as: UTF8.self).map { Array($0.unicodeScalars) } ?? []
    }

    private static func length(startingWith byte: UInt8) -> Int {
        switch byte {
        case 0..<0x80: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }
}
