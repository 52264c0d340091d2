import Foundation
import PortalModel
import Testing

@testable import PortalCommands

@Suite struct AnswersTemplateTests {
    @Test func nothingOfACatalogueBecomesAnAnswerOrACommand() throws {
        let field = FieldID(form: 1, field: "a: b")
        let application = Application(
            id: ApplicationID(1), title: "x", state: .draft,
            forms: [
                RequestForm(
                    id: 1, title: LocalizedText("Form\n2: {}"),
                    fields: [
                        FormField(
                            id: field, type: .text, title: LocalizedText("Title\u{85}    c: d"),
                            value: .text("e\n\"f\": # g"))
                    ])
            ])
        let item = BasketItem(
            id: DatasetID("a\nanswers: {b: c}; echo 'd'"), identifier: "i", title: "t\nb: c", added: Date())
        let text = AnswersTemplate(languages: ["en"]).text(for: application, [item])
        let path = NSTemporaryDirectory() + "portal-template-\(UUID().uuidString).yaml"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try AnswersFile(path: path).answers(for: application) == [field: .text("e\n\"f\": # g")])
        #expect(text.contains(#"echo '\''d'\'''"#))
    }

    @Test func noNameOfAServiceReachesAPersonAndNoPlaceholderBecomesAnAnswer() throws {
        let fields = FieldType.allCases.filter(\.takesValue).enumerated().map { number, type in
            FormField(
                id: FieldID(form: 1, field: "field \(number)"), type: type, title: LocalizedText("A field"),
                placeholder: LocalizedText("For example: this"),
                options: type == .option || type == .multiselect
                    ? [FieldOption(key: "yes", label: LocalizedText("Yes"))] : [],
                value: type == .table ? .table([]) : .text(""))
        }
        let form = RequestForm(id: 1, title: LocalizedText("Form"), fields: fields)
        let application = Application(id: ApplicationID(1), title: "x", state: .draft, forms: [form])
        let text = AnswersTemplate(languages: ["en"]).text(for: application, [])
        for name in ["texta", "phone-number", "ip-address", "multiselect", "unknown,", "For example"] {
            #expect(!text.contains(name), "\(name)")
        }
        let path = NSTemporaryDirectory() + "portal-template-\(UUID().uuidString).yaml"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        // Unedited it holds no answer, so that every needed field is still missing.
        let answers = try AnswersFile(path: path).answers(for: application)
        #expect(answers.count == fields.count)
        for (id, value) in answers { #expect(FormValidation.isBlank(value), "\(id)") }
    }
}
