import Foundation
import Testing

@testable import PortalModel

@Suite("Portals that are set up, on the screen")
struct PortalsTests {
    private static let gdi = PortalDraft(
        name: "gdi", title: "National node", discovery: "https://gdi.example/discovery", discoveryDialect: .gdi,
        access: "https://gdi.example/daam", accessDialect: .gdi, issuer: "https://id.example", client: "portal-terminal"
    )
    private static let demo = KnownPortal(nil, name: "demo", title: "Demo portal", drafts: nil)
    private static let known = KnownPortal(
        gdi, name: "gdi", title: "National node", drafts: 2, basket: 3, hasSignIn: true)
    private static let fault = PortalError(.local, operation: "opening the portal", detail: "It is broken.")

    private func listed(_ list: [KnownPortal] = [demo, known]) -> Story {
        let story = Story()
        story.start()
        story.press("@")
        #expect(story.effects == [.portals(.listPortals)])
        story.send(.portals(.listed(.success(list))))
        return story
    }

    private func well(_ draft: PortalDraft) -> PortalTrial {
        PortalTrial(draft, findings: [PortalTrial.Finding(service: "discovery", isWell: true, .words("answers"))])
    }

    @Test("A portal is set up, tried, shown what was found, and kept")
    func setUp() {
        let story = listed()
        story.press("n")
        story.type("new")
        story.press(.enter, .enter)
        story.type("https://new.example")
        story.press(.control("s"))
        let draft = PortalDraft(name: "new", discovery: "https://new.example")
        #expect(story.effects == [.portals(.tryPortal(1, draft))])
        #expect(story.state.portals.form?.trial == .running(1))
        var found = draft
        found.discoveryDialect = .ckan
        story.send(.portals(.tried(1, well(found))))
        #expect(story.state.portals.form?.choice(of: .discoveryDialect) == .ckan)
        story.press(.control("s"))
        #expect(story.effects == [.portals(.keepPortal(found))])
        story.send(.portals(.listed(.success([Self.demo, Self.known, KnownPortal(found, name: "new", title: "new")]))))
        story.send(.portals(.kept(found, nil)))
        #expect(story.state.portals.form == nil)
        #expect(story.state.portals.selected?.name == "new")
        #expect(story.state.toast?.text == "“new” is kept. ↵ changes over to it.")
    }

    @Test("What was found is about what was tried: a change asks anew, and a late answer is not taken")
    func changesAskAnew() {
        let story = listed()
        story.press(.down, "e")
        story.press(.control("s"))
        story.type("x")
        story.send(.portals(.tried(1, well(Self.gdi))))
        #expect(story.state.portals.form?.found == nil)
        story.press(.control("s"))
        #expect(story.state.portals.form?.trial == .running(2))
        story.send(.portals(.tried(1, well(Self.gdi))))
        #expect(story.state.portals.form?.found == nil)
    }

    @Test("What does not answer is kept only when the person says so")
    func keptAllTheSame() {
        let story = listed()
        story.press(.down, "e", .control("s"))
        let finding = PortalTrial.Finding(service: "access", isWell: false, .words("unreachable"))
        story.send(.portals(.tried(1, PortalTrial(Self.gdi, findings: [finding]))))
        story.press(.control("s"))
        #expect(story.effects == [.portals(.tryPortal(2, Self.gdi))])
        story.press(.function(10))
        #expect(story.effects == [.portals(.keepPortal(Self.gdi))])
        story.send(.portals(.kept(Self.gdi, Self.fault)))
        #expect(story.state.portals.form?.problem == .words("It is broken."))
    }

