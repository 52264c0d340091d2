import CLzma
import Foundation

/// What a file packed by xz holds, by liblzma. Of the file no more than a piece is in memory, and what its own dictionary
/// takes.
final class UnpackedBytes: CatalogueBytes {
    /// More than the strongest setting of xz needs to unpack (65 MB).
    static let mostMemory: UInt64 = 100 << 20
    /// What such a file begins with.
    static let beginning: [UInt8] = [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]

    private let path: String
    private let packed: any CatalogueBytes
    private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    /// The library keeps its place in it, so it must not move.
    private let stream = UnsafeMutablePointer<lzma_stream>.allocate(capacity: 1)
    private var isAtEnd = false
    private var isWhole = false

    /// - Throws: `StartFailure` where there is not memory enough to begin.
    init(_ packed: any CatalogueBytes, path: String) throws {
        self.packed = packed
        self.path = path
        stream.initialize(to: lzma_stream())
        let status = lzma_stream_decoder(stream, Self.mostMemory, portal_lzma_concatenated)
        guard status == LZMA_OK else { throw failure("it cannot be unpacked") }
    }

    deinit {
        lzma_end(stream)
        stream.deallocate()
        input.deallocate()
    }

    var position: Int { packed.position }

    func read(into room: UnsafeMutableRawBufferPointer) throws -> Int {
        stream.pointee.next_out = room.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_out = room.count
        while stream.pointee.avail_out == room.count, !isWhole {
            if stream.pointee.avail_in == 0, !isAtEnd {
                let count = try packed.read(into: input)
                isAtEnd = count == 0
                stream.pointee.next_in = UnsafePointer(input.bindMemory(to: UInt8.self).baseAddress)
                stream.pointee.avail_in = count
            }
            switch lzma_code(stream, isAtEnd ? LZMA_FINISH : LZMA_RUN) {
            case LZMA_OK: break
            case LZMA_STREAM_END: isWhole = true
            case LZMA_BUF_ERROR: throw failure("it ends before it is whole")
            case LZMA_MEMLIMIT_ERROR, LZMA_MEM_ERROR: throw failure("it takes too much memory to unpack")
            default: throw failure("it is damaged")
            }
        }
        return room.count - stream.pointee.avail_out
    }

    private func failure(_ reason: String) -> StartFailure { .catalogueUnreadable(path: path, reason: reason) }
}
