import SecretMemory

/// A file of Crypt4GH that is decrypted as it is read: one segment is in memory at a time, and nothing is given out before
/// its authentication code was right.
///
/// What the format itself cannot tell is whether whole segments are missing, doubled or in another order, unless the file
/// counts them (`OpenedHeader.isCounted`): that shows a checksum of the plain text alone.
package final class Crypt4GHReader {
    /// Of the plain text.
    package static let segment = 65_536
    /// The same encrypted.
    package static let sealedSegment = segment + Sealing.overhead

    package let header: Crypt4GHHeader
    package let opened: OpenedHeader

    private let source: any ByteSource
    /// The number of the segment before which the source stands.
    private var next: UInt64 = 0
    /// How many bytes the source has gone beyond `next`: those of a last segment that is shorter.
    private var beyond: UInt64 = 0
    private let sealed = SecretBytes(count: Crypt4GHReader.sealedSegment)
    private let plain = SecretBytes(count: Crypt4GHReader.segment)
    /// Which segment `plain` holds, and how many bytes are in it.
    private var held: (segment: UInt64, count: Int)?
    /// The data key that opened the last segment is tried first.
    private var lastKey = 0

    /// Reads the header. The source has to stand at its beginning.
    package convenience init(_ source: any ByteSource, keys: [SecretKey]) throws(Crypt4GHFault) {
        try self.init(source, behind: try Crypt4GHHeader(from: source), keys: keys)
    }

    /// Takes a header that was read already. The source has to stand behind it.
    package init(
        _ source: any ByteSource, behind header: Crypt4GHHeader, keys: [SecretKey]
    ) throws(Crypt4GHFault) {
        self.source = source
        self.header = header
        opened = try OpenedHeader(header, with: keys)
    }

    /// How much plain text at most a file of this size has, header and edit list aside.
    package static func plainSize(ofData size: UInt64) -> UInt64 {
        let (full, rest) = size.quotientAndRemainder(dividingBy: UInt64(sealedSegment))
        return full * UInt64(segment) + (rest > UInt64(Sealing.overhead) ? rest - UInt64(Sealing.overhead) : 0)
    }

    /// Decrypts the file, or a part of it.
    ///
    /// - Parameters:
    ///   - range: places in the plain text that the file stands for, behind its edit list where it has one; nil for all.
    ///     What is not needed for it is passed over, in a file without being read.
    ///   - take: gets the plain text, at most a segment at a time, and says whether it wants more.
    /// - Returns: how many bytes it was given. Fewer than the range has where the file ends before.
    /// - Throws: `Crypt4GHFault`, or what `take` throws.
    @discardableResult
    package func decrypt(
        _ range: Range<UInt64>? = nil, _ take: (UnsafeRawBufferPointer) throws -> Bool
    ) throws -> UInt64 {
        var parts = opened.editList?.kept ?? [0..<UInt64.max]
        if let range { parts = EditList.narrow(parts, to: range) }
        var given: UInt64 = 0
        for part in parts {
            var place = part.lowerBound
            while place < part.upperBound {
                let number = place / UInt64(Self.segment)
                if held?.segment != number { try open(number) }
                guard let held else { return given }
                let start = Int(place % UInt64(Self.segment))
                let end = Int(min(UInt64(held.count), part.upperBound - number * UInt64(Self.segment)))
                if start < end {
                    let goesOn = try plain.withBytes { try take(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
                    given += UInt64(end - start)
                    guard goesOn else { return given }
                }
                // Only the last segment is shorter.
                guard held.count == Self.segment else { return given }
                place = min(part.upperBound, (number + 1) * UInt64(Self.segment))
            }
        }
        return given
    }

    /// Reads and opens a segment, which is held then; none is behind the last one.
    private func open(_ number: UInt64) throws(Crypt4GHFault) {
        // Whether the file may not end here, if it counts its segments: behind full ones there is an empty one.
        let isOwed = number == 0 || held?.segment == number - 1
        held = nil
        guard try move(to: number) else { return }
        let count = try sealed.withMutableBytes { bytes throws(Crypt4GHFault) in try source.read(into: bytes) }
        if count == Self.sealedSegment { next += 1 } else { beyond = UInt64(count) }
        guard count > 0 else {
            if opened.isCounted, isOwed { throw .cutOff(segment: number) }
            return
        }
        guard count >= Sealing.overhead else { throw .cutOff(segment: number) }
        for offset in opened.keys.indices {
            let index = (lastKey + offset) % opened.keys.count
            let key = opened.keys[index]
            let additional = key.sequence.map { ($0 &+ number).littleEndianBytes } ?? []
            let opened = sealed.withBytes { bytes in
                Sealing.open(
                    UnsafeRawBufferPointer(rebasing: bytes[..<count]), with: key.bytes, into: plain.bytes,
                    additional: additional)
            }
            if let opened {
                lastKey = index
                held = (number, opened)
                return
            }
        }
        throw .forged(segment: number, isLast: count < Self.sealedSegment)
    }

    /// - Returns: whether there can be anything: not behind a segment that was the last one.
    private func move(to number: UInt64) throws(Crypt4GHFault) -> Bool {
        let size = UInt64(Self.sealedSegment)
        if number < next || number == next && beyond > 0 {
            try source.rewind((next - number) * size + beyond)
            beyond = 0
        } else if beyond == 0 {
            // No file reaches that far, and no number wraps around.
            guard number <= UInt64(Int64.max) / size else { return false }
            try source.skip((number - next) * size)
        } else {
            return false
        }
        next = number
        return true
    }
}
