/// Several texts as one: each with its length before it, so that nothing which a text holds can be taken for an end.
///
/// Texts of others may hold any separator. Reading needs no decoder and no reflection.
enum PackedTexts {
    static func pack(_ texts: some Sequence<String>) -> String {
        var packed = ""
        for text in texts {
            packed += String(text.utf8.count)
            packed += ":"
            packed += text
        }
        return packed
    }

    /// - Returns: what was packed; what comes behind something that cannot be read is left out.
    static func unpack(_ packed: String) -> [String] {
        var texts: [String] = []
        var packed = packed
        packed.withUTF8 { bytes in
            var place = 0
            while place < bytes.count {
                var length = 0
                while place < bytes.count, bytes[place] != UInt8(ascii: ":") {
                    let digit = Int(bytes[place]) - 48
                    guard (0...9).contains(digit), length < 1 << 40 else { return }
                    length = length * 10 + digit
                    place += 1
                }
                let end = place + 1 + length
                guard place < bytes.count, end <= bytes.count else { return }
                texts.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[(place + 1)..<end]), as: UTF8.self))
                place = end
            }
        }
        return texts
    }
}

/// Numbers as they lie in a file: seven bits a byte, the lowest first; the last byte of each is below 128.
enum PackedNumbers {
    static func pack(_ numbers: [Int]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(numbers.count * 3)
        for number in numbers {
            var rest = UInt(bitPattern: number)
            while rest >= 128 {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }
        return bytes
    }

    /// Calls `body` for each number.
    @inline(__always)
    static func forEach(in bytes: UnsafeRawBufferPointer, _ body: (Int) -> Void) {
        var number: UInt = 0
        var shift: UInt = 0
        for byte in bytes {
            number |= UInt(byte & 127) << shift
            if byte < 128 {
                body(Int(truncatingIfNeeded: number))
                number = 0
                shift = 0
            } else {
                shift += 7
            }
        }
    }
}
