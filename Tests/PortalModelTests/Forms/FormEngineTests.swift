import PortalModel
import Testing

/// Random forms and answers: what the wizard says of them is what the rules say of each field.
@Suite("The form engine")
struct FormEngineTests {
    private static let types = FieldType.allCases

    private static func form(_ id: Int64, fields: Int, _ random: inout SeededGenerator) -> RequestForm {
        RequestForm(
            id: id, title: LocalizedText("Form \(id)"),
            fields: (0..<fields).map { number in
                let type = types.randomElement(using: &random) ?? .text
                let earlier = Int.random(in: 0..<max(fields, 1), using: &random)
                return FormField(
                    id: FieldID(form: id, field: "f\(number)"), type: type, title: LocalizedText("Field \(number)"),
                    isOptional: .random(using: &random),
                    maxLength: .random(using: &random) ? Int.random(in: 0...6, using: &random) : nil,
                    isVisible: Int.random(in: 0..<5, using: &random) > 0,
                    condition: Int.random(in: 0..<3, using: &random) == 0
                        ? FieldCondition(field: "f\(earlier)", values: ["a", "yes"]) : nil,
                    options: ["a", "b", "yes"].map { FieldOption(key: $0, label: LocalizedText($0)) },
                    columns: ["x", "y"].map { FieldOption(key: $0, label: LocalizedText($0)) })
            })
    }

    private static let texts = [
        "", " ", "a", "b", "a yes", "yes", "no", "ada@example.org", "+358 9 1234", "142.250.74.110", "10.0.0.1",
        "2026-02-29", "2024-02-29", "1,2", "🙂🙂🙂🙂", "a long text of many words",
    ]

    private static func value(_ field: FormField, _ random: inout SeededGenerator) -> FieldValue {
        guard field.type == .table else { return .text(texts.randomElement(using: &random) ?? "") }
        return .table(
            (0..<Int.random(in: 0...2, using: &random)).map { _ in
                ["x": texts.randomElement(using: &random) ?? "", "y": "1"]
            })
    }

    /// By the book: a field is shown when the field that its condition names is, and has one of the values.
    private static func isVisible(
        _ field: FormField, in form: RequestForm, _ answers: [FieldID: FieldValue], above: Set<String> = []
    ) -> Bool {
        guard let condition = field.condition else { return field.isVisible }
        guard !above.contains(field.id.field),
            let other = form.fields.first(where: { $0.id.field == condition.field }),
            isVisible(other, in: form, answers, above: above.union([field.id.field]))
        else { return false }
        let value = answers[other.id] ?? other.value
        let given = other.type == .multiselect ? FormValidation.keys(of: value) : [value.text]
        return !Set(given).isDisjoint(with: condition.values)
    }

    @Test(
        "What is asked for, missing and wrong follows from the answers, whatever was answered before", arguments: 0..<40
    )
    func findings(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let forms = (1...2).map { Self.form($0, fields: Int.random(in: 0...24, using: &random), &random) }
        var wizard = WizardState(draft: Made.draft("d", application: 17))
        wizard.session.application = Application(id: ApplicationID(17), title: "", state: .draft, forms: forms)
        let all = forms.flatMap(\.fields)
        for _ in 0..<20 {
            guard let field = all.randomElement(using: &random) else { return }
            wizard.session.draft.answers[field.id] = Self.value(field, &random)
            if Int.random(in: 0..<6, using: &random) == 0 { wizard.session.draft.answers = [:] }
            if Int.random(in: 0..<6, using: &random) == 0 { wizard.session.warnings[field.id] = [.notAllowed] }
            wizard.session.application?.forms = forms.map { $0.showing(wizard.session.draft.answers) }
            try check(wizard, forms)
        }
    }

    private func check(_ wizard: WizardState, _ forms: [RequestForm]) throws {
        let shown = try #require(wizard.session.application?.forms)
        var missing: [FieldID] = []
        for (form, before) in zip(shown, forms) {
            var answered = 0
            var asked = 0
            for (field, described) in zip(form.fields, before.fields) {
                #expect(field.isVisible == Self.isVisible(described, in: before, wizard.session.draft.answers))
                let value = wizard.session.value(of: field)
                let own = FormValidation.problems(with: value, in: field)
                let found = wizard.session.problems(with: field)
                #expect(found.starts(with: own))
                if !field.isVisible || !field.type.takesValue { #expect(own.isEmpty) }
                if !field.isVisible || !field.type.takesValue {
                    #expect(wizard.session.savableAnswers[field.id] == nil)
                }
                if !field.isVisible { #expect(found.isEmpty) }
                if !found.isEmpty { missing.append(field.id) }
                guard field.isVisible, field.type.takesValue else { continue }
                if wizard.session.draft.answers[field.id] != nil {
                    let isWhole = FormValidation.faults(in: value, of: field).isEmpty
                    #expect((wizard.session.savableAnswers[field.id] != nil) == isWhole)
                }
                asked += 1
                if found.isEmpty, !FormValidation.isBlank(value) { answered += 1 }
            }
            #expect(wizard.count(in: form) == (answered, asked) || form.fields.isEmpty)
        }
        #expect(wizard.session.missingFields.map(\.id) == missing)
    }

    @Test func conditionsInACircleAreNeverMet() {
        var a = FormStory.field("a", .option, options: ["x"], condition: FieldCondition(field: "b", values: ["x"]))
        var b = FormStory.field("b", .option, options: ["x"], condition: FieldCondition(field: "a", values: ["x"]))
        (a.value, b.value) = (.text("x"), .text("x"))
        let form = RequestForm(id: 1, title: LocalizedText("F"), fields: [a, b])
        #expect(form.showing([:]).fields.allSatisfy { !$0.isVisible })
    }

    @Test("A chain of conditions as long as a form can be is followed to its end")
    func longChain() {
        let count = 20_000
        let fields = (0..<count).map { number in
            FormStory.field(
                "f\(number)", .text,
                condition: number + 1 < count ? FieldCondition(field: "f\(number + 1)", values: ["x"]) : nil,
                value: .text("x"))
        }
        let form = RequestForm(id: 1, title: LocalizedText("F"), fields: fields)
        #expect(form.showing([:]).fields.allSatisfy { $0.isVisible })
        let last = FieldID(form: 1, field: "f\(count - 1)")
        #expect(form.showing([last: .text("y")]).fields.count(where: \.isVisible) == 1)
    }

    @Test func theServicesWordStandsWhereItReadsAConditionOtherwise() {
        var asked = FormStory.field("b", .text, condition: FieldCondition(field: "a", values: ["yes"]))
        asked.isVisible = true
        let form = RequestForm(
            id: 1, title: LocalizedText("F"), fields: [FormStory.field("a", .option, options: ["yes"]), asked])
        // For its own values the service shows b, which by our reading is hidden.
        let reconciled = form.reconciled(told: ["a", "b"])
        #expect(reconciled.fields[1].condition == nil)
        #expect(reconciled.showing([:]).fields[1].isVisible)
        // Where it said nothing, there is nothing to reconcile.
        #expect(form.reconciled(told: []) == form)
        #expect(!form.showing([:]).fields[1].isVisible)
    }

    @Test func aFormThatStaysAsItIsKeepsItsVisibleFields() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<20 {
            let form = Self.form(1, fields: 20, &random).showing([:])
            #expect(form.showing([:]) == form)
        }
    }
}
