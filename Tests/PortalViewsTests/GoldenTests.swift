import PortalModel
import TerminalCanvas
import Testing

@Suite("Every screen at every size, as recorded")
struct GoldenTests {
    @Test(arguments: Scene.browser, GoldenSize.all)
    func browser(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.kept, GoldenSize.all)
    func keptAnswers(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.facets, GoldenSize.all)
    func facets(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.dataset, GoldenSize.all)
    func dataset(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.series, GoldenSize.all)
    func series(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.others, GoldenSize.all)
    func basketRequestsAndSetup(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.requests, GoldenSize.all)
    func requests(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.wizard, GoldenSize.all)
    func wizard(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.licences, GoldenSize.all)
    func licences(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.saving, GoldenSize.all)
    func whatIsSaved(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.members, GoldenSize.all)
    func members(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.comparisons, GoldenSize.all)
    func comparisons(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.widgets, GoldenSize.all)
    func widgets(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.states, GoldenSize.forms)
    func fieldsInEachState(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.offers, GoldenSize.all)
    func offersAndTheProfile(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.overlays, GoldenSize.all)
    func overlaysAndMessages(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.documents, GoldenSize.all)
    func documents(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.login, GoldenSize.all)
    func login(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.portals, GoldenSize.all)
    func portals(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.health, GoldenSize.all)
    func health(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

    @Test(arguments: Scene.waits, GoldenSize.all)
    func waits(scene: Scene, size: GoldenSize) throws { try check(scene, size) }

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
