import Foundation
import PortalModel
import Testing

@testable import PortalTUI

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
}
