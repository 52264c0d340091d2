import FoundationEssentials
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

/// Random forms with random answers: the client reads the form as the portal hands it out, and comes to the same of it as
/// the portal does: what is asked for, what is kept, what is wrong.
@Suite("The form engine against the demo portal on forms that nobody would write")
struct RandomFormTests {
    private static let files: [Int64] = [1, 2]

    @Test("What is shown, kept and found wrong agrees", arguments: 0..<250)
    func agreement(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let demo = RandomDemoForm(files: Self.files.map(Int.init), random: &random)
        var saved: [String: String] = [:]
        for _ in 0..<6 {
            let form = try read(demo, saved)
            let told = try #require(JSONValue(parsing: demo.json(saved))["form/fields"].list as [JSONValue]?)
            // No condition was given up: both read all of them in the same way.
            #expect(
                form.fields.filter { $0.condition != nil }.count
                    == told.filter { !$0["field/visibility"].isNull }.count)
            let answers = answers(to: form, random: &random)
            // A field that is not sent keeps its value.
            let stored = saved.merging(answers.map { ($0.key.field, self.stored($0.value, demo)) }) { $1 }
            let shown = form.showing(answers)
            #expect(Set(shown.fields.filter(\.isVisible).map(\.id.field)) == demo.visible(stored))
            compareFindings(shown, answers, demo.findings(stored))
            saved = demo.kept(stored)
            let reloaded = try read(demo, saved)
            for field in reloaded.fields where field.type.takesValue {
                let isShown = demo.visible(stored).contains(field.id.field)
                // The answer to a hidden field is dropped, and its way to the portal is not even begun.
                if isShown {
                    let wanted = answers[field.id] ?? form.fields.first { $0.id == field.id }?.value
                    #expect(field.value == wanted, "seed \(seed), \(field.id.field)")
                } else {
                    #expect(FormValidation.isBlank(field.value), "seed \(seed), \(field.id.field)")
                }
            }
            checkSending(form, answers, hidden: Set(shown.fields.filter { !$0.isVisible }.map(\.id)))
        }
    }

    private func read(_ demo: RandomDemoForm, _ answers: [String: String]) throws -> RequestForm {
        try #require(RequestForm(rems: try JSONValue(parsing: demo.json(answers))))
    }

    private func application(_ form: RequestForm) -> Application {
        Application(
            id: ApplicationID(1), title: "", state: .draft, forms: [form],
            attachments: Self.files.map { Attachment(id: $0, filename: "\($0).pdf", type: "application/pdf") })
    }

    private func compareFindings(
        _ form: RequestForm, _ answers: [FieldID: FieldValue], _ theirs: Set<RandomDemoForm.Finding>
    ) {
        var wizard = WizardState(
            draft: Draft(
                id: DraftID("d"), datasets: [], answers: answers, created: Date(timeIntervalSince1970: 0),
                modified: Date(timeIntervalSince1970: 0)))
        wizard.session.application = application(form)
        #expect(Set(wizard.session.missingFields.map(\.id.field)) == Set(theirs.map(\.field)))
        #expect(wizard.session.missingFields.filter { !$0.isVisible }.isEmpty)
        for field in wizard.session.missingFields {
            let value = answers[field.id] ?? field.value
            let length = FormValidation.length(of: value.text)
            let ours = wizard.session.problems(with: field)
            for finding in theirs where finding.field == field.id.field {
                let said = FieldProblem(serviceKey: finding.key, field: field, length: length)
                #expect(ours.contains(said), "\(field.type) “\(value.text)”: \(finding.key), not \(ours)")
            }
        }
    }

    /// A save holds what is asked for, and nothing of what is hidden.
    private func checkSending(_ form: RequestForm, _ answers: [FieldID: FieldValue], hidden: Set<FieldID>) {
        let sent = SaveDraft(1, application(form), answers).fieldValues.map {
            FieldID(form: $0.form, field: $0.field)
        }
        #expect(hidden.isDisjoint(with: sent))
        #expect(Set(sent).count == sent.count)
    }

    // MARK: - Answers

    private func answers(
        to form: RequestForm, random: inout some RandomNumberGenerator
    ) -> [FieldID: FieldValue] {
        var answers: [FieldID: FieldValue] = [:]
        for field in form.fields where field.type.takesValue && Int.random(in: 0..<8, using: &random) > 0 {
            answers[field.id] = value(for: field, random: &random)
        }
        return answers
    }

    private func value(for field: FormField, random: inout some RandomNumberGenerator) -> FieldValue {
        let isFitting = Bool.random(using: &random)
        switch field.type {
        case .table:
            let rows = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                Dictionary(field.columns.map { ($0.key, word(isFitting: isFitting, random: &random)) }) { $1 }
            }
            return .table(rows)
        case .attachment where isFitting:
            return .text(Self.files.shuffled(using: &random).prefix(2).map(String.init).joined(separator: ","))
        case .option where isFitting: return .text(field.options.randomElement(using: &random)?.key ?? "")
        case .multiselect where isFitting:
            return .text(field.options.shuffled(using: &random).prefix(3).map(\.key).joined(separator: " "))
        default: return .text(word(isFitting: false, random: &random))
        }
    }

    private func word(isFitting: Bool, random: inout some RandomNumberGenerator) -> String {
        isFitting ? "word" : HostileWords.all.randomElement(using: &random) ?? ""
    }

    private func stored(_ value: FieldValue, _ demo: RandomDemoForm) -> String {
        switch value {
        case .text(let text): return text
        case .table(let rows): return demo.stored(rows.map { $0.map { (column: $0.key, value: $0.value) } })
        }
    }
}

/// The same numbers in every run (SplitMix64).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
