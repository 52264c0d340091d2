/// The data of a QR code in byte mode, with its correction, in the order in which it is drawn.
enum QRCodewords {
    /// - Parameter bytes: not more than the version holds.
    static func interleaved(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
        let blocks = blocks(of: data(bytes, version), version)
        let correction = blocks.map { ReedSolomon.correction(of: $0, count: version.correctionPerBlock) }
        return across(blocks) + across(correction)
    }

    /// Mode, length, bytes, terminator and padding (ISO/IEC 18004, 7.4).
    static func data(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
        var bits: [Bool] = []
        func append(_ value: Int, _ count: Int) {
            for bit in stride(from: count - 1, through: 0, by: -1) { bits.append(value >> bit & 1 == 1) }
        }
        append(0b0100, 4)
        append(bytes.count, version.lengthBits)
        for byte in bytes { append(Int(byte), 8) }
        let capacity = version.dataCodewords * 8
        append(0, min(4, capacity - bits.count))
        append(0, (8 - bits.count % 8) % 8)
        var words = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        var padding: UInt8 = 0xEC
        while words.count < version.dataCodewords {
            words.append(padding)
            padding ^= 0xEC ^ 0x11
        }
        return words
    }

    /// The first blocks are one codeword shorter where the data cannot be parted evenly.
    private static func blocks(of data: [UInt8], _ version: QRVersion) -> [ArraySlice<UInt8>] {
        let short = version.codewords / version.blocks - version.correctionPerBlock
        let longer = version.codewords % version.blocks
        var start = 0
        return (0..<version.blocks).map { index in
            let length = short + (index < version.blocks - longer ? 0 : 1)
            defer { start += length }
            return data[start..<start + length]
        }
    }

    /// The first of each block, the second of each block, and so on.
    private static func across(_ blocks: [some RandomAccessCollection<UInt8>]) -> [UInt8] {
        (0..<(blocks.map(\.count).max() ?? 0)).flatMap { offset in
            blocks.compactMap { block in
                offset < block.count ? block[block.index(block.startIndex, offsetBy: offset)] : nil
            }
        }
    }
}
