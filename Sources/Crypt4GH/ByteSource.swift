import Glibc

/// Where a file is read from.
package protocol ByteSource: AnyObject {
    /// Reads as many bytes as there is room for, fewer only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(Crypt4GHFault) -> Int
    /// Moves on by so many bytes, also beyond the end.
    func skip(_ count: UInt64) throws(Crypt4GHFault)
    /// Moves back by so many bytes.
    func rewind(_ count: UInt64) throws(Crypt4GHFault)
}

/// An open file or pipe, which stays its opener's to close.
package final class DescriptorSource: ByteSource {
    private let descriptor: Int32
    /// Where it stood when it was given; nil for what only goes on, such as a pipe.
    private let origin: off_t?
    /// How far it has come since.
    private var place: UInt64 = 0

    package init(_ descriptor: Int32) {
        self.descriptor = descriptor
        let start = lseek(descriptor, 0, SEEK_CUR)
        origin = start >= 0 ? start : nil
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(Crypt4GHFault) -> Int {
        var filled = 0
        while filled < buffer.count, let start = buffer.baseAddress {
            let count = Glibc.read(descriptor, start + filled, buffer.count - filled)
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN {
                // Another program has made it so that a read does not wait.
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                poll(&waiting, 1, -1)
                continue
            }
            guard count >= 0 else { throw .unreadable(errno) }
            if count == 0 { break }
            filled += count
        }
        place += UInt64(filled)
        return filled
    }

    package func skip(_ count: UInt64) throws(Crypt4GHFault) {
        guard count > 0 else { return }
        let next = place.addingReportingOverflow(count)
        guard let origin else { return try readOn(count) }
        place = next.overflow ? .max : next.partialValue
        // A place beyond what the file system has room for is behind the end as well.
        guard let offset = off_t(exactly: place), lseek(descriptor, origin &+ offset, SEEK_SET) >= 0 else {
            guard lseek(descriptor, 0, SEEK_END) >= 0 else { throw .unreadable(errno) }
            return
        }
    }

    package func rewind(_ count: UInt64) throws(Crypt4GHFault) {
        guard count > 0 else { return }
        guard let origin, count <= place, let offset = off_t(exactly: place - count),
            lseek(descriptor, origin + offset, SEEK_SET) >= 0
        else { throw .notSeekable }
        place -= count
    }

    /// Of a pipe all passes by.
    private func readOn(_ count: UInt64) throws(Crypt4GHFault) {
        let passed = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { passed.deallocate() }
        var left = count
        while left > 0 {
            let wanted = Int(min(left, UInt64(passed.count)))
            let got = try read(into: UnsafeMutableRawBufferPointer(rebasing: passed[..<wanted]))
            guard got > 0 else { return }
            left -= UInt64(got)
        }
    }
}

/// Bytes that are in memory.
package final class MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var place: UInt64 = 0

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(Crypt4GHFault) -> Int {
        let start = Int(min(place, UInt64(bytes.count)))
        let count = min(buffer.count, bytes.count - start)
        buffer.copyBytes(from: bytes[start..<start + count])
        place += UInt64(count)
        return count
    }

    package func skip(_ count: UInt64) throws(Crypt4GHFault) {
        let next = place.addingReportingOverflow(count)
        place = next.overflow ? .max : next.partialValue
    }

    package func rewind(_ count: UInt64) throws(Crypt4GHFault) {
        guard count <= place else { throw .notSeekable }
        place -= count
    }
}
