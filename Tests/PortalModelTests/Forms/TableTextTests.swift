import PortalModel
import Testing

@Suite("Tables as text")
struct TableTextTests {
    private let table = TableText(columns: [
        FieldOption(key: "name", label: LocalizedText("Name")),
        FieldOption(
            key: "role", label: LocalizedText("Role"),
            rule: .oneOf([
                FieldOption(key: "principal_investigator", label: LocalizedText("Principal investigator")),
                FieldOption(key: "analyst", label: LocalizedText("Analyst")),
            ])),
        FieldOption(key: "place", label: LocalizedText("Place")),
    ])

    @Test(arguments: [
        ("Ada | analyst | KI", [["name": "Ada", "role": "analyst", "place": "KI"]]),
        ("Ada|PRINCIPAL|", [["name": "Ada", "role": "principal_investigator", "place": ""]]),
        (
            "Ada\tAnalyst\tKI\r\nGrace\tboss",
            [
                ["name": "Ada", "role": "analyst", "place": "KI"], ["name": "Grace", "role": "boss"],
            ]
        ),
        (#"A\|B | analyst | C:\x | y"#, [["name": "A|B", "role": "analyst", "place": #"C:\x | y"#]]),
        ("\n | | \n", []), ("", []),
    ])
    func rowsAreUnderstoodAsTheyAreWritten(text: String, rows: [[String: String]]) {
        #expect(table.rows(in: text) == rows)
    }

    @Test func whatIsShownIsUnderstoodAgain() {
        let rows = [
            ["name": "A|B\nC", "role": "principal_investigator", "place": "KI"],
            ["name": "Ada", "role": "", "place": ""],
        ]
        let text = table.text(of: rows)
        #expect(text == "A\\|B C | Principal investigator | KI\nAda |  | ")
        #expect(
            table.rows(in: text) == [
                ["name": "A|B C", "role": "principal_investigator", "place": "KI"],
                ["name": "Ada", "role": "", "place": ""],
            ])
    }

    @Test func cellsAreHeldToTheirRules() {
        let field = FormField(
            id: FieldID(form: 1, field: "t"), type: .table, title: LocalizedText("T"), columns: table.columns)
        func problems(_ text: String) -> [FieldProblem] {
            FormValidation.problems(with: field.value(ofEdited: text), in: field)
        }
        #expect(problems("") == [.required])
        #expect(problems("Ada | analyst") == [.columnValuesMissing])
        #expect(problems("Ada | boss | KI") == [.notAnOption])
        #expect(problems("Ada | analyst | KI") == [])
    }
}
