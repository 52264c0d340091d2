import Testing

@testable import PortalModel

@Suite("Organisations of the portal, line by line")
struct LinearOrganizationTests {
    private static let names = ["Hospital of Lund", "University of Lund", "University of Oslo"]

    private static let text = FormField(
        id: FieldID(form: 1, field: "a"), type: .text, title: LocalizedText("Organisation"))
    private static let table = FormField(
        id: FieldID(form: 1, field: "c"), type: .table, title: LocalizedText("Participants"),
        columns: [
            FieldOption(key: "name", label: LocalizedText("Name")),
            FieldOption(key: "place", label: LocalizedText("Organisation")),
        ])

    /// A dialogue that stands at a question.
    private func at(_ field: String) throws -> (LinearDialogue, RequestSession) {
        let session = try LinearStory([Self.text, Self.table]).session
        var dialogue = dialogue()
        _ = dialogue.begin(session, resumes: false)
        _ = dialogue.take(":goto 1/\(field)", session)
        try #require(dialogue.place == .field(FieldID(form: 1, field: field)))
        return (dialogue, session)
    }

    private func dialogue() -> LinearDialogue { LinearDialogue(languages: ["en"], listsOrganizations: true) }

    @Test("Words narrow them, and more than are read out are counted")
    func telling() throws {
        var (dialogue, session) = try at("a")
        #expect(
            dialogue.tell(organizations: Self.names, of: "univ", session) == [
                .choice(1, "University of Lund"), .choice(2, "University of Oslo"), .takeByNumber,
            ])
        #expect(dialogue.found == ["University of Lund", "University of Oslo"])
        #expect(dialogue.tell(organizations: Self.names, of: "paris", session) == [.noneFits("paris")])
        #expect(dialogue.found.isEmpty, "what was read before is not taken by accident")
        #expect(dialogue.tell(organizations: nil, of: "univ", session) == [.organizationsNotHad])
        let many = dialogue.tell(organizations: (1...50).map { "Institute \($0)" }, of: "", session)
        #expect(many.count == 21 && many.last == .moreOrganizations(30))
    }

    @Test("In a table a name is typed into its row, and nothing is said of taking it")
    func inTables() throws {
        var (dialogue, session) = try at("c")
        #expect(
            dialogue.tell(organizations: Self.names, of: "oslo", session) == [.choice(1, "University of Oslo")])
        #expect(dialogue.take(":take 1", session).words == [.nothingToTake(1)])
        // What was had once is read again without the portal.
        let turn = dialogue.take(":choices lund", session)
        #expect(turn.deed == .wait)
        #expect(turn.words == [.choice(1, "Hospital of Lund"), .choice(2, "University of Lund")])
    }

    @Test("They belong to fields and columns that ask for an institution, where the portal lists them")
    func fields() {
        let other = FormField(id: FieldID(form: 1, field: "b"), type: .text, title: LocalizedText("Title"))
        #expect(dialogue().asksForOrganization(Self.text) && dialogue().asksForOrganization(Self.table))
        #expect(!dialogue().asksForOrganization(other))
        #expect(!LinearDialogue(languages: ["en"]).asksForOrganization(Self.text))
    }

    @Test("What is typed for them")
    func commands() {
        #expect(LinearCommand(":choices  wellcome san ") == .choicesWith("wellcome san"))
        #expect(LinearCommand(":choices") == .choices)
        #expect(LinearCommand(":take 3") == .take(3))
        #expect(LinearCommand(":take it") == .unknown(":take it"))
    }
}
