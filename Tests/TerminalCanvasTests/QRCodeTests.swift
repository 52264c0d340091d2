import CQRencode
import Testing

@testable import TerminalCanvas

@Suite("QR codes, held against libqrencode")
struct QRCodeTests {
    @Test("Each size is the other's, module for module, with the mask that the other chose", arguments: QRVersion.all)
    func everySize(version: QRVersion) throws {
        let smaller = version.number == 1 ? 0 : Self.capacity(QRVersion(number: version.number - 1))
        for length in [smaller + 1, Self.capacity(version)] {
            let bytes = Self.text(length)
            let theirs = try #require(Self.reference(bytes))
            let ours = try #require(QRSymbol.encoding(bytes, mask: theirs.mask))
            #expect(ours.version == version)
            #expect(ours.side == theirs.side)
            #expect(ours.modules == theirs.modules)
        }
    }

    @Test("Of a picture on the screen every mask can be read", arguments: 0..<8)
    func everyMask(mask: Int) throws {
        let bytes = Array("https://auth.example.org/device?user_code=WDJB-MJHT".utf8)
        let theirs = try #require(Self.reference(bytes))
        let ours = try #require(QRSymbol.encoding(bytes, mask: mask))
        // The masks differ by what they flip, which is the same in every code of a size.
        #expect((ours.modules == theirs.modules) == (mask == theirs.mask))
        #expect(Self.mask(of: ours.modules, side: ours.side) == mask)
    }

    @Test("The mask is one that misleads a camera least")
    func bestMask() throws {
        let bytes = Array("https://login.elixir-czech.org/oidc/device?user_code=AB3-XY7".utf8)
        let chosen = try #require(QRSymbol.encoding(bytes))
        let points = try (0..<8).map { QRPenalty(of: try #require(QRSymbol.encoding(bytes, mask: $0))).points }
        #expect(QRPenalty(of: chosen).points == points.min())
        #expect(Set(points).count > 1)
    }

    @Test("Penalties are counted as the standard counts them")
    func penalties() {
        func line(_ text: String) -> [Bool] { text.map { $0 == "#" } }
        #expect(QRPenalty.runs(in: line("####.####")) == 0)
        #expect(QRPenalty.runs(in: line("#####.......")) == 3 + 5)
        #expect(QRPenalty.finders(in: line("##.##.#....#")) == 0)
        #expect(QRPenalty.finders(in: line("##.#.###.#....#")) == 40)
        #expect(QRPenalty.finders(in: line("##.#.###.#...#")) == 0)
        #expect(QRPenalty.finders(in: line("#.###.#.#")) == 40)
    }

    @Test("Text of any script is taken as its bytes, and what no code holds is refused")
    func text() throws {
        let text = "https://exämple.org/läger?kod=Ä漢"
        let theirs = try #require(Self.reference(Array(text.utf8)))
        #expect(try #require(QRSymbol.encoding(Array(text.utf8), mask: theirs.mask)).modules == theirs.modules)
        #expect(QRSymbol.encoding(Array(repeating: 97, count: 2953), mask: 0) != nil)
        #expect(QRCode(String(repeating: "a", count: 2954)) == nil)
    }

    // MARK: - The other encoder

    private struct Reference {
        var side: Int
        var modules: [Bool]
        var mask: Int
    }

    private static func reference(_ bytes: [UInt8]) -> Reference? {
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_L) else { return nil }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        let modules = (0..<side * side).map { code.pointee.data[$0] & 1 == 1 }
        return Reference(side: side, modules: modules, mask: mask(of: modules, side: side))
    }

    /// Bits 10 to 12 of the format, which lie in row 8, under the pattern that hides them.
    private static func mask(of modules: [Bool], side: Int) -> Int {
        let bits = (2...4).reduce(0) { $0 << 1 | (modules[8 * side + $1] ? 1 : 0) }
        return bits ^ 0b101
    }

    private static func capacity(_ version: QRVersion) -> Int {
        (version.dataCodewords * 8 - 4 - version.lengthBits) / 8
    }

    /// Of all bytes but 0, in no order.
    private static func text(_ length: Int) -> [UInt8] {
        (0..<length).map { (index: Int) -> UInt8 in
            let value = index * 37 + index / 7 * 11
            return UInt8(1 + value % 255)
        }
    }
}
