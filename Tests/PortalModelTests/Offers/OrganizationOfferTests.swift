import Foundation
import Testing

@testable import PortalModel

@Suite("Organisations of the portal are offered while one is typed")
struct OrganizationOfferTests {
    private static func story(_ fields: [FormField]) -> FormStory {
        var story = FormStory(fields)
        story.edit { state in
            state.person = PersonalProfile([.institution: "Karolinska"])
            state.organizations.names = ["Hospital of Lund", "University of Lund", "University of Oslo"]
        }
        return story
    }

    @Test("Nothing of them stands in an empty field, and what is typed narrows them")
    func narrowing() throws {
        var story = Self.story([FormStory.field("Institution", .text), FormStory.field("Title", .text)])
        #expect(try story.state.openOffers(for: story.field("Institution")).map(\.source) == [.profile])
        story.press(.character("u"), .character("n"))
        let offered = try story.state.openOffers(for: story.field("Institution"))
        #expect(offered.map(\.value.text) == ["University of Lund", "University of Oslo"])
        #expect(offered.allSatisfy { $0.source == .organizations })
        story.press(.character("i"), .character(" "), .character("o"), .character("s"))
        #expect(try story.state.openOffers(for: story.field("Institution")).map(\.value.text) == ["University of Oslo"])
        story.press(.function(3))
        #expect(try story.answer("Institution") == .text("University of Oslo"))
        story.press(.alt("u"))
        #expect(try story.answer("Institution") == .text("uni os"))
    }

    @Test("One after the other is taken, of those that began as it was typed")
    func several() throws {
        var story = Self.story([FormStory.field("Institution", .text)])
        story.press(.character("l"), .character("u"))
        for expected in ["Hospital of Lund", "University of Lund", "Hospital of Lund"] {
            story.press(.function(3))
            #expect(try story.answer("Institution") == .text(expected))
        }
    }

    @Test("In a table they are offered for the cell whose column takes one, and the cursor stays there")
    func cells() throws {
        var story = Self.story([
            FormStory.field(
                "Participants", .table,
                columns: [
                    FieldOption(key: "name", label: LocalizedText("Name")),
                    FieldOption(key: "place", label: LocalizedText("Organisation")),
                ])
        ])
        story.press(.character("u"), .character("n"), .character("i"))
        #expect(try story.state.openOffers(for: story.field("Participants")).isEmpty, "a name is no organisation")
        story.press(.tab)
        story.press(.character("u"), .character("n"), .character("i"))
        let offered = try story.state.openOffers(for: story.field("Participants"))
        #expect(offered.map(\.cell) == ["University of Lund", "University of Oslo"])
        story.press(.function(3))
        #expect(
            try story.answer("Participants") == .table([["name": "uni", "place": "University of Lund"]]))
        guard case .table(let editor)? = story.state.wizard?.editor else {
            Issue.record("the table is not edited any more")
            return
        }
        #expect(editor.row == 0 && editor.column == 1)
        story.press(.alt("u"))
        #expect(try story.answer("Participants") == .table([["name": "uni", "place": "uni"]]))
    }

    @Test("Other fields are left alone, and taking all writes over nothing that is typed")
    func others() throws {
        var story = Self.story([FormStory.field("Title", .text), FormStory.field("Institution", .text)])
        story.press(.character("u"), .character("n"))
        #expect(try story.state.openOffers(for: story.field("Title")).isEmpty)
        story.press(.tab, .character("u"), .character("n"), .alt("g"))
        #expect(try story.answer("Institution") == .text("un"))
    }

    @Test("They are asked for once, where the catalogue has a list of them, and again after a failure")
    func asking() throws {
        var story = FormStory([FormStory.field("Institution", .text)])
        story.edit { #expect($0.askForOffers().isEmpty) }
        story.edit { state in
            var capabilities = Capabilities()
            capabilities.listsOrganizations = true
            state.profile?.capabilities = capabilities
            guard case .read(let id, .organizations)? = state.askForOffers().last else {
                Issue.record("nothing was asked")
                return
            }
            #expect(state.askForOffers().isEmpty)
            let failure = PortalError(.offline, operation: "listing the organisations")
            #expect(state.answered(id, .failure(failure)).isEmpty)
            guard case .read(let again, _)? = state.askForOffers().last else {
                Issue.record("a failure was the last word")
                return
            }
            let list = ["Oslo", " ", "Lund", "Lund"].map { Organization(id: $0, title: $0) }
            #expect(state.answered(again, .success(.organizations(list))).isEmpty)
            #expect(state.organizations.names == ["Lund", "Oslo"])
            #expect(state.askForOffers().isEmpty)
        }
    }
}
