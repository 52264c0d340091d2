import SecretMemory
import Testing

@testable import Crypt4GH

/// Files that count their segments (`chacha20_ietf_poly1305_with_AEAD`), which this program reads and does not write.
@Suite struct CountedTests {
    private let reader = SecretKey.new()

    /// - Parameter sequence: what the first segment is counted from.
    private func file(_ plain: [UInt8], sequence: UInt64) throws -> (header: [UInt8], segments: [[UInt8]]) {
        let dataKey = sample(32)
        var packet = UInt32(0).littleEndianBytes + UInt32(1).littleEndianBytes + dataKey + sequence.littleEndianBytes
        let sealed = try Crypt4GHHeader.seal(SecretBytes(taking: &packet), by: .new(), for: reader.publicKey)
        let key = dataKey.withUnsafeBytes { SecretBytes(copying: $0) }
        var segments: [[UInt8]] = []
        // Behind full segments an empty one ends the file.
        for (number, start) in stride(from: 0, through: plain.count, by: Crypt4GHReader.segment).enumerated() {
            let part = Array(plain[start..<min(start + Crypt4GHReader.segment, plain.count)])
            var output = [UInt8](repeating: 0, count: part.count + 28)
            output.withUnsafeMutableBufferPointer { output in
                guard let first = output.baseAddress else { return }
                part.withUnsafeBytes {
                    Sealing.seal($0, with: key, into: first, additional: (sequence &+ UInt64(number)).littleEndianBytes)
                }
            }
            segments.append(output)
        }
        return (Crypt4GHHeader(packets: [sealed]).serialized, segments)
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000], [0, 5, UInt64.max])
    func areReadWhole(_ size: Int, sequence: UInt64) throws {
        let plain = sample(size)
        let (header, segments) = try file(plain, sequence: sequence)
        #expect(try decrypted(header + segments.joined(), [reader]) == Decrypted(plain: plain))
        let part = try decrypted(header + segments.joined(), [reader], 65_530..<65_550)
        #expect(part == Decrypted(plain: Array(plain[min(size, 65_530)..<min(size, 65_550)])))
    }

    @Test func aSegmentThatIsMissingOrElsewhereIsSeen() throws {
        let (header, segments) = try file(sample(3 * 65_536), sequence: 7)
        #expect(segments.count == 4)
        func fault(_ order: [Int]) throws -> Crypt4GHFault? {
            try decrypted(header + order.map { segments[$0] }.joined(), [reader]).fault
        }
        #expect(try fault([0, 1, 2, 3]) == nil)
        #expect(try fault([0, 1, 2]) == .cutOff(segment: 3))
        #expect(try fault([0]) == .cutOff(segment: 1))
        #expect(try fault([]) == .cutOff(segment: 0))
        #expect(try fault([0, 2, 1, 3]) == .forged(segment: 1, isLast: false))
        #expect(try fault([0, 1, 3]) == .forged(segment: 2, isLast: true))
        #expect(try fault([0, 0, 1, 2, 3]) == .forged(segment: 1, isLast: false))
    }
}
