import Foundation

@testable import PortalDemo

/// A form that nobody would write, judged by the demo portal's own rules. In a file of its own: the demo's words for its
/// records are the model's too.
struct RandomDemoForm {
    struct Finding: Hashable {
        let field: String
        let key: String
    }

    static let id = 7
    private let form: FormDefinition
    private let files: Set<Int>

    /// Conditions stand on any earlier field that offers choices, shown or hidden itself.
    init(files: [Int], random: inout some RandomNumberGenerator) {
        self.files = Set(files)
        var fields: [FieldDefinition] = []
        for number in 0..<Int.random(in: 4...24, using: &random) {
            let type = FieldType.allCases.randomElement(using: &random) ?? .text
            var field = FieldDefinition(id: "f\(number)", type: type, title: LocalText(en: "Question \(number)"))
            field.isOptional = Bool.random(using: &random)
            if [.text, .texta, .description, .email].contains(type), Bool.random(using: &random) {
                field.maxLength = Int.random(in: 1...60, using: &random)
            }
            if type == .option || type == .multiselect { field.options = Self.choices("o", random: &random) }
            if type == .table { field.columns = Self.choices("c", random: &random) }
            let gates = fields.filter { $0.type == .option || $0.type == .multiselect }
            if let gate = gates.randomElement(using: &random), Int.random(in: 0..<3, using: &random) > 0 {
                let values = gate.options.map(\.key).filter { _ in Bool.random(using: &random) }
                field.visibility = VisibilityRule(field: gate.id, values: Set(values))
            }
            fields.append(field)
        }
        form = FormDefinition(id: Self.id, internalName: "random", title: "Random", fields: fields)
    }

    private static func choices(_ name: String, random: inout some RandomNumberGenerator) -> [FieldOption] {
        (1...Int.random(in: 1...5, using: &random)).map {
            FieldOption(key: "\(name)\($0)", label: LocalText(en: "Choice \($0)"))
        }
    }

    /// As REMS hands the form out with these answers.
    func json(_ answers: [String: String]) throws -> Data {
        try JSONEncoder().encode(REMSForm(form, of: application(keyed(answers))))
    }

    func visible(_ answers: [String: String]) -> Set<String> { form.visibleFields(keyed(answers)) }

    func findings(_ answers: [String: String]) -> Set<Finding> {
        Set(
            form.warnings(keyed(answers), attachments: files).map { Finding(field: $0.fieldId ?? "", key: $0.key) })
    }

    /// What is left of these answers when they are saved.
    func kept(_ answers: [String: String]) -> [String: String] {
        let kept = ApplicationRegister.kept(keyed(answers), [form])
        return Dictionary(kept.map { ($0.key.field, $0.value) }) { $1 }
    }

    /// A table's rows as the portal keeps them.
    func stored(_ rows: [[(column: String, value: String)]]) -> String {
        TableAnswer(rows: rows.map { $0.map { TableAnswer.Cell(column: $0.column, value: $0.value) } }).stored
    }

    private func keyed(_ answers: [String: String]) -> Answers {
        Dictionary(answers.map { (AnswerKey(form: Self.id, field: $0.key), $0.value) }) { $1 }
    }

    private func application(_ answers: Answers) -> Application {
        let then = Moment(milliseconds: 0)
        return Application(
            id: 1, applicant: "ada", state: .draft, created: then, modified: then, lastActivity: then, submitted: nil,
            timesReturned: 0, datasets: [], answers: answers, acceptedLicences: [], members: [], invitations: [],
            attachments: [], copiedFrom: nil, guideRequest: nil, duoCodes: nil, events: [])
    }
}
