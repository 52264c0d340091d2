import Foundation
import Testing

@testable import PortalDemo

@Suite("Every type of field")
struct FieldTypeTests {
    private func fault(_ type: FieldType, _ answer: String) -> AnswerFault? {
        FieldDefinition(id: "f", type: type, title: "F").fault(of: answer)
    }

    @Test(
        "telephone numbers are international",
        arguments: [
            ("+358 9 1234", true), ("+12345", true), ("+1234", false), ("0912345678", false), ("+0123456", false),
            ("+1234-5678", false), ("+1" + String(repeating: "2", count: 26), true),
            ("+1" + String(repeating: "2", count: 27), false),
        ])
    func phoneNumbers(number: String, isValid: Bool) {
        #expect(fault(.phoneNumber, number) == (isValid ? nil : .invalidPhoneNumber))
    }

    @Test(
        "network addresses are public ones",
        arguments: [
            ("193.166.3.10", nil), ("2001:708:0:0:0:0:0:1", nil), ("2001:708::1", .invalidAddress),
            ("10.1.2.3", .privateAddress), ("172.16.0.1", .privateAddress),
            ("172.32.0.1", nil), ("192.168.1.1", .privateAddress), ("fd00:0:0:0:0:0:0:1", .privateAddress),
            ("127.0.0.1", .privateAddress), ("169.254.1.1", .privateAddress), ("0:0:0:0:0:0:0:1", .privateAddress),
            ("fe80:0:0:0:0:0:0:1", .privateAddress),
            ("256.1.1.1", .invalidAddress), ("example.org", .invalidAddress), ("1.2.3", .invalidAddress),
        ] as [(String, AnswerFault?)])
    func addresses(address: String, expected: AnswerFault?) {
        #expect(fault(.ipAddress, address) == expected)
    }

    @Test("a table needs a row, and each row a value in every column")
    func tables() {
        let columns = ["name", "role"].map { FieldOption(key: $0, label: "Column") }
        let field = FieldDefinition(id: "t", type: .table, title: "T", columns: columns)
        func fault(_ rows: [[String: String]]) -> AnswerFault? {
            let cells = rows.map { $0.map { TableAnswer.Cell(column: $0.key, value: $0.value) } }
            return field.fault(of: TableAnswer(rows: cells).stored)
        }
        #expect(field.fault(of: "") == .required)
        #expect(fault([]) == .required)
        #expect(fault([["name": "Ada", "role": "lead"]]) == nil)
        #expect(fault([["name": "Ada", "role": "lead"], ["name": "Grace", "role": " "]]) == .missingColumns)
        #expect(fault([["name": "Ada"]]) == .formatError)
        #expect(fault([["name": "Ada", "shoe": "38"]]) == .formatError)
    }

    @Test("a table is saved and read as rows of cells, and stays as it is when it is not sent")
    func savingTables() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD6")
            let rows =
                #"[[{"column":"name","value":"Ada, \"the\" Countess"},{"column":"role","value":"lead"}],[]]"#
            let body =
                #"{"forms":[{"formId":4,"fields":[{"fieldId":"team","tableValues":\#(rows)}]}],"duoCodes":[]}"#
            #expect(try await ada.command("save-forms-and-duos", id, body).status == 204)
            _ = try await ada.save(id, form: 4, ["short-name": "Records"])
            let team = try await ada.application(id)["forms"][1]["fields"].element("id", "team")
            #expect(team["value"] == .null)
            #expect(team["tableValues"][0][0]["value"].text == "Ada, \"the\" Countess")
            #expect(team["tableValues"].list.count == 2)
            #expect(team["tableColumns"].list.compactMap { $0["key"].text } == ["name", "role", "institution"])
        }
    }

    @Test("the access service says text for types that its contract has no word for")
    func contractTypes() async throws {
        try await withCommittee { ada, _ async throws in
            let id = try await ada.createDraft("EGAD6")
            let fields = try await ada.application(id)["forms"][1]["fields"]
            #expect(fields.element("id", "short-name")["type"].text == "text")
            #expect(fields.element("id", "address")["type"].text == "text")
            #expect(fields.element("id", "phone")["type"].text == "phone-number")
            #expect(fields.element("id", "phone")["privacy"].text == "private")
            _ = try await ada.save(id, form: 4, ["short-name": "Records", "address": "10.0.0.1"])
            #expect(try await ada.get("applications").json[0]["description"].text == "Records")
            _ = try await ada.accept(id, [1, 3])
            let warnings = try await ada.submit(id).json["validationWarnings"]
            #expect(
                warnings.element("fieldId", "address")["key"].text == "t.form.validation/invalid-ip-address-private")
        }
    }
}
