import CSodium
import Glibc

/// Bytes that nobody else is to see: a secret key, what a file is encrypted with, a passphrase.
///
/// They lie in memory of libsodium's own: never swapped out where the machine allows that (`mlock`), between pages that
/// cannot be read, and wiped when nobody needs them any more.
///
/// Its bytes change only while it is made or filled, before anybody else has it: so it may be shared.
package final class SecretBytes: @unchecked Sendable {
    package let count: Int
    private let start: UnsafeMutableRawPointer
    /// Whether libsodium's memory was to be had; a process may be allowed too little of it.
    private let isGuarded: Bool

    /// Zeros, for something to be put into.
    package init(count: Int) {
        // Before anything else of the library is used; a second time does nothing.
        _ = sodium_init()
        self.count = count
        if let guarded = sodium_malloc(max(count, 1)) {
            (start, isGuarded) = (guarded, true)
        } else {
            (start, isGuarded) = (.allocate(byteCount: max(count, 1), alignment: 16), false)
        }
        sodium_memzero(start, count)
    }

    /// By chance, as the system gives it.
    package convenience init(random count: Int) {
        self.init(count: count)
        randombytes_buf(start, count)
    }

    package convenience init(copying bytes: UnsafeRawBufferPointer) {
        self.init(count: bytes.count)
        withMutableBytes { $0.copyMemory(from: bytes) }
    }

    /// Takes the bytes over: where they were is wiped.
    package convenience init(taking bytes: inout [UInt8]) {
        self.init(count: bytes.count)
        bytes.withUnsafeMutableBytes { given in
            withMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(given)) }
        }
        Self.wipe(&bytes)
    }

    /// Zeros where the bytes were, and none are left.
    package static func wipe(_ bytes: inout [UInt8]) {
        bytes.withUnsafeMutableBytes { if let start = $0.baseAddress { sodium_memzero(start, $0.count) } }
        bytes = []
    }

    deinit {
        if isGuarded {
            sodium_free(start)
        } else {
            sodium_memzero(start, count)
            start.deallocate()
        }
    }

    package func withBytes<Value, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try body(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// For filling it, before it is given on.
    package func withMutableBytes<Value, Failure: Error>(
        _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try body(UnsafeMutableRawBufferPointer(start: start, count: count))
    }

    /// For libsodium's functions, which take their sizes for granted.
    package var bytes: UnsafeMutablePointer<UInt8> { start.assumingMemoryBound(to: UInt8.self) }

    /// Puts a byte into a secret that is being made.
    package func put(_ byte: UInt8, at place: Int) { withMutableBytes { $0[place] = byte } }

    /// A part of it, as a secret of its own.
    package func part(_ range: Range<Int>) -> SecretBytes {
        SecretBytes(copying: UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count))
    }

    /// In a time that tells nothing of where they differ.
    package func isEqual(to other: SecretBytes) -> Bool {
        count == other.count && sodium_memcmp(start, other.start, count) == 0
    }
}
