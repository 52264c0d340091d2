import FoundationEssentials
import PortalModel
import Testing

@testable import PortalServices

/// Random answers to the demo's longest form, over HTTP: what is saved comes back, and what the portal finds wrong with it
/// is what the form engine has found before. The demo's rules were written from REMS's by somebody else.
@Suite("The form engine against the demo portal's own rules")
struct FormAgreementTests {
    private static let hospitalRecords = "mimic-iv"

    @Test("Save, reload and validate agree", arguments: [AccessDialect.gdi, .rems])
    func randomAnswers(dialect: AccessDialect) async throws {
        try await DemoAddresses.run { demo in
            let address = dialect == .gdi ? demo.access : demo.rems
            let client = try PortalClient(
                PortalAddresses(
                    discovery: dialect == .gdi ? demo.discovery : demo.rems,
                    discoveryDialect: dialect == .gdi ? .gdi : .rems, access: address, accessDialect: dialect),
                secrets: ServiceSecrets(remsKey: Secret("demo-key"), remsUser: "ada"),
                credentials: dialect == .gdi ? .readyToken(Secret(demo.token)) : .none)
            do { try await compare(client.accessService, dialect) } catch {
                await client.shutdown()
                throw error
            }
            await client.shutdown()
        }
    }

    private func compare(_ access: AccessService, _ dialect: AccessDialect) async throws {
        var answerer = RandomAnswers(seed: dialect == .gdi ? 1 : 2)
        var id = try await begin(access)
        for _ in 0..<40 {
            let before = try await access.application(id)
            answerer.files = before.attachments.map(\.id)
            let answers = answerer.answers(to: before)
            try await access.save(id, answers)
            let after = try await access.application(id)
            for field in after.forms.flatMap(\.fields) where field.isVisible && field.type.takesValue {
                guard let sent = answers[field.id] else { continue }
                #expect(field.value == sent, "\(field.id.field)")
            }
            if dialect == .rems { try checkVisibility(before, answers, after) }
            let refusal = await failure { () throws(PortalError) in try await access.submit(id) }
            checkFindings(in: after, refusal, dialect)
            // Nothing was wrong: the request has gone to the committee.
            if refusal == nil { id = try await begin(access) }
        }
    }

    private func begin(_ access: AccessService) async throws -> ApplicationID {
        let id = try await access.create([Self.hospitalRecords])
        try await access.accept(id, Set(try await access.application(id).licences.map(\.id)))
        for number in 1...2 {
            let file = FileContents(name: "plan-\(number).pdf", type: "application/pdf", bytes: Data("%PDF".utf8))
            _ = try await access.attach(id, file, nil)
        }
        return id
    }

    /// What the client shows and hides at once is what the service shows and hides when it has the answers.
    private func checkVisibility(
        _ before: Application, _ answers: [FieldID: FieldValue], _ after: Application
    ) throws {
        for (form, reloaded) in zip(before.forms, after.forms) {
            let shown = form.showing(answers)
            #expect(shown.fields.map(\.isVisible) == reloaded.fields.map(\.isVisible))
            #expect(reloaded.fields.map(\.condition) == form.fields.map(\.condition))
        }
    }

    private func checkFindings(in application: Application, _ refusal: PortalError?, _ dialect: AccessDialect) {
        var wizard = WizardState(
            draft: Draft(
                id: DraftID("d"), datasets: [], created: Date(timeIntervalSince1970: 0),
                modified: Date(timeIntervalSince1970: 0)))
        wizard.session.application = application
        var theirs: [FieldID: [FieldProblem]] = [:]
        if case .invalid(let warnings)? = refusal?.kind {
            for warning in warnings {
                guard let id = warning.field, let field = application.field(id) else { continue }
                // AMS calls an address a text: what is not meant as one is heard of at submission.
                if dialect == .gdi, warning.key.contains("invalid-ip-address"),
                    wizard.session.problems(with: field).isEmpty
                {
                    continue
                }
                let length = FormValidation.length(of: field.value.text)
                theirs[id, default: []].append(
                    FieldProblem(serviceKey: warning.key, field: field, length: length))
            }
        }
        #expect(Set(theirs.keys) == Set(wizard.session.missingFields.map(\.id)))
        for field in wizard.session.missingFields {
            let ours = wizard.session.problems(with: field)
            #expect(theirs[field.id]?.allSatisfy(ours.contains) == true, "\(field.id.field): \(field.value.text)")
        }
    }
}

/// Answers of all kinds, good, bad and blank.
private struct RandomAnswers {
    private var random: Linear
    var files: [Int64] = []

    init(seed: UInt64) { random = Linear(state: seed) }

    /// The same numbers in every run (Knuth's MMIX).
    private struct Linear: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 32) | (state << 32)
        }
    }

    private static let good: [FieldType: [String]] = [
        .email: ["ada@example.org", "a.b+c@x"], .phoneNumber: ["+358 9 1234 567"],
        .ipAddress: ["142.250.74.110", "2001:708:0:0:0:0:0:7"], .date: ["2027-01-31", "2024-02-29"],
    ]

    mutating func answers(to application: Application) -> [FieldID: FieldValue] {
        var answers: [FieldID: FieldValue] = [:]
        for field in application.forms.flatMap(\.fields) where field.type.takesValue {
            answers[field.id] = value(for: field)
        }
        // What a hidden field holds is dropped; the client does not send it.
        let shown = application.forms.map { $0.showing(answers) }.flatMap(\.fields).filter(\.isVisible)
        let asked = Set(shown.map(\.id))
        return answers.filter { asked.contains($0.key) }
    }

    private mutating func value(for field: FormField) -> FieldValue {
        let isOdd = Int.random(in: 0..<3, using: &random) == 0
        switch field.type {
        case .table: return .table(rows(for: field, isOdd: isOdd))
        case .attachment where !isOdd: return .text(files.map(String.init).joined(separator: ","))
        case .attachment: return .text([" ", ""].randomElement(using: &random) ?? "")
        case .option where !isOdd: return .text(field.options.randomElement(using: &random)?.key ?? "")
        case .multiselect where !isOdd:
            let keys = field.options.map(\.key).filter { _ in Bool.random(using: &random) }
            return .text(keys.joined(separator: " "))
        default: break
        }
        let texts = isOdd ? HostileWords.all : Self.good[field.type] ?? ["Words enough to say it."]
        return .text(texts.randomElement(using: &random) ?? "")
    }

    private mutating func rows(for field: FormField, isOdd: Bool) -> [[String: String]] {
        (0..<Int.random(in: isOdd ? 0...2 : 1...3, using: &random)).map { _ in
            let cells = field.columns.map { column in
                (column.key, isOdd ? HostileWords.all.randomElement(using: &random) ?? "" : "x")
            }
            return Dictionary(cells) { first, _ in first }
        }
    }
}
