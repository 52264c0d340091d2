import Foundation
import SecretMemory
import Testing

@testable import Crypt4GH

/// Bytes that look like chance and are the same each time.
func sample(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<count).map { _ in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return UInt8(truncatingIfNeeded: state >> 32)
    }
}

/// Numbers that are the same each time.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}

func encrypted(
    _ plain: [UInt8], for readers: [PublicKey], editList: EditList? = nil
) throws -> [UInt8] {
    let writer = try Crypt4GHWriter(for: readers, editList: editList)
    var file = writer.header.serialized
    try writer.encrypt(MemorySource(plain)) {
        file.append(contentsOf: $0)
        return true
    }
    return file
}

/// What became of decrypting: how far it came, and why it ended there.
struct Decrypted: Equatable {
    var plain: [UInt8] = []
    var fault: Crypt4GHFault?
}

func decrypted(_ source: any ByteSource, _ keys: [SecretKey], _ range: Range<UInt64>? = nil) throws -> Decrypted {
    var outcome = Decrypted()
    do {
        let reader = try Crypt4GHReader(source, keys: keys)
        let count = try reader.decrypt(range) {
            outcome.plain.append(contentsOf: $0)
            return true
        }
        #expect(count == UInt64(outcome.plain.count))
    } catch let fault as Crypt4GHFault {
        outcome.fault = fault
    }
    return outcome
}

func decrypted(_ file: [UInt8], _ keys: [SecretKey], _ range: Range<UInt64>? = nil) throws -> Decrypted {
    try decrypted(MemorySource(file), keys, range)
}

/// A source that can only be read on, as a pipe.
final class OneWaySource: ByteSource {
    private let whole: MemorySource

    init(_ bytes: [UInt8]) { whole = MemorySource(bytes) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(Crypt4GHFault) -> Int { try whole.read(into: buffer) }
    func skip(_ count: UInt64) throws(Crypt4GHFault) { try whole.skip(count) }
    func rewind(_ count: UInt64) throws(Crypt4GHFault) { throw .notSeekable }
}

/// A folder that goes with the test.
final class Scratch {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "crypt4gh-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: [UInt8], _ name: String) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
        return path + "/" + name
    }

    func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))) }
}

func secret(_ text: String) -> SecretBytes {
    var bytes = Array(text.utf8)
    return SecretBytes(taking: &bytes)
}
