import SecretMemory

/// Encrypts for readers, each by his public key, with a data key that is made for this file alone.
package final class Crypt4GHWriter {
    package let header: Crypt4GHHeader
    private let dataKey: SecretBytes

    /// - Parameters:
    ///   - writer: who the readers see that it is from; by default a new key that is thrown away.
    ///   - editList: which parts of what is encrypted are meant.
    /// - Throws: `.weakKey`.
    package init(
        for recipients: [PublicKey], by writer: SecretKey = .new(), editList: EditList? = nil
    ) throws(Crypt4GHFault) {
        let dataKey = SecretBytes(random: 32)
        self.dataKey = dataKey
        // The kind of packet and the method are both 0.
        let key = SecretBytes(count: 40)
        key.withMutableBytes { bytes in
            dataKey.withBytes { UnsafeMutableRawBufferPointer(rebasing: bytes[8...]).copyMemory(from: $0) }
        }
        var packets: [[UInt8]] = []
        for recipient in recipients {
            packets.append(try Crypt4GHHeader.seal(key, by: writer, for: recipient))
            if let editList {
                let lengths = editList.lengths
                var bytes = UInt32(1).littleEndianBytes + UInt32(lengths.count).littleEndianBytes
                bytes += lengths.flatMap(\.littleEndianBytes)
                packets.append(try Crypt4GHHeader.seal(SecretBytes(taking: &bytes), by: writer, for: recipient))
            }
        }
        header = Crypt4GHHeader(packets: packets)
    }

    /// Encrypts what is read, to its end. The header goes before what it gives.
    ///
    /// - Parameter take: gets a sealed segment at a time, and says whether it wants more.
    /// - Returns: how many bytes were read.
    @discardableResult
    package func encrypt(
        _ source: any ByteSource, _ take: (UnsafeRawBufferPointer) throws -> Bool
    ) throws -> UInt64 {
        let plain = SecretBytes(count: Crypt4GHReader.segment)
        var sealed = [UInt8](repeating: 0, count: Crypt4GHReader.sealedSegment)
        var total: UInt64 = 0
        while true {
            let count = try plain.withMutableBytes { bytes throws(Crypt4GHFault) in try source.read(into: bytes) }
            guard count > 0 else { return total }
            total += UInt64(count)
            let goesOn = try sealed.withUnsafeMutableBufferPointer { output in
                guard let start = output.baseAddress else { return false }
                plain.withBytes { bytes in
                    Sealing.seal(UnsafeRawBufferPointer(rebasing: bytes[..<count]), with: dataKey, into: start)
                }
                return try take(UnsafeRawBufferPointer(start: start, count: count + Sealing.overhead))
            }
            guard goesOn, count == Crypt4GHReader.segment else { return total }
        }
    }
}
