import Foundation
import PortalModel
import TerminalCanvas
import Testing

@Suite("Every screen, as recorded")
struct GoldenTests {
    @Test(arguments: Scene.recorded)
    func screen(recording: Recording) throws {
        try assertGolden(
            recording.scene.name, recording.scene.make(), columns: recording.size.columns, rows: recording.size.rows)
    }

    @Test("Fields in each state, without the head and the foot of the screen", arguments: Scene.states)
    func fields(scene: Scene) throws {
        let picture = GoldenPicture(drawing: scene.make(), columns: 80, rows: 24, part: { Self.form($0) })
        try assertGolden(scene.name, picture)
    }

    @Test("Every recording is of a scene that is drawn, and every name is one scene's")
    func noneIsLeftOver() throws {
        let drawn =
            (Scene.recorded.map(\.testDescription) + Scene.states.map(\.name) + GoldenPart.all.map(\.name)
            + ["ascii-login-80x24", "ascii-login-120x45", "ascii-browser-80x24", "too-small-39x9"]
            + Self.german.map { "german-\($0)-80x24" }).map { $0 + ".txt" }
        #expect(Set(drawn).count == drawn.count)
        #expect(Scene.panes.subtracting(Scene.all.map(\.name)).sorted() == [])
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
        let recorded = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(recorded).symmetricDifference(drawn).sorted() == [])
    }

    @Test("Parts of the screen alone, at every width", arguments: GoldenPart.all)
    func part(part: GoldenPart) throws {
        try assertGolden(part.name, GoldenPicture(columns: 160, rows: part.rows, drawing: part.draw))
    }

    /// The way from a search to a request that is sent.
    private static let german = [
        "browser", "dataset-long-title", "basket", "wizard-form-problems", "wizard-licences", "wizard-review",
        "requests", "login-device",
    ]

    @Test("The main way in German", arguments: german)
    func inGerman(name: String) throws {
        let scene = try #require(Scene.all.first { $0.name == name })
        try assertGolden("german-\(name)", scene.make(), columns: 80, rows: 24, language: .german)
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

    /// The rows between the steps of a request and the foot: its fields, and what is said of the one with the cursor.
    private static func form(_ layout: ScreenLayout) -> Range<Int> { layout.body.row + 3..<layout.footerRow }
}
