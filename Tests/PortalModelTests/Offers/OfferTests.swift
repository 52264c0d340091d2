import Foundation
import PortalModel
import Testing

@Suite("Taking over what is offered")
struct OfferTests {
    private static let person = PersonalProfile([
        .name: "Ada Lovelace", .email: "ada@ki.example", .institution: "Karolinska",
    ])

    private static func story(_ fields: [FormField], earlier: [Application] = []) -> FormStory {
        var story = FormStory(fields)
        story.edit { state in
            state.person = person
            state.earlier.answers = EarlierAnswers(earlier)
        }
        return story
    }

    private static func earlier(_ id: Int64, _ fields: FormField...) -> Application {
        Application(
            id: ApplicationID(id), title: "", state: .approved, created: Story.beginning.addingTimeInterval(Double(id)),
            forms: [RequestForm(id: 1, title: LocalizedText("Form"), fields: fields)])
    }

    @Test("Nothing is put in before it is taken, and undoing takes it out")
    func taking() throws {
        var story = Self.story([FormStory.field("Name", .text), FormStory.field("Title", .text)])
        #expect(try story.answer("Name") == .text(""))
        #expect(try story.state.openOffers(for: story.field("Name")).map(\.source) == [.profile])
        story.press(.function(3))
        #expect(try story.answer("Name") == .text("Ada Lovelace"))
        #expect(try story.state.takenOffer(for: story.field("Name")) == 0)
        story.press(.control("_"))
        #expect(try story.answer("Name") == .text(""))
        story.press(.control("g"), .character("!"))
        #expect(try story.answer("Name") == .text("Ada Lovelace!"))
        // What the person wrote is not written over.
        story.press(.control("g"))
        #expect(try story.answer("Name") == .text("Ada Lovelace!"))
        story.press(.tab, .function(3))
        #expect(try story.answer("Title") == .text(""))
    }

    @Test("Several earlier answers come one after the other, and a click takes the one that it is on")
    func several() throws {
        let field = FormStory.field("Institution", .text)
        func given(_ text: String) -> FormField { FormStory.field("Institution", .text, value: .text(text)) }
        var story = Self.story(
            [field],
            earlier: [Self.earlier(1, given("Old")), Self.earlier(2, given("New")), Self.earlier(3, given("New"))])
        let offers = story.state.offers(for: try story.field("Institution"))
        #expect(offers.map(\.value.text) == ["Karolinska", "New", "Old"])
        #expect(offers.map(\.source) == [.profile, .request(ApplicationID(3)), .request(ApplicationID(1))])
        for expected in ["Karolinska", "New", "Old", "Karolinska"] {
            story.press(.function(3))
            #expect(try story.answer("Institution") == .text(expected))
        }
        story.send(.clicked(.offer(FieldID(form: 1, field: "Institution"), 2), .press))
        #expect(try story.answer("Institution") == .text("Old"))
        story.press(.alt("u"))
        #expect(try story.answer("Institution") == .text(""))
    }

    @Test("All offers of a form are taken and taken back together; what was written meanwhile stays")
    func all() throws {
        var story = Self.story(
            [
                FormStory.field("Title", .text), FormStory.field("Name", .text), FormStory.field("Mail", .email),
                FormStory.field("Area", .option, options: ["x", "y"]), FormStory.field("Institution", .text),
            ], earlier: [Self.earlier(1, FormStory.field("Area", .option, options: ["x", "y"], value: .text("y")))])
        story.press(.tab, .tab, .tab, .tab)
        story.type("Yale")
        story.press(.alt("g"))
        #expect(try story.answer("Title") == .text(""))
        #expect(try story.answer("Name") == .text("Ada Lovelace"))
        #expect(try story.answer("Mail") == .text("ada@ki.example"))
        #expect(try story.answer("Area") == .text("y"))
        #expect(try story.answer("Institution") == .text("Yale"))
        #expect(story.state.toast?.text == "3 answers are taken over. Read them through; M-u takes them back.")
        story.send(.clicked(.field(FieldID(form: 1, field: "Name")), .press))
        story.type(" King")
        story.press(.alt("u"))
        #expect(try story.answer("Name") == .text("Ada Lovelace King"))
        #expect(try story.answer("Mail") == .text(""))
        #expect(try story.answer("Area") == .text(""))
        #expect(try story.answer("Institution") == .text("Yale"))
        story.press(.alt("u"))
        #expect(try story.answer("Name") == .text("Ada Lovelace King"))
    }

    @Test("What is not right for the field is not offered, nor anything once the request cannot be changed")
    func notOffered() throws {
        var name = FormStory.field("Name", .text)
        name.maxLength = 5
        var story = Self.story([name, FormStory.field("Institution", .text)])
        #expect(story.state.openOffers(for: name).isEmpty)
        story.edit { $0.wizard?.session.application?.state = .approved }
        #expect(try story.state.openOffers(for: story.field("Institution")).isEmpty)
        story.press(.tab, .function(3), .alt("g"))
        #expect(try story.answer("Institution") == .text(""))
    }

    @Test("Requests that were sent are looked through when one is filled in, once")
    func asking() throws {
        let story = Story()
        story.start(StoredState(drafts: [Made.draft("d", application: 2)]))
        story.answerApplications(
            with: .success((1...9).map { Made.application($0, [2, 9].contains($0) ? .draft : .approved) }))
        story.send(.input(.key("3")))
        story.openDraft()
        let read = try #require(story.reads[.earlierRequests])
        guard case .read(let id, .earlier(let asked)) = read else { return }
        #expect(asked == [8, 7, 6, 5, 4, 3].map(ApplicationID.init))
        let funding = FormStory.field("Funding", .text, value: .text("EU"))
        story.send(.earlierAnswered(ReadID(.earlierRequests, id.number - 1), [Self.earlier(8, funding)]))
        #expect(story.state.earlier.answers.isEmpty, "a late answer to an older question")
        story.send(.earlierAnswered(id, [Self.earlier(8, funding)]))
        #expect(!story.state.earlier.answers.isEmpty)
        story.send(.commandChosen(.leaveWizard))
        story.openDraft()
        #expect(!story.effects.contains { $0.readID?.slot == .earlierRequests })
        story.send(.identity(.signedOut(SignOutReport())))
        #expect(story.state.earlier.answers.isEmpty)
    }
}