    @Test(
        "What is wrong in itself is said at its line before anybody is asked",
        arguments: [
            (PortalDraft(name: "a b", discovery: "https://x.example"), PortalForm.Line.name),
            (PortalDraft(name: "gdi", discovery: "https://x.example"), .name),
            (PortalDraft(name: "demo", discovery: "https://x.example"), .name),
            (PortalDraft(name: "a", discovery: "x.example"), .discovery),
            (PortalDraft(name: "a", discovery: ""), .discovery),
            (PortalDraft(name: "a", discovery: "https://x.example", access: "daam"), .access),
            (PortalDraft(name: "a", discovery: "https://x.example", issuer: "https://id.example"), .client),
            (PortalDraft(name: "a", discovery: "https://x.example", client: "portal"), .issuer),
        ])
    func faults(draft: PortalDraft, line: PortalForm.Line) {
        let story = listed()
        story.press("n")
        for text in [draft.name, draft.title, draft.discovery, "", draft.access, "", draft.issuer, draft.client] {
            story.type(text)
            story.press(.tab)
        }
        story.press(.control("s"))
        #expect(story.effects.isEmpty)
        #expect(story.state.portals.form?.line == line)
        #expect(story.state.portals.form?.problem != nil)
    }

    @Test("A dialect is chosen with space and arrows, and letters do nothing there")
    func dialects() {
        let story = listed()
        story.press(.down, "e", .tab)
        #expect(story.state.portals.form?.choice(of: .discoveryDialect) == .gdi)
        story.press(" ", .right)
        story.type("x")
        #expect(story.state.portals.form?.choice(of: .discoveryDialect) == .ckan)
        story.press(.left, .left, .left)
        #expect(story.state.portals.form?.choice(of: .discoveryDialect) == nil)
    }

    @Test("Before one is removed it is named what would stay behind")
    func removal() {
        let story = listed()
        story.press(.down, "d")
        guard case .confirm(let confirmation) = story.state.overlay else { return #expect(Bool(false)) }
        #expect(confirmation.question.contains("2 drafts, 3 datasets in the basket and a sign-in would stay behind"))
        #expect(confirmation.question.contains("with what was last shown and sent"))
        #expect(confirmation.question.contains("portal logout --profile gdi"))
        story.press(.enter)
        #expect(!story.effects.contains(.portals(.removePortal("gdi"))))
        story.type("remove")
        story.press(.enter)
        #expect(story.effects.contains(.portals(.removePortal("gdi"))))
        #expect(story.state.overlay == .portals)
    }

    @Test(
        "The words before a removal name what there is",
        arguments: [
            (0, 0, false, String?.none), (1, 0, false, "1 draft"), (0, 1, false, "a basket with 1 dataset"),
            (0, 4, true, "4 datasets in the basket and a sign-in"),
            (nil, nil, false, "what there is of drafts and basket"),
        ] as [(Int?, Int?, Bool, String?)])
    func leftBehind(drafts: Int?, basket: Int?, hasSignIn: Bool, words: String?) {
        let portal = KnownPortal(
            Self.gdi, name: "gdi", title: "gdi", drafts: drafts, basket: basket, hasSignIn: hasSignIn)
        #expect(portal.leftBehind == words)
        #expect(portal.removalQuestion.contains("would stay behind"), "nothing is called gone that is not")
    }

    @Test("What is open, the demo portal, and what stands in the person's own file is not removed")
    func notRemoved() {
        let own = KnownPortal(Self.gdi, name: "gdi", title: "gdi", ownFile: "/home/ada/config.yaml")
        let story = listed([Self.demo, own])
        story.press("d")
        #expect(story.state.toast?.text.contains("comes with the program") == true)
        story.press(.down, "d")
        #expect(story.state.toast?.text.contains("/home/ada/config.yaml, which is yours") == true)
        story.press("e")
        #expect(story.state.portals.form == nil)
    }

    @Test("A portal without a place to sign in says how one is set up")
    func withoutSignIn() {
        let story = Story(profile: ProfileInfo(name: "a", title: "A"))
        story.start()
        story.press("I")
        #expect(story.state.toast?.text.contains("@ (or M-s), then e adds the sign-in address") == true)
    }

    @Test("The palette finds them by any of their names", arguments: ["portals", "profiles", "ctx", "switch"])
    func palette(word: String) {
        let story = Story()
        story.start()
        story.press(":")
        story.type(word)
        story.press(.enter)
        #expect(story.state.overlay == .portals)
    }
}
