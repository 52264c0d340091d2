import Foundation

/// Where the bytes of a catalogue come from, a piece at a time. Belongs to the one thread that reads it.
protocol CatalogueBytes: AnyObject {
    /// Writes the next bytes into `room`, and says how many; 0 at the end.
    ///
    /// - Throws: `StartFailure` for what cannot be read or unpacked.
    func read(into room: UnsafeMutableRawBufferPointer) throws -> Int
    /// How many bytes of the file were used so far, as it lies on the disk.
    var position: Int { get }
}

/// The texts that come with the program, one after the other.
final class BundledBytes: CatalogueBytes {
    private var parts: ArraySlice<String>
    private var rest: ArraySlice<UInt8> = []
    private(set) var position = 0

    init(_ parts: [String]) { self.parts = parts[...] }

    func read(into room: UnsafeMutableRawBufferPointer) throws -> Int {
        if rest.isEmpty, let part = parts.popFirst() { rest = Array((part + "\n").utf8)[...] }
        let taken = rest.prefix(room.count)
        room.copyBytes(from: taken)
        rest = rest.dropFirst(taken.count)
        position += taken.count
        return taken.count
    }
}

/// A file as it lies on the disk, or what comes out of a pipe.
final class FileBytes: CatalogueBytes {
    private let path: String
    private let descriptor: Int32
    /// What was looked at before it was asked for.
    private var head: ArraySlice<UInt8> = []
    private(set) var position = 0

    /// - Throws: `StartFailure` where the file cannot be opened.
    init(path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(path, errno) }
    }

    deinit { close(descriptor) }

    /// Whether these are the first bytes, which are still to be read.
    func begins(with beginning: [UInt8]) throws -> Bool {
        var bytes = [UInt8](repeating: 0, count: beginning.count)
        var count = 0
        while count < bytes.count {
            let more = try bytes.withUnsafeMutableBytes {
                try readOn(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
            }
            guard more > 0 else { break }
            count += more
        }
        head = bytes[..<count]
        return head.elementsEqual(beginning)
    }

    func read(into room: UnsafeMutableRawBufferPointer) throws -> Int {
        guard head.isEmpty else {
            let taken = head.prefix(room.count)
            room.copyBytes(from: taken)
            head = head.dropFirst(taken.count)
            return taken.count
        }
        return try readOn(into: room)
    }

    private func readOn(into room: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Glibc.read(descriptor, room.baseAddress, room.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failure(path, errno) }
            position += count
            return count
        }
    }

    private static func failure(_ path: String, _ code: Int32) -> StartFailure {
        .catalogueUnreadable(path: path, reason: String(cString: strerror(code)))
    }
}
