/// A number that tells a record from one that differs in anything: FNV-1a of 64 bits, the same in every program and on
/// every machine, which Swift's own hashes are not.
struct RowPrint {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            for byte in bytes { add(byte) }
        }
        // No UTF-8 holds it: it keeps two texts from being taken for one.
        add(UInt8(0xFF))
    }

    mutating func add(_ text: String?) {
        guard let text else { return add(UInt8(0xFE)) }
        add(text)
    }

    mutating func add(_ number: Int64) {
        for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> Int64(shift))) }
    }

    private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}
