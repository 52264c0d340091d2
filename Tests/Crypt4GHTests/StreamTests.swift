import Foundation
import Testing

@testable import Crypt4GH

/// Whole files, parts of them, and files that were changed.
@Suite struct StreamTests {
    static let segment = Crypt4GHReader.segment
    static let sizes = [0, 1, 100, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 1_000_000]

    @Test(arguments: sizes) func whatIsEncryptedIsDecrypted(_ size: Int) throws {
        let key = SecretKey.new()
        let plain = sample(size)
        let file = try encrypted(plain, for: [key.publicKey])
        let segments = (size + Self.segment - 1) / Self.segment
        #expect(file.count == 124 + size + 28 * segments, "as the specification has it")
        #expect(try decrypted(file, [key]) == Decrypted(plain: plain))
        #expect(try decrypted(OneWaySource(file), [key]) == Decrypted(plain: plain))
    }

    @Test func eachFileAndEachSegmentIsEncryptedInAnotherWay() throws {
        let key = SecretKey.new()
        let plain = [UInt8](repeating: 0, count: 3 * Self.segment)
        let one = try encrypted(plain, for: [key.publicKey])
        let two = try encrypted(plain, for: [key.publicKey])
        #expect(one.count == two.count && zip(one, two).count(where: ==) < one.count / 100)
        let nonces = (0..<3).map { Array(one[(124 + $0 * Crypt4GHReader.sealedSegment)...].prefix(12)) }
        #expect(Set(nonces).count == 3)
    }

    @Test func eachReaderOpensItAndNobodyElse() throws {
        let readers = (0..<5).map { _ in SecretKey.new() }
        let stranger = SecretKey.new()
        let plain = sample(70_000)
        let file = try encrypted(plain, for: readers.map(\.publicKey))
        for reader in readers {
            #expect(try decrypted(file, [reader]) == Decrypted(plain: plain))
            #expect(try decrypted(file, [stranger, reader]) == Decrypted(plain: plain))
        }
        #expect(try decrypted(file, [stranger]) == Decrypted(fault: .wrongKey(packets: 5)))
    }

    // MARK: - Parts

    static let length = 3 * segment + 1234
    static let edges: [Int] = [
        0, 1, 1233, segment - 1, segment, segment + 1, 2 * segment - 1, 2 * segment, 3 * segment, 3 * segment + 1,
        length - 1, length, length + 1, length + segment, 10 * segment,
    ]

    @Test func aRangeIsTheSliceOfTheWhole() throws {
        let key = SecretKey.new()
        let plain = sample(Self.length)
        let file = try encrypted(plain, for: [key.publicKey])
        var numbers = SeededNumbers(4)
        var ranges: [(Int, Int)] = []
        for start in Self.edges { for end in Self.edges where start <= end { ranges.append((start, end)) } }
        for _ in 0..<100 {
            let start = Int.random(in: 0...Self.length, using: &numbers)
            ranges.append((start, Int.random(in: start...Self.length + 10, using: &numbers)))
        }
        let reader = try Crypt4GHReader(MemorySource(file), keys: [key])
        let beyond = try decrypted(file, [key], 1 << 60..<UInt64.max)
        #expect(beyond == Decrypted())
        for far in [1 << 45, 1 << 60, UInt64.max - 1] as [UInt64] {
            #expect(try reader.decrypt(far..<UInt64.max) { _ in true } == 0)
        }
        for (start, end) in ranges {
            let wanted = Array(plain[min(start, plain.count)..<min(end, plain.count)])
            let range = UInt64(start)..<UInt64(end)
            #expect(try decrypted(file, [key], range) == Decrypted(plain: wanted), "\(range)")
            #expect(try decrypted(OneWaySource(file), [key], range) == Decrypted(plain: wanted), "\(range) of a pipe")
            // The same reader goes back and forth.
            var again: [UInt8] = []
            try reader.decrypt(range) {
                again.append(contentsOf: $0)
                return true
            }
            #expect(again == wanted, "\(range) again")
        }
        let toTheEnd = try decrypted(file, [key], 70_000..<UInt64.max)
        #expect(toTheEnd == Decrypted(plain: Array(plain[70_000...])))
        #expect(try decrypted(file, [key], UInt64.max - 1..<UInt64.max) == Decrypted())
    }

