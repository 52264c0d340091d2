import Foundation
import PortalModel
import TerminalCanvas
import Testing

@Suite("Every screen at every size, as recorded")
struct GoldenTests {
    @Test(arguments: Scene.all, GoldenSize.all)
    func screen(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.states, GoldenSize.forms)
    func fieldsInEachState(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test("Every recording is of a scene that is drawn, and every name is one scene's")
    func noneIsLeftOver() throws {
        let drawn =
            Scene.all.flatMap { scene in GoldenSize.all.map { "\(scene.name)-\($0.testDescription).txt" } }
            + Scene.states.flatMap { scene in GoldenSize.forms.map { "\(scene.name)-\($0.testDescription).txt" } }
            + ["ascii-login-80x24.txt", "ascii-login-120x45.txt", "ascii-browser-80x24.txt", "too-small-39x9.txt"]
        #expect(Set(drawn).count == drawn.count)
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
        let recorded = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(recorded).symmetricDifference(drawn).sorted() == [])
    }

    @Test("Without half blocks the QR code needs a large terminal")
    func asciiLogin() throws {
        let scene = try #require(Scene.login.first { $0.name == "login-device" })
        try assertGolden("ascii-login", scene.make(), columns: 80, rows: 24, glyphs: .ascii)
        try assertGolden("ascii-login", scene.make(), columns: 120, rows: 45, glyphs: .ascii)
    }

    @Test("A terminal without UTF-8 gets plain signs")
    func ascii() throws {
        try assertGolden("ascii-browser", SampleStates.base, columns: 80, rows: 24, glyphs: .ascii)
    }

    @Test("A terminal that is too small says so")
    func tooSmall() throws {
        try assertGolden("too-small", SampleStates.base, columns: 39, rows: 9)
    }

    private func check(_ scene: Scene, _ size: GoldenSize) throws {
        try assertGolden(scene.name, scene.make(), columns: size.columns, rows: size.rows)
    }
}
