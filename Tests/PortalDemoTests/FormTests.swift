import Foundation
import Testing

@testable import PortalDemo

@Suite("The committee's forms")
struct FormTests {
    @Test("saving merges, and keeps what is not valid")
    func merging() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD1")
            _ = try await ada.save(id, form: 1, ["project-title": "One", "purpose": "Two"])
            #expect(try await ada.save(id, form: 1, ["purpose": "Three", "start-date": "soon"]).status == 204)
            #expect(try await ada.field(id, form: 1, "project-title")["value"].text == "One")
            #expect(try await ada.field(id, form: 1, "purpose")["value"].text == "Three")
            #expect(try await ada.field(id, form: 1, "start-date")["value"].text == "soon")
            _ = try await ada.save(id, form: 1, ["purpose": ""])
            #expect(try await ada.field(id, form: 1, "purpose")["value"].text == "")
            #expect(try await ada.field(id, form: 1, "funding")["value"] == .null)
        }
    }

    @Test("what is not asked is passed over")
    func unknownFields() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD1")
            #expect(try await ada.save(id, form: 1, ["nothing": "x", "about-project": "x"]).status == 204)
            #expect(try await ada.save(id, form: 3, ["children": "no"]).status == 204)
            #expect(try await ada.save(id, form: 77, ["children": "no"]).status == 204)
            #expect(try await ada.field(id, form: 1, "about-project")["value"] == .null)
        }
    }

    @Test("a field shows once the answer it hangs on is saved, and is forgotten when it hides")
    func conditionalField() async throws {
        try await withCommittee { ada, clock async throws in
            let id = try await ada.completeDraft("EGAD1")
            #expect(try await ada.field(id, form: 2, "countries")["visible"].isTrue == false)

            _ = try await ada.save(id, form: 2, ["leaves-environment": "yes"])
            #expect(try await ada.field(id, form: 2, "countries")["visible"].isTrue == true)
            let refusal = try await ada.submit(id)
            #expect(refusal.json["validationWarnings"][0]["fieldId"].text == "countries")

            _ = try await ada.save(id, form: 2, ["countries": "Iceland"])
            #expect(try await ada.field(id, form: 2, "countries")["value"].text == "Iceland")
            _ = try await ada.save(id, form: 2, ["leaves-environment": "no"])
            #expect(try await ada.field(id, form: 2, "countries")["value"] == .null)
            #expect(try await ada.submit(id).status == 204, "what is hidden is not asked for")
        }
    }

    @Test("an answer to a field that its own save hides is dropped")
    func hidingInOneSave() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD1")
            _ = try await ada.save(id, form: 2, ["leaves-environment": "no", "countries": "Iceland"])
            #expect(try await ada.field(id, form: 2, "countries")["value"] == .null)
        }
    }

    @Test("the forms use every type of field they promise, and all their rules point back within the form")
    func definitions() {
        let forms = Organisation.all.flatMap { $0.forms(aboutPeople: true) }
        let fields = forms.flatMap(\.fields)
        #expect(Set(fields.map(\.type)) == Set(FieldType.allCases))
        #expect(fields.contains { $0.isOptional } && fields.contains { $0.maxLength != nil })
        #expect(fields.contains { $0.infoText != nil } && fields.contains { $0.placeholder != nil })
        for form in forms {
            #expect(Set(form.fields.map(\.id)).count == form.fields.count)
            for (position, field) in form.fields.enumerated() {
                guard let rule = field.visibility else { continue }
                let parent = form.fields[..<position].first { $0.id == rule.field }
                #expect(parent.map { rule.values.isSubset(of: $0.options.map(\.key)) } == true, "\(field.id)")
            }
            for field in form.fields where field.type == .option || field.type == .multiselect {
                #expect(!field.options.isEmpty)
                #expect(field.options.allSatisfy { !$0.key.contains(" ") }, "keys are joined by a space")
            }
        }
    }

    @Test(
        "e-mail addresses are judged as HTML does",
        arguments: [
            ("a@b", true), ("first.last+tag@sub.example.org", true), ("a@", false), ("@b", false), ("a b@c.org", false),
            ("a@b..c", false), ("a@-b.org", false), ("a@b@c", false), ("ä@b.org", false),
        ])
    func emails(address: String, isValid: Bool) {
        let field = FieldDefinition(id: "e", type: .email, title: "E")
        #expect((field.fault(of: address) == nil) == isValid)
    }

    @Test(
        "dates are days that exist",
        arguments: [
            ("2026-02-28", true), ("2024-02-29", true), ("2026-02-29", false), ("2026-13-01", false),
            ("2026-1-1", false), ("01/02/2026", false), ("2026-01-01T00:00:00Z", false),
        ])
    func dates(text: String, isValid: Bool) {
        let field = FieldDefinition(id: "d", type: .date, title: "D")
        #expect((field.fault(of: text) == nil) == isValid)
    }

    @Test("lengths are counted as the JVM counts, in UTF-16 units")
    func lengths() {
        let field = FieldDefinition(id: "t", type: .text, title: "T", maxLength: 2)
        #expect(field.fault(of: "éü") == nil)
        #expect(field.fault(of: "🙂") == nil)
        #expect(field.fault(of: "🙂é") == .tooLong)
        #expect(field.fault(of: "abc") == .tooLong)
    }
}
