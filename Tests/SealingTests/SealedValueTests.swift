import Foundation
import SecretMemory
import Testing

@testable import Sealing

/// Values come back as they were, and nothing else comes back.
@Suite struct SealedValueTests {
    private let place = SealPlace(table: "draft", column: "answers", row: "one")

    @Test(arguments: [0, 1, 15, 16, 17, 4096, 1_000_000])
    func aValueComesBackAsItWas(_ size: Int) throws {
        let key = try key()
        let plain = Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        let sealed = key.seal(plain, at: place)
        #expect(try key.open(sealed, at: place) == plain)
        #expect(SealKey.isSealed(sealed))
        #expect(SealKey.id(of: sealed) == key.id)
        #expect(sealed.count == size + SealKey.overhead)
    }

    @Test func theSameIsNeverSealedAlike() throws {
        let key = try key()
        let all = (0..<1000).map { _ in key.seal(Data("words".utf8), at: place) }
        #expect(Set(all).count == all.count)
    }

    @Test func nothingOfTheValueIsReadable() throws {
        let sealed = try key().seal(Data(String(repeating: "planted words ", count: 50).utf8), at: place)
        #expect(sealed.range(of: Data("planted".utf8)) == nil)
    }

    @Test func eachFlippedBitIsSeen() throws {
        let key = try key()
        let sealed = key.seal(Data("a person's words".utf8), at: place)
        for index in sealed.indices {
            for bit in 0..<8 {
                var other = sealed
                other[index] ^= 1 << bit
                #expect(throws: SealFault.self) { try key.open(other, at: place) }
            }
        }
    }

    @Test func whatIsCutOffOrLongerIsSeen() throws {
        let key = try key()
        let sealed = key.seal(Data("a person's words".utf8), at: place)
        for count in 0..<sealed.count {
            #expect(throws: SealFault.damaged) { try key.open(sealed.prefix(count), at: place) }
        }
        #expect(throws: SealFault.damaged) { try key.open(sealed + [0], at: place) }
    }

    @Test func aValueOpensInItsOwnPlaceOnly() throws {
        let key = try key()
        let sealed = key.seal(Data("a person's words".utf8), at: place)
        let others = [
            SealPlace(table: "draft", column: "answers", row: "two"),
            SealPlace(table: "draft", column: "answersone", row: ""),
            SealPlace(table: "draftForm", column: "answers", row: "one"),
            SealPlace(table: "draft", column: "aside", row: "one"),
            SealPlace(table: "draft", column: "answers", row: "one", version: 2),
        ]
        for other in others {
            #expect(throws: SealFault.damaged) { try key.open(sealed, at: other) }
        }
    }

    @Test func anotherKeyIsNamed() throws {
        let (one, other) = (try key(), try key())
        let sealed = one.seal(Data("a person's words".utf8), at: place)
        #expect(throws: SealFault.otherKey(one.id)) { try other.open(sealed, at: place) }
    }

    @Test func aNewerFormatIsToldFromDamage() throws {
        let key = try key()
        var sealed = key.seal(Data("a person's words".utf8), at: place)
        sealed[0] = 2
        #expect(throws: SealFault.newerVersion(2)) { try key.open(sealed, at: place) }
        #expect(SealKey.id(of: sealed) == nil)
    }

    @Test func noJSONIsTakenForSealed() {
        for text in ["", "{}", "[]", "\"\"", " [1]", "null"] { #expect(!SealKey.isSealed(Data(text.utf8))) }
    }

    @Test func aPartOfALargerPieceOfMemoryIsTheSame() throws {
        let key = try key()
        let sealed = key.seal(Data("a person's words".utf8), at: place)
        let inside = (Data("before".utf8) + sealed + Data("after".utf8)).dropFirst(6).prefix(sealed.count)
        #expect(SealKey.id(of: inside) == key.id)
        #expect(try key.open(inside, at: place) == Data("a person's words".utf8))
    }
}
