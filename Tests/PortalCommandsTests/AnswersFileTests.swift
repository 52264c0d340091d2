import Foundation
import PortalModel
import Testing

@testable import PortalCommands

@Suite struct AnswersFileTests {
    private static let people = FieldID(form: 1, field: "participants")
    private static let area = FieldID(form: 1, field: "area")
    private static let uses = FieldID(form: 1, field: "uses")

    /// As the guide's form has it.
    private static let application: Application = {
        func option(_ key: String, _ label: String) -> FieldOption {
            FieldOption(key: key, label: LocalizedText(label))
        }
        let roles = [option("principal_investigator", "Principal investigator"), option("analyst", "Analyst")]
        return Application(
            id: ApplicationID(1), title: "x", state: .draft,
            forms: [
                RequestForm(
                    id: 1, title: LocalizedText("Request"),
                    fields: [
                        FormField(
                            id: people, type: .table, title: LocalizedText("Participants"),
                            columns: [
                                option("name", "Name"),
                                FieldOption(key: "role", label: LocalizedText("Role"), rule: .oneOf(roles)),
                            ]),
                        FormField(
                            id: area, type: .option, title: LocalizedText("Area"),
                            options: [option("ca", "Cancer"), option("rd", "Rare disease")]),
                        FormField(
                            id: uses, type: .multiselect, title: LocalizedText("Uses"),
                            options: [option("a", "Analysis"), option("b", "Training")]),
                    ])
            ])
    }()

    private func answers(_ lines: String) throws -> [FieldID: FieldValue] {
        let path = NSTemporaryDirectory() + "portal-answers-\(UUID().uuidString).yaml"
        try Data("answers:\n  \"1\":\n\(lines)".utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try AnswersFile(path: path).answers(for: Self.application)
    }

    @Test(arguments: [
        "principal_investigator", "principal investigator", "Principal Investigator", " Principal investigator ",
    ])
    func theWordsThatATemplateAsksForAreTaken(role: String) throws {
        let found = try answers("    participants: [{name: Ada, role: \"\(role)\"}]\n")
        #expect(found[Self.people] == .table([["name": "Ada", "role": "principal_investigator"]]))
    }

    @Test func columnsAndChoicesMayBeNamedAsTheyAreRead() throws {
        let found = try answers(
            "    participants: [{Name: Ada, Role: analyst}]\n    area: rare disease\n    uses: [training, Analysis]\n")
        #expect(found[Self.people] == .table([["name": "Ada", "role": "analyst"]]))
        #expect(found[Self.area] == .text("rd"))
        #expect(found[Self.uses] == .text("a b"))
    }

    @Test func whatIsNoChoiceStaysForTheReviewAndAnUnknownColumnIsNamed() throws {
        let found = try answers("    participants: [{name: Ada, role: boss}]\n    area: Mars\n")
        #expect(found[Self.people] == .table([["name": "Ada", "role": "boss"]]))
        #expect(found[Self.area] == .text("Mars"))
        do {
            _ = try answers("    participants: [{name: Ada, function: analyst}]\n")
            Issue.record("a column that is not there was taken")
        } catch let error as CommandFailure {
            #expect(error.words.contains("has no column “function”. It has name, role."))
        }
    }

    @Test func theTemplateListsTheChoicesOfAColumn() {
        let text = AnswersTemplate(languages: ["en"]).text(for: Self.application, [])
        #expect(text.contains("# principal_investigator: Principal investigator"))
    }

    @Test func aPastedAddressIsOneHoweverItIsBroken() throws {
        let ends = Pipe()
        ends.fileHandleForWriting.write(Data("http://127.0.0.1/callback?state=s&code=abc.\ndef\n".utf8))
        try ends.fileHandleForWriting.close()
        let descriptor = ends.fileHandleForReading.fileDescriptor
        #expect(PastedAddress.next(from: descriptor) == "http://127.0.0.1/callback?state=s&code=abc.\ndef\n")
        #expect(PastedAddress.next(from: descriptor) == nil)
    }
}
