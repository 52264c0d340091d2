import FoundationEssentials
import GRDB
import PortalDomain
import Testing

@testable import PortalMirror

@Suite("Rows and sets")
struct RowTests {
    @Test("Texts are packed and unpacked whatever they hold", arguments: [UInt64(1), 2, 3])
    func packed(seed: UInt64) {
        var invented = Invented(chance: Chance(seed: seed))
        for _ in 0..<200 {
            let texts = (0..<Int.random(in: 0...4, using: &invented.chance)).map { _ in
                invented.text(3) + (invented.flip() ? ":3:\u{0}\n" : "")
            }
            #expect(PackedTexts.unpack(PackedTexts.pack(texts)) == texts)
        }
        #expect(PackedTexts.unpack("3:ab") == [])
        #expect(PackedTexts.unpack("2:ab9") == ["ab"])
        #expect(PackedTexts.unpack("99999999999999999999:x") == [])
    }

    @Test("Numbers are packed and unpacked")
    func packedNumbers() {
        let numbers = [0, 1, 127, 128, 300, 1 << 20, 1 << 40, Int.max]
        var read: [Int] = []
        PackedNumbers.pack(numbers).withUnsafeBytes { PackedNumbers.forEach(in: $0) { read.append($0) } }
        #expect(read == numbers)
    }

    @Test("Sets of numbers are what sets are", arguments: [UInt64(1), 2, 3, 4])
    func sets(seed: UInt64) {
        var chance = Chance(seed: seed)
        func made() -> (NumberSet, Set<Int>) {
            var (set, plain) = (NumberSet(below: 300), Set<Int>())
            for _ in 0..<80 {
                let number = Int.random(in: 0..<300, using: &chance)
                set.insert(number)
                plain.insert(number)
            }
            return (set, plain)
        }
        let ((one, plainOne), (other, plainOther)) = (made(), made())
        #expect(one.numbers == plainOne.sorted())
        #expect(one.count == plainOne.count)
        #expect(one.union(other).numbers == plainOne.union(plainOther).sorted())
        #expect(one.intersection(other).numbers == plainOne.intersection(plainOther).sorted())
        #expect(one.subtracting(other).numbers == plainOne.subtracting(plainOther).sorted())
        for last in [0, 1, 62, 63, 64, 65, 128] {
            #expect(NumberSet(upTo: last).numbers == (last < 1 ? [] : Array(1...last)))
        }
    }

    @Test("What is kept of a dataset is what was given", arguments: [UInt64(5), 6])
    func roundTrip(seed: UInt64) async throws {
        var invented = Invented(chance: Chance(seed: seed))
        var datasets = (0..<60).map { invented.dataset($0) }
        datasets[3].workflow = "7"
        datasets[4].records = 12
        let bench = try Workbench()
        let mirror = try await bench.mirror(of: datasets)
        for dataset in datasets {
            let kept = try #require(try await mirror.dataset(dataset.id))
            #expect(kept.summary == dataset)
            #expect(kept.detail == nil)
        }
        #expect(try await mirror.dataset(DatasetID("other")) == nil)
    }

    @Test("A print differs with every field")
    func prints() {
        var invented = Invented(chance: Chance(seed: 9))
        let dataset = invented.dataset(1)
        var others: [DatasetSummary] = []
        func change(_ body: (inout DatasetSummary) -> Void) {
            var other = dataset
            body(&other)
            others.append(other)
        }
        change { $0.title += "." }
        change { $0.description += " " }
        change { $0.identifier = "new" }
        change { $0.individuals = 77 }
        change { $0.records = 77 }
        change { $0.distributionCount = 77 }
        change { $0.isSeries.toggle() }
        change { $0.isExternallyGoverned.toggle() }
        change { $0.accessLevel = .nonPublic }
        change { $0.keywords.append("more") }
        change { $0.publishers.append("more") }
        change { $0.themes.append(LabelledValue(value: "m", label: "more")) }
        change { $0.workflow = "9" }
        change { $0.coverageEnd = .init(timeIntervalSince1970: 1) }
        #expect(Set(([dataset] + others).map { DatasetRow($0).print }).count == others.count + 1)
        #expect(DatasetRow(dataset).print == DatasetRow(dataset).print)
    }

    @Test("Pairs of characters stand for words of scripts without blanks")
    func pairs() {
        #expect(IndexedText("Genome") == IndexedText("Genome"))
        #expect(IndexedText("é").pairs == "")
        let mixed = IndexedText("人類基因 genome 組")
        #expect(mixed.pairs == "人類 類基 基因 因 組 ")
        #expect(mixed.plain.split(separator: " ") == ["genome"])
        #expect(IndexedText("データ・ベース").pairs.split(separator: " ").contains("ベー"))
        #expect(!IndexedText("データ・ベース").pairs.contains("タベ"))
    }
}
