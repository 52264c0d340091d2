import SecretMemory

/// What stands before the encrypted data: packets, each sealed for one reader.
///
///     crypt4gh | u32 version | u32 packets | packet…          packet: u32 length, itself included | u32 method | sealed
///
/// All numbers are little-endian. Of the packets a reader opens those that he can and passes over the others.
package struct Crypt4GHHeader: Equatable, Sendable {
    package static let magic = Array("crypt4gh".utf8)
    package static let version: UInt32 = 1
    /// In bytes, all in all: 150,000 readers, or an edit list of two million lengths.
    package static let largest = 16 << 20

    /// Each without its length: the method, and what is sealed.
    package let packets: [[UInt8]]

    package init(packets: [[UInt8]]) { self.packets = packets }

    /// How many bytes it takes in a file.
    package var count: Int { packets.reduce(16) { $0 + 4 + $1.count } }

    package var serialized: [UInt8] {
        Self.magic + Self.version.littleEndianBytes + UInt32(packets.count).littleEndianBytes
            + packets.flatMap { UInt32($0.count + 4).littleEndianBytes + $0 }
    }

    /// Reads a file's header; the source stands before its data then.
    package init(from source: some ByteSource) throws(Crypt4GHFault) {
        let start = try Self.bytes(16, of: source)
        guard start.starts(with: Self.magic) else { throw .notCrypt4GH }
        guard start.count == 16 else { throw .headerCutOff }
        let version = Self.number(start[8..<12])
        guard version == Self.version else { throw .unknownVersion(version) }
        var packets: [[UInt8]] = []
        var size = 16
        for packet in 0..<Int(Self.number(start[12..<16])) {
            let length = try Self.bytes(4, of: source)
            guard length.count == 4 else { throw .headerCutOff }
            let count = Self.number(length[...])
            guard count >= 8 else { throw .packetLength(packet: packet, count) }
            size += Int(count)
            guard size <= Self.largest else { throw .headerTooLarge }
            let bytes = try Self.bytes(Int(count) - 4, of: source)
            guard bytes.count == Int(count) - 4 else { throw .headerCutOff }
            packets.append(bytes)
        }
        self.packets = packets
    }

    private static func bytes(_ count: Int, of source: some ByteSource) throws(Crypt4GHFault) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        var outcome = Result<Int, Crypt4GHFault>.success(0)
        buffer.withUnsafeMutableBytes { bytes in
            outcome = Result { () throws(Crypt4GHFault) in try source.read(into: bytes) }
        }
        return Array(buffer.prefix(try outcome.get()))
    }

    static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    // MARK: - Packets

    /// X25519, then ChaCha20 and Poly1305: the one method that there is.
    static let method = UInt32(0).littleEndianBytes
    /// The method, the writer's public key and what sealing adds.
    private static let overhead = 4 + PublicKey.size + Sealing.overhead

    /// - Throws: `.weakKey`.
    static func seal(
        _ packet: SecretBytes, by writer: SecretKey, for reader: PublicKey
    ) throws(Crypt4GHFault) -> [UInt8] {
        guard let shared = SharedKey(writer, .writer, with: reader) else { throw .weakKey }
        var sealed = method + writer.publicKey.bytes + [UInt8](repeating: 0, count: packet.count + Sealing.overhead)
        sealed.withUnsafeMutableBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            packet.withBytes { Sealing.seal($0, with: shared.bytes, into: start + 4 + PublicKey.size) }
        }
        return sealed
    }

    /// - Returns: nil where it was sealed for somebody else, or in a way that is not known.
    static func open(_ packet: [UInt8], with keys: [SecretKey]) -> SecretBytes? {
        guard packet.count >= overhead, packet.starts(with: method), let writer = PublicKey(Array(packet[4..<36]))
        else { return nil }
        for key in keys {
            guard let shared = SharedKey(key, .reader, with: writer) else { continue }
            let plain = SecretBytes(count: packet.count - overhead)
            let count = packet.withUnsafeBytes { bytes in
                Sealing.open(UnsafeRawBufferPointer(rebasing: bytes[36...]), with: shared.bytes, into: plain.bytes)
            }
            if count != nil { return plain }
        }
        return nil
    }

    /// The same file for other readers: what opens with the keys is sealed for each of the recipients, by a new key that
    /// is thrown away. The data behind it stays as it is.
    ///
    /// - Parameter keepingOthers: the packets that do not open stay, so that their readers keep access.
    package func reencrypted(
        with keys: [SecretKey], for recipients: [PublicKey], keepingOthers: Bool
    ) throws(Crypt4GHFault) -> Crypt4GHHeader {
        // What cannot be read is not passed on either.
        _ = try OpenedHeader(self, with: keys)
        let writer = SecretKey.new()
        var mine: [[UInt8]] = []
        var others: [[UInt8]] = []
        for packet in packets {
            guard let plain = Self.open(packet, with: keys) else {
                others.append(packet)
                continue
            }
            for recipient in recipients { mine.append(try Self.seal(plain, by: writer, for: recipient)) }
        }
        return Crypt4GHHeader(packets: keepingOthers ? mine + others : mine)
    }
}
