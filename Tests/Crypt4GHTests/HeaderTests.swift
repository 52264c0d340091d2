import SecretMemory
import Testing

@testable import Crypt4GH

/// What headers hold, and what they may not.
@Suite struct HeaderTests {
    private let reader = SecretKey.new()

    /// A file whose header has these packets in it, and no data.
    private func file(_ packets: [[UInt8]], by writer: SecretKey = .new()) throws -> [UInt8] {
        let sealed = try packets.map { packet in
            var packet = packet
            return try Crypt4GHHeader.seal(SecretBytes(taking: &packet), by: writer, for: reader.publicKey)
        }
        return Crypt4GHHeader(packets: sealed).serialized
    }

    private func number(_ value: UInt32) -> [UInt8] { value.littleEndianBytes }

    private var key: [UInt8] { number(0) + number(0) + sample(32) }

    private func fault(_ packets: [[UInt8]]) throws -> Crypt4GHFault? {
        try decrypted(try file(packets), [reader]).fault
    }

    @Test func whatIsPaddedIsReadAllTheSame() throws {
        #expect(try fault([key]) == nil)
        #expect(try fault([key + [UInt8](repeating: 0, count: 500)]) == nil)
        #expect(try fault([number(1) + number(0) + sample(99), key]) == nil)
    }

    @Test func whatIsNotWhatItSaysIsRefused() throws {
        #expect(try fault([]) == .wrongKey(packets: 0))
        #expect(try fault([number(1) + number(0)]) == .noDataKey)
        #expect(try fault([key, number(2)]) == .unknownPacketType(2))
        #expect(try fault([key, []]) == .badParameters)
        #expect(try fault([number(0) + number(7) + sample(32)]) == .unknownDataMethod(7))
        #expect(try fault([number(0) + number(0) + sample(31)]) == .badParameters)
        #expect(try fault([number(0) + number(1) + sample(39)]) == .badParameters)
        #expect(try fault([key, number(0) + number(1) + sample(40)]) == .mixedDataMethods)
        #expect(try fault([key, number(1)]) == .badEditList)
        #expect(try fault([key, number(1) + number(3) + sample(23)]) == .badEditList)
        #expect(try fault([key, number(1) + number(.max) + sample(64)]) == .badEditList)
        #expect(try fault([key, number(1) + number(0), number(1) + number(0)]) == .tooManyEditLists)
    }

    @Test func moreKeysThanAreTriedAreRefused() throws {
        let keys = (0...OpenedHeader.mostKeys).map { number(0) + number(0) + sample(32, seed: UInt64($0) + 2) }
        #expect(try fault(Array(keys.dropLast())) == nil)
        #expect(try fault(keys) == .tooManyDataKeys)
        // Sealed for one reader many times, one key is one.
        #expect(try fault([[UInt8]](repeating: key, count: OpenedHeader.mostKeys + 1)) == nil)
    }

    @Test func lengthsThatCannotBeAreRefused() throws {
        let start = Crypt4GHHeader.magic + number(1)
        for length in [0, 4, 7] as [UInt32] {
            let outcome = try decrypted(start + number(1) + number(length) + sample(200), [reader])
            #expect(outcome.fault == .packetLength(packet: 0, length))
        }
        let huge = try decrypted(start + number(1) + number(.max) + sample(200), [reader])
        #expect(huge.fault == .headerTooLarge)
        let many = try decrypted(start + number(.max) + number(8) + sample(4), [reader])
        #expect(many.fault == .headerCutOff)
    }

    @Test func packetsInOtherWaysArePassedOver() throws {
        let own = try Crypt4GHHeader(from: MemorySource(try file([key])))
        let unknown = number(9) + sample(80)
        let header = Crypt4GHHeader(packets: [unknown, number(0), number(0) + sample(50)] + own.packets)
        #expect(try decrypted(header.serialized, [reader]) == Decrypted())
    }

    @Test func aPointThatKeepsNoSecretIsNoKey() throws {
        let zero = try #require(PublicKey([UInt8](repeating: 0, count: 32)))
        #expect(throws: Crypt4GHFault.weakKey) { try Crypt4GHWriter(for: [zero]) }
        let header = Crypt4GHHeader(packets: [number(0) + zero.bytes + sample(68)])
        #expect(try decrypted(header.serialized, [reader]).fault == .wrongKey(packets: 1))
    }

    @Test func aHeaderIsMadeForOtherReadersAndTheDataStays() throws {
        let (first, second, third) = (SecretKey.new(), SecretKey.new(), SecretKey.new())
        let plain = sample(70_000)
        let file = try encrypted(plain, for: [reader.publicKey, first.publicKey], editList: EditList([10, 66_000]))
        let header = try Crypt4GHHeader(from: MemorySource(file))
        let body = file[header.count...]
        let wanted = Decrypted(plain: Array(plain[10..<66_010]))
        let added = try header.reencrypted(
            with: [reader], for: [reader.publicKey, second.publicKey, third.publicKey], keepingOthers: true)
        for key in [reader, first, second, third] {
            #expect(try decrypted(added.serialized + body, [key]) == wanted)
        }
        let moved = try header.reencrypted(with: [reader], for: [second.publicKey], keepingOthers: false)
        #expect(moved.packets.count == 2)
        #expect(try decrypted(moved.serialized + body, [second]) == wanted)
        #expect(try decrypted(moved.serialized + body, [first]).fault == .wrongKey(packets: 2))
        #expect(throws: Crypt4GHFault.wrongKey(packets: 4)) {
            try header.reencrypted(with: [third], for: [second.publicKey], keepingOthers: true)
        }
    }
}
