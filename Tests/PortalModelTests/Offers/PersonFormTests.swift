import PortalModel
import Testing

@Suite("The personal profile's form")
struct PersonFormTests {
    @Test("It is written line by line and kept as a whole")
    func writing() {
        let story = Story()
        story.press("P")
        story.type("Ada Lovelace")
        story.press(.tab)
        story.paste("https://orcid.org/0000-0002-1825-0097")
        story.press(.tab, .enter)
        story.type("ada@ki.example")
        story.press(.control("s"))
        let kept = PersonalProfile([.name: "Ada Lovelace", .orcid: "0000-0002-1825-0097", .email: "ada@ki.example"])
        #expect(story.state.person == kept)
        #expect(story.effects.contains(.disk(.keepPerson(kept))))
        #expect(story.state.overlay == nil)
    }

    @Test("What is wrong is said when the line is left, and is not kept")
    func wrong() {
        let story = Story()
        story.press(.alt("p"), .tab)
        story.type("0000-0002-1825-0098")
        #expect(form(story)?.problem(with: .orcid) == nil)
        story.press(.down)
        #expect(form(story)?.problem(with: .orcid) == .notORCID)
        story.type("KI")
        story.press(.control("s"))
        #expect(form(story)?.entry == .orcid)
        #expect(story.state.person.isEmpty)
        // Leaving keeps what can be kept.
        story.press(.escape)
        #expect(story.state.person == PersonalProfile([.institution: "KI"]))
        #expect(story.state.toast?.text == "ORCID could not be taken and stayed as before.")
    }

    @Test("The lines have the editor of the forms: words, killing, putting back, undoing")
    func editing() {
        let story = Story()
        story.press("P")
        story.type("Ada King Lovelace")
        story.press(.control("w"), .control("a"), .control("y"), .control("_"), .control("_"))
        #expect(form(story)?.text(of: .name) == "Ada King Lovelace")
        story.press(.escape, "P")
        #expect(form(story)?.text(of: .name) == "Ada King Lovelace")
        #expect(story.effects.isEmpty)
    }

    @Test("Over a request it takes no key from it, and help does not lose what was written")
    func overOthers() {
        let story = Story()
        story.press("P")
        story.type("Ada")
        story.press(.function(1))
        #expect(story.state.person == PersonalProfile([.name: "Ada"]))
        story.press(.escape)
        story.press("P", .tab)
        story.send(.clicked(.person(.phone), .press))
        story.type("0049 (0)89 12345")
        story.press(.escape)
        #expect(story.state.person[.phone] == "+49 89 12345")
    }

    @Test("A disk that refuses it is told of")
    func refused() {
        let story = Story()
        story.send(.personKept(PortalError(.local, operation: "keeping your profile", detail: "The disk is full.")))
        #expect(story.state.toast?.text.contains("The disk is full.") == true)
    }

    private func form(_ story: Story) -> PersonForm? {
        if case .person(let form) = story.state.overlay { form } else { nil }
    }
}
