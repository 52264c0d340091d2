import Foundation
import PortalModel
import Testing

@Suite("A request is copied as a new one")
struct WizardCopyTests {
    private func old() -> Application {
        func field(_ id: FieldID, _ type: FieldType, _ title: String, _ value: FieldValue) -> FormField {
            FormField(id: id, type: type, title: LocalizedText(title), value: value)
        }
        return Application(
            id: ApplicationID(3), title: "Old", state: .rejected,
            datasets: [RequestedDataset(identifier: "EGAD9", title: LocalizedText("Dataset 9"))],
            forms: [
                RequestForm(
                    id: 1, title: LocalizedText("Form"),
                    fields: [
                        field(WizardPortal.title, .text, "Title", .text("As before")),
                        // The same question by another id.
                        field(FieldID(form: 8, field: "why"), .multilineText, "Purpose", .text("The same purpose")),
                        field(WizardPortal.abroad, .option, "Abroad?", .text("perhaps")),
                        field(FieldID(form: 1, field: "plan"), .attachment, "Plan", .text("7")),
                        field(WizardPortal.methods, .multiselect, "Methods", .text("m1 m99")),
                    ])
            ])
    }

    @Test("What was copied here says of what it is a copy, also once its answers are in the form")
    func isKnownAsACopy() {
        var draft = Draft(copying: old(), datasets: [], at: Date(timeIntervalSince1970: 1_750_000_000))
        #expect(draft.copyOf == ApplicationID(3))
        draft.copied = nil
        #expect(draft.copyOf == ApplicationID(3))
        draft.id = DraftID("copy-2026-17/4-1750000000")
        #expect(draft.copyOf == ApplicationID("2026-17/4"))
        draft.id = DraftID("application-3")
        #expect(draft.copyOf == nil)
    }

    @Test("The only field for files that is in sight is the one that is meant; of several none is")
    func onlyFileField() {
        var application = old()
        #expect(application.onlyFileField?.id == FieldID(form: 1, field: "plan"))
        var second = application.forms[0].fields[3]
        second.id = FieldID(form: 1, field: "approval")
        application.forms[0].fields.append(second)
        #expect(application.onlyFileField == nil)
        application.forms[0].fields[3].isVisible = false
        #expect(application.onlyFileField?.id == second.id)
        application.forms[0].fields.removeAll { $0.type == .attachment }
        #expect(application.onlyFileField == nil)
    }

    @Test func theOldAnswersAreInTheNewForm() throws {
        let world = WizardWorld()
        world.copy(old())
        world.settle()
        let wizard = try #require(world.state.wizard)
        #expect(wizard.session.draft.application == ApplicationID(17))
        #expect(world.portal.entries[ApplicationID(17)]?.identifiers == ["EGAD9"])
        #expect(wizard.session.draft.answers[WizardPortal.title] == .text("As before"))
        #expect(wizard.session.draft.answers[WizardPortal.purpose] == .text("The same purpose"))
        #expect(wizard.session.draft.answers[WizardPortal.methods] == .text("m1"))
        #expect(wizard.session.draft.answers[WizardPortal.abroad] == nil)
        #expect(wizard.session.draft.copied == nil)
    }

    @Test func whatCouldNotBeTakenOverIsSaid() throws {
        let world = WizardWorld()
        world.copy(old())
        world.settle()
        let text = try #require(world.state.overlay?.textBody)
        #expect(text.contains("Abroad?: this choice is not offered here."))
        #expect(text.contains("Plan: this form does not ask for it."))
        #expect(text.contains("Methods: not all of its choices are offered here."))
        #expect(!text.contains("Purpose"))
    }

    @Test func theAnswersAreNotLostWhenTheProgramEndsBeforeTheFormIsThere() {
        let world = WizardWorld()
        world.copy(old())
        world.runJournal()
        world.restart()
        world.reopen()
        world.settle()
        if world.state.wizard?.session.application == nil {
            world.press(.enter)
            world.settle()
        }
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.title] == .text("As before"))
    }

    @Test func theServiceCopiesWhereItOffersThat() {
        let world = WizardWorld()
        world.state.screen = .requests
        world.state.requests.applications = [Made.application(3, .rejected)]
        world.perform(.copyRequest)
        world.type("copy")
        world.press(.enter)
        #expect(world.otherEffects.contains(.write(.copyApplication(ApplicationID(3)))))
        let copy = world.portal.create(["EGAD1"], at: world.clock)
        world.send(.request(ApplicationID(3), .copied(.success(copy))))
        world.settle()
        #expect(world.state.wizard?.session.draft.application == copy)
    }

    @Test func aServiceThatTurnsOutNotToCopyIsDoneWithout() {
        let world = WizardWorld()
        world.state.screen = .requests
        world.state.requests.applications = [Made.application(3, .rejected)]
        world.perform(.copyRequest)
        world.type("copy")
        world.press(.enter)
        world.send(.request(ApplicationID(3), .copied(.failure(PortalError(.unsupported, operation: "copying")))))
        guard case .read(let read, .application)? = world.readQueue.last else {
            Issue.record("The old answers are not asked for.")
            return
        }
        world.send(.applicationAnswered(read, .success(old())))
        world.settle()
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.title] == .text("As before"))
    }
}

extension WizardWorld {
    /// A portal that does not copy.
    fileprivate func copy(_ application: Application) {
        state.profile?.capabilities.lose([.copyAsNew], because: .words("It does not."))
        state.screen = .requests
        state.requests.applications = [application.summary]
        state.requests.open = OpenRequest(id: application.id)
        state.requests.open?.application = application
        perform(.copyRequest)
        type("copy")
        press(.enter)
    }
}
