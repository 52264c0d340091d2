import SecretMemory

/// What the packets of a header tell to whoever can open them.
package struct OpenedHeader: Sendable {
    /// A key of the data, with the number that its segments are counted from where the file counts them.
    struct DataKey {
        let bytes: SecretBytes
        var sequence: UInt64?
    }

    /// Each segment is tried with each of them.
    package static let mostKeys = 1000

    let keys: [DataKey]
    /// Nil where all of the data is meant.
    package let editList: EditList?

    /// Whether the place of each segment is authenticated too (`chacha20_ietf_poly1305_with_AEAD`): then none can be missing
    /// or in another's place without being seen, and the end of the file is known for it.
    package var isCounted: Bool { keys.first?.sequence != nil }

    package init(_ header: Crypt4GHHeader, with keys: [SecretKey]) throws(Crypt4GHFault) {
        var found: [DataKey] = []
        var editList: EditList?
        var opened = 0
        for packet in header.packets {
            guard let plain = Crypt4GHHeader.open(packet, with: keys) else { continue }
            opened += 1
            switch try Self.content(of: plain) {
            case .key(let key):
                // Sealed for one reader twice, it is the same.
                guard !found.contains(where: { $0.bytes.isEqual(to: key.bytes) && $0.sequence == key.sequence })
                else { continue }
                guard found.count < Self.mostKeys else { throw .tooManyDataKeys }
                found.append(key)
            case .edits(let list):
                guard editList == nil else { throw .tooManyEditLists }
                editList = list
            }
        }
        guard opened > 0 else { throw .wrongKey(packets: header.packets.count) }
        guard let first = found.first else { throw .noDataKey }
        guard found.allSatisfy({ ($0.sequence == nil) == (first.sequence == nil) }) else { throw .mixedDataMethods }
        self.keys = found
        self.editList = editList
    }

    private enum Content {
        case key(DataKey)
        case edits(EditList)
    }

    private static func content(of packet: SecretBytes) throws(Crypt4GHFault) -> Content {
        try packet.withBytes { bytes throws(Crypt4GHFault) in
            var cursor = ByteCursor(bytes)
            guard let type = cursor.littleEndian(UInt32.self) else { throw .badParameters }
            switch type {
            case 0: return .key(try dataKey(&cursor))
            case 1: return .edits(try edits(&cursor))
            default: throw .unknownPacketType(type)
            }
        }
    }

    // A packet may be longer than what is in it: writers hide by that what it holds.

    private static func dataKey(_ cursor: inout ByteCursor) throws(Crypt4GHFault) -> DataKey {
        guard let method = cursor.littleEndian(UInt32.self) else { throw .badParameters }
        guard method <= 1 else { throw .unknownDataMethod(method) }
        guard let key = cursor.take(32) else { throw .badParameters }
        guard method == 1 else { return DataKey(bytes: SecretBytes(copying: key)) }
        guard let sequence = cursor.littleEndian(UInt64.self) else { throw .badParameters }
        return DataKey(bytes: SecretBytes(copying: key), sequence: sequence)
    }

    private static func edits(_ cursor: inout ByteCursor) throws(Crypt4GHFault) -> EditList {
        guard let count = cursor.littleEndian(UInt32.self), Int(count) <= cursor.rest.count / 8 else {
            throw .badEditList
        }
        var lengths: [UInt64] = []
        lengths.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let length = cursor.littleEndian(UInt64.self) else { throw .badEditList }
            lengths.append(length)
        }
        return EditList(lengths)
    }
}
