import Testing

@testable import Crypt4GH

/// Parts of what was encrypted that are meant, and parts of those.
@Suite struct EditListTests {
    /// The specification's algorithm, step by step.
    private func applied(_ lengths: [UInt64], to input: [UInt8]) -> [UInt8] {
        guard !lengths.isEmpty else { return input }
        func sum(_ one: UInt64, _ other: UInt64) -> UInt64 {
            let sum = one.addingReportingOverflow(other)
            return sum.overflow ? .max : sum.partialValue
        }
        func part(_ start: UInt64, _ end: UInt64) -> ArraySlice<UInt8> {
            let length = UInt64(input.count)
            return input[Int(min(start, length))..<Int(min(end, length))]
        }
        var (output, rest, place): ([UInt8], [UInt64], UInt64) = ([], lengths, 0)
        repeat {
            place = sum(place, rest.removeFirst())
            if rest.isEmpty {
                output += part(place, .max)
            } else {
                let keep = rest.removeFirst()
                output += part(place, sum(place, keep))
                place = sum(place, keep)
            }
        } while !rest.isEmpty
        return output
    }

    @Test func theExampleOfTheSpecification() {
        let list = EditList([0, 7853, 71_721, 307_929, 51_299, 38])
        #expect(list.kept == [0..<7853, 79_574..<387_503, 438_802..<438_840])
    }

    @Test func placesBeyondAllNumbersDoNotWrapAround() {
        #expect(EditList([]).kept == [0..<UInt64.max])
        #expect(EditList([7]).kept == [7..<UInt64.max])
        #expect(EditList([UInt64.max, UInt64.max]).kept == [])
        #expect(EditList([.max - 1, 5, 1]).kept == [UInt64.max - 1..<UInt64.max])
        #expect(EditList([0, .max, 5, 1]).kept == [0..<UInt64.max])
        #expect(EditList([0, 0, 0, 5, 0, 5, 0]).kept == [0..<5, 5..<10, 10..<UInt64.max])
    }

    @Test func isAppliedAsTheSpecificationSaysWholeAndInParts() throws {
        let key = SecretKey.new()
        let plain = sample(4 * Crypt4GHReader.segment + 999)
        var numbers = SeededNumbers(8)
        var lists: [[UInt64]] = [
            [], [0], [0, 0], [.max], [70_000], [65_536, 65_536], [0, 65_536, 65_536], [1, .max, 1, 1],
        ]
        for _ in 0..<60 {
            lists.append(
                (0..<Int.random(in: 1...7, using: &numbers)).map { _ in
                    switch Int.random(in: 0...5, using: &numbers) {
                    case 0: 0
                    case 1: 65_536
                    case 2: UInt64.random(in: 0...200_000, using: &numbers)
                    default: UInt64.random(in: 0...40_000, using: &numbers)
                    }
                })
        }
        for list in lists {
            let file = try encrypted(plain, for: [key.publicKey], editList: EditList(list))
            let wanted = applied(list, to: plain)
            #expect(try decrypted(file, [key]) == Decrypted(plain: wanted), "\(list)")
            for _ in 0..<8 {
                let start = Int.random(in: 0...wanted.count + 1, using: &numbers)
                let end = Int.random(in: start...wanted.count + 70_000, using: &numbers)
                let part = Array(wanted[min(start, wanted.count)..<min(end, wanted.count)])
                let range = UInt64(start)..<UInt64(end)
                #expect(try decrypted(file, [key], range) == Decrypted(plain: part), "\(list), \(range)")
                #expect(try decrypted(OneWaySource(file), [key], range) == Decrypted(plain: part), "\(list), \(range)")
            }
        }
    }
}
