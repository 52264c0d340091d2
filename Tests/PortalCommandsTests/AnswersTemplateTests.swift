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

    /// Flags, joiners, skin tones, selectors and marks are what somebody wrote.
    @Test func whatWasAnsweredIsReadAgainAsItWas() throws {
        let answer =
            "🇪🇺 می\u{200C}خواهم 👍🏽 👩\u{200D}💻 葛\u{E0100} ב\u{5B0}\u{5BC}\u{596}\u{591} 🏴\u{E0067}\u{E0062}\u{E007F}\u{F0000} \\U0 \" x"
        let field = FieldID(form: 1, field: "a")
        let application = Application(
            id: ApplicationID(1), title: "x", state: .draft,
            forms: [
                RequestForm(
                    id: 1, title: LocalizedText("Form"),
                    fields: [FormField(id: field, type: .text, title: LocalizedText("Title"), value: .text(answer))])
            ])
        let text = AnswersTemplate(languages: ["en"]).text(for: application, [])
        let output = NSTemporaryDirectory() + "portal-template-\(UUID().uuidString).yaml"
        defer { try? FileManager.default.removeItem(atPath: output) }
        let descriptor = open(output, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        #expect(TerminalWriter(descriptor: descriptor).write(text: text) == .written)
        close(descriptor)
        let read = try AnswersFile(path: output).answers(for: application)[field]
        guard case .text(let words) = read else { throw CancellationError() }
        #expect(Array(words.unicodeScalars) == Array(answer.unicodeScalars))
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
