import Foundation
import PortalModel

extension Scene {
    /// Every kind of field in each state: with the cursor, untouched, wrong, right, full where it can be, and locked.
    ///
    /// A form has five fields of one kind. The first has the cursor; at sizes that show one field only, others show the
    /// same kind with the cursor in a field that is wrong or full.
    static let states = SampleKind.all.flatMap { kind in
        [
            Scene("state-\(kind.name)") { kind.open(in: &$0, at: 0) },
            Scene("state-\(kind.name)-wrong") { kind.open(in: &$0, at: 2) },
            Scene("state-\(kind.name)-full") { kind.open(in: &$0, at: 4) },
            Scene("state-\(kind.name)-locked") { state in
                kind.open(in: &state, at: 0)
                state.wizard?.session.application?.state = .submitted
                var story = WidgetStory(state: state)
                story.press(.nextField, .nextField, .nextField)
                state = story.state
            },
        ]
    }
}

/// A kind of field with answers that are wrong, right, and as long as they may be.
private struct SampleKind {
    var name: String
    var type: FieldType
    var wrong: FieldValue
    var right: FieldValue
    var full: FieldValue
    var maxLength: Int?
    var options: [String] = []
    var columns: [String] = []

    static let all = [
        text("text", .text, wrong: "Too many words", right: "Glioma", full: "Long reads", maxLength: 10),
        text(
            "lines", .multilineText, wrong: String(repeating: "words ", count: 30), right: "One line.\nAnother.",
            full: String(repeating: "word ", count: 24), maxLength: 120),
        text("description", .description, wrong: "Too many words", right: "Glioma", full: "Long reads", maxLength: 10),
        text("email", .email, wrong: "ada at ki", right: "ada@ki.example", full: "ada@ki.example", maxLength: 14),
        text("phone", .phoneNumber, wrong: "030 123", right: "+358 9 1234", full: "+358 9 1234567", maxLength: 14),
        text("ip", .ipAddress, wrong: "10.0.0.1", right: "142.250.74.110", full: "2001:708:0:0:0:0:0:7"),
        text("date", .date, wrong: "2026-02-30", right: "2026-03-31", full: "2026-12-31"),
        choice("option", .option, wrong: "gone", right: "b", full: "c"),
        choice("multiselect", .multiselect, wrong: "a gone", right: "b", full: "a b c"),
        SampleKind(
            name: "table", type: .table, wrong: .table([["who": "Ada"], ["who": "Grace", "role": "PI"]]),
            right: .table([["who": "Ada", "role": "PI"]]),
            full: .table((1...30).map { ["who": "Person \($0)", "role": "analyst"] }), columns: ["who", "role"]),
        text("attachment", .attachment, wrong: "9", right: "4", full: "4,5"),
    ]

    private static func text(
        _ name: String, _ type: FieldType, wrong: String, right: String, full: String, maxLength: Int? = nil
    ) -> SampleKind {
        SampleKind(
            name: name, type: type, wrong: .text(wrong), right: .text(right), full: .text(full), maxLength: maxLength)
    }

    private static func choice(
        _ name: String, _ type: FieldType, wrong: String, right: String, full: String
    ) -> SampleKind {
        SampleKind(
            name: name, type: type, wrong: .text(wrong), right: .text(right), full: .text(full),
            options: ["a", "b", "c"])
    }

    func open(in state: inout AppState, at field: Int) {
        let fields = [
            made("cursor", .text("")), made("untouched", .text("")), made("wrong", wrong), made("right", right),
            made("full", full),
        ]
        let application = Application(
            id: ApplicationID(17), title: "", state: .draft, created: SampleDatasets.now,
            forms: [RequestForm(id: 1, title: LocalizedText("States"), fields: fields)],
            attachments: [
                Attachment(id: 4, filename: "approval.pdf", type: "application/pdf"),
                Attachment(id: 5, filename: "承認書.pdf", type: "application/pdf"),
            ])
        var story = WidgetStory(state: state)
        story.begin(at: "cursor", in: application)
        // All but the untouched one were left once.
        for id in ["wrong", "right", "full", fields[field].id.field] {
            story.send(.clicked(.field(FieldID(form: 1, field: id)), .press))
        }
        if field == 0 { story.send(.clicked(.field(FieldID(form: 1, field: "cursor")), .press)) }
        state = story.state
    }

    private func made(_ id: String, _ value: FieldValue) -> FormField {
        FormField(
            id: FieldID(form: 1, field: id), type: type, title: LocalizedText("This one: \(id)"),
            placeholder: LocalizedText("what goes here"), isOptional: id == "untouched", maxLength: maxLength,
            options: options.map { FieldOption(key: $0, label: LocalizedText("Option \($0)")) },
            columns: columns.map { FieldOption(key: $0, label: LocalizedText($0.uppercased())) },
            value: type == .table && value == .text("") ? .table([]) : value)
    }
}