    @Test func aRangeLooksAtNoOtherSegment() throws {
        let key = SecretKey.new()
        let plain = sample(Self.length)
        var file = try encrypted(plain, for: [key.publicKey])
        file[124 + 100] ^= 1
        file[124 + 2 * Crypt4GHReader.sealedSegment + 100] ^= 1
        let middle = UInt64(Self.segment)..<UInt64(2 * Self.segment)
        #expect(
            try decrypted(file, [key], middle) == Decrypted(plain: Array(plain[Self.segment..<2 * Self.segment])))
        #expect(
            try decrypted(file, [key], middle.lowerBound..<middle.upperBound + 1)
                == Decrypted(
                    plain: Array(plain[Self.segment..<2 * Self.segment]), fault: .forged(segment: 2, isLast: false)))
    }

    @Test func whoHasEnoughSaysSo() throws {
        let key = SecretKey.new()
        let file = try encrypted(sample(Self.length), for: [key.publicKey])
        let reader = try Crypt4GHReader(MemorySource(file), keys: [key])
        var calls = 0
        let given = try reader.decrypt { _ in
            calls += 1
            return calls < 2
        }
        #expect(calls == 2 && given == UInt64(2 * Self.segment))
    }

    // MARK: - What was changed

    @Test func aBitThatIsFlippedAnywhereIsSeen() throws {
        let key = SecretKey.new()
        let plain = sample(Self.segment + 200)
        let file = try encrypted(plain, for: [key.publicKey])
        let second = 124 + Crypt4GHReader.sealedSegment
        let places = Array(0..<124) + Array(second..<file.count) + stride(from: 124, to: second, by: 997)
        for place in places {
            var changed = file
            changed[place] ^= UInt8(1 << (place % 8))
            let outcome = try decrypted(changed, [key])
            let fault = try #require(outcome.fault, "byte \(place)")
            #expect(plain.starts(with: outcome.plain), "nothing but what was encrypted comes out")
            switch place {
            case 0..<8: #expect(fault == .notCrypt4GH)
            case 8..<12: #expect(fault == .unknownVersion(1 ^ UInt32(1 << (place % 8)) << (8 * UInt32(place - 8))))
            case 24..<124: #expect(fault == .wrongKey(packets: 1), "byte \(place)")
            case 124..<second: #expect(outcome == Decrypted(fault: .forged(segment: 0, isLast: false)))
            case second...:
                #expect(outcome.plain.count == Self.segment && fault == .forged(segment: 1, isLast: true))
            default: break
            }
        }
    }

    @Test func whatIsCutOffIsSeenUnlessItEndsWithASegment() throws {
        let key = SecretKey.new()
        let plain = sample(Self.segment + 30)
        let file = try encrypted(plain, for: [key.publicKey])
        let second = 124 + Crypt4GHReader.sealedSegment
        for count in Array(0..<200) + Array(second - 3..<file.count) {
            let outcome = try decrypted(Array(file[..<count]), [key])
            switch count {
            case 0..<8: #expect(outcome.fault == .notCrypt4GH)
            case 8..<124: #expect(outcome.fault == .headerCutOff)
            case 124: #expect(outcome == Decrypted(), "the format cannot tell")
            case 125..<152: #expect(outcome == Decrypted(fault: .cutOff(segment: 0)))
            case ..<second: #expect(outcome == Decrypted(fault: .forged(segment: 0, isLast: true)))
            case second: #expect(outcome == Decrypted(plain: Array(plain[..<Self.segment])), "the format cannot tell")
            case ..<(second + 28):
                #expect(outcome == Decrypted(plain: Array(plain[..<Self.segment]), fault: .cutOff(segment: 1)))
            default:
                #expect(
                    outcome
                        == Decrypted(plain: Array(plain[..<Self.segment]), fault: .forged(segment: 1, isLast: true)))
            }
        }
    }

    @Test func whatIsAddedBehindItIsSeen() throws {
        let key = SecretKey.new()
        let plain = sample(300)
        let file = try encrypted(plain, for: [key.publicKey])
        for count in [1, 27, 28, 1000] {
            let outcome = try decrypted(file + sample(count), [key])
            #expect(outcome == Decrypted(fault: .forged(segment: 0, isLast: true)))
        }
    }

    @Test func damageByChanceNeverGetsThroughAndNeverEndsTheProgram() throws {
        let keys = [SecretKey.new(), SecretKey.new()]
        let plain = sample(2 * Self.segment + 77)
        let file = try encrypted(plain, for: keys.map(\.publicKey), editList: EditList([5, 70_000, 9, 1000]))
        let whole = try decrypted(file, [keys[1]])
        #expect(whole.plain == Array(plain[5..<70_005]) + Array(plain[70_014..<71_014]))
        var numbers = SeededNumbers(99)
        for _ in 0..<600 {
            var changed = file
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                let place = Int.random(in: 0..<(Bool.random(using: &numbers) ? 500 : changed.count), using: &numbers)
                changed[place] = UInt8.random(in: 0...255, using: &numbers)
            }
            if Bool.random(using: &numbers) { changed.removeLast(Int.random(in: 0..<changed.count, using: &numbers)) }
            // A header whose edit list does not open any more is one without: all is given out then, and only what was
            // encrypted.
            let outcome = try decrypted(changed, [keys[1]])
            #expect(whole.plain.starts(with: outcome.plain) || plain.starts(with: outcome.plain))
        }
    }

    @Test func filesAndPipesAreReadAlike() throws {
        let scratch = try Scratch()
        let key = SecretKey.new()
        let plain = sample(Self.length)
        let path = try scratch.write(try encrypted(plain, for: [key.publicKey]), "file.c4gh")
        let handle = try #require(FileHandle(forReadingAtPath: path))
        let source = DescriptorSource(handle.fileDescriptor)
        let reader = try Crypt4GHReader(source, keys: [key])
        for range in [1 << 62..<UInt64.max, 190_000..<UInt64.max, 5..<70_000, 5..<9] as [Range<UInt64>] {
            var given: [UInt8] = []
            try reader.decrypt(range) {
                given.append(contentsOf: $0)
                return true
            }
            let end = UInt64(plain.count)
            #expect(given == Array(plain[Int(min(range.lowerBound, end))..<Int(min(range.upperBound, end))]))
        }
        let pipe = Pipe()
        let bytes = try scratch.read("file.c4gh")
        let input = pipe.fileHandleForWriting
        Thread.detachNewThread {
            try? input.write(contentsOf: Data(bytes))
            try? input.close()
        }
        let piped = DescriptorSource(pipe.fileHandleForReading.fileDescriptor)
        #expect(try decrypted(piped, [key], 150_000..<196_700) == Decrypted(plain: Array(plain[150_000..<196_700])))
    }
}
