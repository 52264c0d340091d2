import PortalModel
import Testing

@Suite("What counts as an answer")
struct FormValidationTests {
    private func field(
        _ type: FieldType, isOptional: Bool = false, maxLength: Int? = nil, isVisible: Bool = true
    ) -> FormField {
        FormField(
            id: FieldID(form: 1, field: "f"), type: type, title: LocalizedText("Field"), isOptional: isOptional,
            maxLength: maxLength, isVisible: isVisible,
            options: ["a", "b"].map { FieldOption(key: $0, label: LocalizedText($0)) },
            columns: ["x", "y"].map { FieldOption(key: $0, label: LocalizedText($0)) })
    }

    private func problems(_ text: String, _ field: FormField) -> [FieldProblem] {
        FormValidation.problems(with: .text(text), in: field)
    }

    @Test("A mandatory field needs more than spaces", arguments: ["", " ", "\n\t "])
    func required(blank: String) {
        for type in FieldType.allCases where type.takesValue && type != .table {
            #expect(problems(blank, field(type)) == [.required], "\(type)")
            #expect(problems(blank, field(type, isOptional: true)) == [], "\(type)")
        }
        for type in [FieldType.header, .label] { #expect(problems(blank, field(type)) == []) }
    }

    @Test func hiddenFieldsAreNotValidated() {
        #expect(problems("", field(.text, isVisible: false)) == [])
        #expect(problems("nonsense", field(.email, isVisible: false)) == [])
    }

    @Test func lengthsAreCountedAsTheServiceCounts() {
        let short = field(.text, maxLength: 3)
        #expect(problems("abc", short) == [])
        #expect(problems("abcd", short) == [.tooLong(length: 4, maximum: 3)])
        #expect(problems("äöü", short) == [])
        // Two UTF-16 units each.
        #expect(problems("🙂🙂", short) == [.tooLong(length: 4, maximum: 3)])
        #expect(problems("abcd", field(.text, maxLength: 0)) == [])
    }

    @Test(
        "E-mail addresses as HTML has them",
        arguments: [
            ("ada@example.org", true), ("a.b+c@x", true), ("o'hara@ex-ample.co.uk", true), ("a@1.2.3.4", true),
            ("ada", false), ("ada@", false), ("@example.org", false), ("a@@b.c", false), ("a b@c.d", false),
            ("a@-b.c", false), ("a@b-.c", false), ("a@b..c", false), ("ä@example.org", false), ("a@exämple.org", false),
            ("a@" + String(repeating: "x", count: 63) + ".org", true),
            ("a@" + String(repeating: "x", count: 64) + ".org", false), ("a@b.c\n", false),
        ])
    func emails(text: String, isGood: Bool) {
        #expect(problems(text, field(.email)) == (isGood ? [] : [.invalidEmail]))
    }

    @Test(
        "Phone numbers",
        arguments: [
            ("+358 9 123 456", true), ("+12345", true), ("+1234", false), ("+0123456", false), ("0123456", false),
            ("+1 2 3 ", true), ("+12-345", false), ("+1" + String(repeating: "2", count: 26), true),
            ("+1" + String(repeating: "2", count: 27), false), ("+", false), ("+٣٣٣٣٣", false),
        ])
    func phoneNumbers(text: String, isGood: Bool) {
        #expect(problems(text, field(.phoneNumber)) == (isGood ? [] : [.invalidPhoneNumber]))
    }

    @Test(
        "IP addresses",
        arguments: [
            ("142.250.74.110", []), ("8.8.8.8", []), ("256.1.1.1", [FieldProblem.invalidIPAddress]),
            ("1.2.3", [.invalidIPAddress]), ("01.2.3.4", [.invalidIPAddress]), ("1.2.3.4.5", [.invalidIPAddress]),
            ("10.1.2.3", [.privateIPAddress]), ("172.16.0.1", [.privateIPAddress]), ("172.32.0.1", []),
            ("192.168.1.1", [.privateIPAddress]), ("127.0.0.1", [.privateIPAddress]),
            ("2001:708:0:0:0:0:0:7", []), ("2001:708::7", [.invalidIPAddress]),
            ("0:0:0:0:0:0:0:1", [.privateIPAddress]), ("fe80:0:0:0:0:0:0:1", [.privateIPAddress]),
            ("fd00:0:0:0:0:0:0:1", [.privateIPAddress]), ("::1", [.invalidIPAddress]),
            ("2001:708:0:0:0:0:0:A", [.invalidIPAddress]), ("2001:0708:0:0:0:0:0:7", []),
            ("1:2:3:4:5:6:7:8", []), ("1:2:3:4:5:6:7", [.invalidIPAddress]), ("1::2::3", [.invalidIPAddress]),
            ("::ffff:142.250.74.110", [.invalidIPAddress]), ("12345::", [.invalidIPAddress]),
            ("1.2.3.4::", [.invalidIPAddress]),
            ("2001:db8::7 ", [.invalidIPAddress]), ("1:2:3:4:5:6:7:8::", [.invalidIPAddress]),
            ("abc", [.invalidIPAddress]),
        ] as [(String, [FieldProblem])])
    func addresses(text: String, found: [FieldProblem]) {
        #expect(problems(text, field(.ipAddress)) == found)
    }

    @Test(
        "Dates are written in ISO form and exist",
        arguments: [
            ("2026-03-31", true), ("2024-02-29", true), ("2023-02-29", false), ("2000-02-29", true),
            ("1900-02-29", false), ("2026-13-01", false), ("2026-00-10", false), ("2026-04-31", false),
            ("2026-4-1", false), ("31.03.2026", false), ("2026-03-31 ", false), ("２０２６-03-31", false),
        ])
    func dates(text: String, isGood: Bool) {
        #expect(problems(text, field(.date)) == (isGood ? [] : [.invalidDate]))
    }

    @Test func choicesAreAmongTheOptions() {
        #expect(problems("a", field(.option)) == [])
        #expect(problems("c", field(.option)) == [.notAnOption])
        #expect(problems("a b", field(.option)) == [.notAnOption])
        #expect(problems("a b", field(.multiselect)) == [])
        #expect(problems("a c", field(.multiselect)) == [.notAnOption])
    }

    @Test(
        "Attachments are numbers, of files that the application has",
        arguments: [("1", true), ("1,2", true), ("1, 2", true), ("3", false), ("1,x", false), ("x", false)])
    func attachments(text: String, isGood: Bool) {
        let known: Set<Int64> = [1, 2]
        let found = FormValidation.problems(with: .text(text), in: field(.attachment), files: known)
        #expect(found == (isGood ? [] : [.fileMissing]))
        #expect(FormValidation.problems(with: .text("9"), in: field(.attachment)) == [])
    }

    @Test func tablesHaveWholeRows() {
        let table = field(.table)
        #expect(FormValidation.problems(with: .table([]), in: table) == [.required])
        #expect(FormValidation.problems(with: .table([["x": "1", "y": "2"]]), in: table) == [])
        #expect(FormValidation.problems(with: .table([["x": "1"]]), in: table) == [.columnValuesMissing])
        #expect(FormValidation.problems(with: .table([["x": "1", "y": " "]]), in: table) == [.columnValuesMissing])
        #expect(FormValidation.problems(with: .table([]), in: field(.table, isOptional: true)) == [])
    }

    @Test(
        "Every key of REMS has a plain sentence",
        arguments: [
            "required", "toolong", "invalid-email", "invalid-phone-number", "invalid-ip-address",
            "invalid-ip-address-private", "invalid-value", "column-values-missing", "format_error",
        ])
    func sentences(key: String) {
        let problem = FieldProblem(serviceKey: "t.form.validation/\(key)", field: field(.text, maxLength: 5), length: 9)
        if case .other = problem { Issue.record("\(key) is not known.") }
        #expect(!problem.sentence.contains("validation"))
        #expect(problem.sentence.hasSuffix("."))
    }

    @Test(
        "Every other finding of REMS has one too",
        arguments: [
            "t.form.validation/date-not-in-past", "t.form.validation/date-not-in-future", "must-not-be-empty",
            "unbundlable-catalogue-items", "changes-original-workflow", "changes-original-form", "already-member",
            "user-not-member", "cannot-remove-applicant", "t.form.validation/invalid-user",
            "t.actions.errors/invalid-token", "application-not-found", "invalid-catalogue-item", "forbidden",
            "disabled-catalogue-item", "archived-catalogue-item", "invalid-attachments",
            "t.actions.errors/licenses-not-accepted",
        ])
    func otherSentences(key: String) {
        let sentence = FieldProblem(serviceKey: key).sentence
        #expect(!sentence.hasPrefix("The portal says:"), "\(key)")
        #expect(sentence.hasSuffix("."))
    }

    @Test func otherKeysAreReadable() {
        #expect(FieldProblem(serviceKey: "t.actions.errors/licenses-not-accepted") == .licencesNotAccepted)
        #expect(
            FieldProblem(serviceKey: "t.form.validation/too-few_rows").sentence == "The portal says: too few rows.")
        #expect(FieldProblem(serviceKey: "").sentence == "The portal refuses this and does not say why.")
        #expect(FieldProblem(serviceKey: "t.form.validation/").sentence == "The portal says: t form validation.")
        #expect(FieldProblem(serviceKey: "t.actions.errors/disabled-catalogue-item") == .datasetUnavailable)
        // A keyword that Clojure has written out keeps its colon.
        #expect(FieldProblem(serviceKey: ":invalid-attachments") == .fileMissing)
        #expect(FieldProblem(serviceKey: "t.form.validation/invalid-value", field: field(.attachment)) == .fileMissing)
        #expect(
            FieldProblem(serviceKey: "t.form.validation/toolong", field: field(.text, maxLength: 5), length: 9).sentence
                == "Too long: 4 of 9 characters have to go.")
    }
}
