import Testing

@testable import PortalModel

@Suite("Organisations of the portal, line by line")
struct LinearOrganizationTests {
    private static let names = ["Hospital of Lund", "University of Lund", "University of Oslo"]

    private func dialogue() -> LinearDialogue { LinearDialogue(languages: ["en"], listsOrganizations: true) }

    @Test("Words narrow them, and more than are read out are counted")
    func telling() {
        var dialogue = dialogue()
        #expect(
            dialogue.tell(organizations: Self.names, of: "univ") == [
                .choice(1, "University of Lund"), .choice(2, "University of Oslo"), .takeByNumber,
            ])
        #expect(dialogue.found == ["University of Lund", "University of Oslo"])
        #expect(dialogue.tell(organizations: Self.names, of: "paris") == [.noneFits("paris")])
        #expect(dialogue.found.isEmpty, "what was read before is not taken by accident")
        #expect(dialogue.tell(organizations: nil, of: "univ") == [.organizationsNotHad])
        let many = dialogue.tell(organizations: (1...50).map { "Institute \($0)" }, of: "")
        #expect(many.count == 21 && many.last == .moreOrganizations(30))
    }

    @Test("They belong to fields and columns that ask for an institution, where the portal lists them")
    func fields() {
        let text = FormField(id: FieldID(form: 1, field: "a"), type: .text, title: LocalizedText("Organisation"))
        let other = FormField(id: FieldID(form: 1, field: "b"), type: .text, title: LocalizedText("Title"))
        let table = FormField(
            id: FieldID(form: 1, field: "c"), type: .table, title: LocalizedText("Participants"),
            columns: [
                FieldOption(key: "name", label: LocalizedText("Name")),
                FieldOption(key: "place", label: LocalizedText("Organisation")),
            ])
        #expect(dialogue().asksForOrganization(text) && dialogue().asksForOrganization(table))
        #expect(!dialogue().asksForOrganization(other))
        #expect(!LinearDialogue(languages: ["en"]).asksForOrganization(text))
    }

    @Test("What is typed for them")
    func commands() {
        #expect(LinearCommand(":choices  wellcome san ") == .choicesWith("wellcome san"))
        #expect(LinearCommand(":choices") == .choices)
        #expect(LinearCommand(":take 3") == .take(3))
        #expect(LinearCommand(":take it") == .unknown(":take it"))
    }
}
