import Foundation
import Testing

@testable import PortalModel

@Suite("What the committee wrote stands where it belongs")
struct CommitteeWordsTests {
    private static let application = ApplicationID(17)

    /// As AMS gives it: no comment with the event, and the words in the field's explanation.
    private func returned() -> WizardWorld {
        let world = WizardWorld.filledIn()
        world.confirm()
        world.settle()
        world.press(.enter)
        world.portal.set(.returned, of: Self.application)
        world.state.requests.applications = world.portal.summaries
        world.perform(.editRequest)
        world.settle()
        return world
    }

    private func asked(_ world: WizardWorld) throws {
        let forms = try #require(world.state.wizard?.session.application?.forms)
        for (place, form) in forms.enumerated() {
            for (index, field) in form.fields.enumerated() where field.id == WizardPortal.purpose {
                world.state.wizard?.session.application?.forms[place].fields[index].info = LocalizedText([
                    LocalizedText.Variant(language: "en", text: "Returned by the committee: too short to be judged.")
                ])
            }
        }
    }

    @Test func theFieldIsMarkedAndLeftOpenUntilItIsChanged() throws {
        let world = returned()
        try asked(world)
        var wizard = try #require(world.state.wizard)
        let field = try #require(wizard.session.application?.field(WizardPortal.purpose))
        #expect(wizard.session.application?.committeeWords(on: field, in: ["en"]) == "too short to be judged.")
        #expect(wizard.session.isAskedToChange(field))
        #expect(wizard.progress(of: .form(1)) == .begun)
        #expect(wizard.reviewItems.first == .asked(WizardPortal.purpose))
        world.perform(.showReview)
        world.perform(.nextMissing)
        #expect(world.state.wizard?.focus == WizardPortal.purpose)
        world.type(" More.")
        wizard = try #require(world.state.wizard)
        #expect(!wizard.session.isAskedToChange(field))
        #expect(wizard.session.fieldsAskedToChange.isEmpty)
    }

    @Test func submittingItUnchangedWarns() throws {
        let world = returned()
        try asked(world)
        world.perform(.showReview)
        world.perform(.submitRequest)
        guard case .confirm(let question) = world.state.overlay else {
            Issue.record("Nothing was asked.")
            return
        }
        #expect(question.question.contains("The committee asked for another answer to"))
    }
}

@Suite("What a form says by the way")
struct AskedLengthTests {
    private func field(_ info: String, placeholder: String = "") -> FormField {
        FormField(
            id: FieldID(form: 1, field: "f"), type: .text, title: LocalizedText([]),
            info: LocalizedText([LocalizedText.Variant(language: "en", text: info)]),
            placeholder: LocalizedText([LocalizedText.Variant(language: "en", text: placeholder)]))
    }

    @Test func aLeastLengthIsReadInCharacters() {
        #expect(field("The committee asks for at least 60 characters.").leastLength(in: ["en"]) == 60)
        #expect(field("Name at least 2 people.").leastLength(in: ["en"]) == nil)
    }

    @Test(arguments: ["999.1.1.1", "10.0.0.5", "192.168.1.2"])
    func anAddressThatNobodyReachesIsRefusedInATextFieldToo(address: String) {
        let address = FieldValue.text(address)
        let asked = field("", placeholder: "192.0.2.10")
        #expect(!FormValidation.problems(with: address, in: asked, files: nil).isEmpty)
        #expect(FormValidation.problems(with: address, in: field("", placeholder: "1.2"), files: nil).isEmpty)
        #expect(FormValidation.problems(with: .text("the hospital's"), in: asked, files: nil).isEmpty)
    }
}
