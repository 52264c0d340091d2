import Testing

@testable import TerminalBackend

struct UTF8AssemblerTests {
    private func scalars(_ bytes: [UInt8]) -> String {
        var assembler = UTF8Assembler()
        return String(String.UnicodeScalarView(bytes.flatMap { assembler.take($0) }))
    }

    @Test func charactersOfEveryLength() {
        #expect(scalars(Array("aé日😀".utf8)) == "aé日😀")
    }

    @Test(
        arguments: [
            ([0xFF, 0x61], "a"), ([0xC3, 0x61], "a"), ([0x80, 0x61], "a"), ([0xE6, 0x97, 0x61], "a"),
            ([0xED, 0xA0, 0x80, 0x61], "a"), ([0xC0, 0xAF, 0x61], "a"), ([0xF5, 0x80, 0x80, 0x80, 0x61], "a"),
            ([0xE6, 0xC3, 0xA9], "é"),
        ] as [([UInt8], String)])
    func bytesOfNoCharacterVanish(bytes: [UInt8], text: String) {
        #expect(scalars(bytes) == text)
    }
}

struct ClickCounterTests {
    private let start = ContinuousClock.now

    /// Counts presses given as column and milliseconds, all in one row.
    private func doubles(_ presses: [(column: Int, time: Int)]) -> [Bool] {
        var clicks = ClickCounter()
        return presses.map { clicks.isDouble(column: $0.column, row: 4, at: start + .milliseconds($0.time)) }
    }

    @Test func twoPressesAtOnePlaceAreOneDoubleClickAndAThirdBeginsAnew() {
        #expect(doubles([(3, 0), (3, 200), (3, 300)]) == [false, true, false])
    }

    @Test func pressesFarApartInTimeOrPlaceAreTwo() {
        #expect(doubles([(3, 0), (4, 10), (4, 500)]) == [false, false, false])
    }
}
