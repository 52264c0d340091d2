import Testing

@testable import PortalModel

@Suite("Tables, edited cell by cell")
struct TableFieldTests {
    private static let roles = ["principal_investigator", "analyst"].map {
        FieldOption(key: $0, label: LocalizedText($0 == "analyst" ? "Analyst" : "Principal investigator"))
    }
    private static let columns = [
        FieldOption(key: "name", label: LocalizedText("Name")),
        FieldOption(key: "role", label: LocalizedText("Role"), rule: .oneOf(roles)),
    ]

    private func story(_ rows: [[String: String]] = []) -> FormStory {
        FormStory([
            FormStory.field("team", .table, columns: Self.columns, value: .table(rows)),
            FormStory.field("title", .text),
        ])
    }

    private func rows(_ story: FormStory) throws -> [[String: String]] {
        guard case .table(let rows) = try story.answer("team") else { return [] }
        return rows
    }

    @Test func typingFillsOneCellAfterTheOther() throws {
        var story = story()
        #expect(try story.wizard.mode == .inTable)
        story.type("Ada")
        #expect(try story.wizard.mode == .editingCell)
        // Every letter is part of the answer at once, so that it is kept like all others.
        #expect(try rows(story) == [["name": "Ada"]])
        story.press(.enter)
        story.type("prin")
        story.press(.tab)
        story.type("Grace")
        story.press(.enter)
        story.type("Analyst")
        story.press(.escape)
        #expect(
            try rows(story) == [
                ["name": "Ada", "role": "principal_investigator"], ["name": "Grace", "role": "analyst"],
            ])
        story.press(.tab)
        #expect(try story.wizard.focusedField?.id.field == "title")
        let team = try #require(try story.wizard.form?.fields.first)
        #expect(try story.wizard.status(of: team) == .valid)
    }

    @Test func escapeEndsTheTableBeforeItLeavesTheRequest() throws {
        var story = story()
        story.type("Ada")
        story.press(.enter)
        story.type("Analyst")
        // A new row, in which nothing stands yet.
        story.press(.enter, .escape)
        #expect(story.state.screen == .wizard)
        #expect(try rows(story) == [["name": "Ada", "role": "analyst"]])
        story.press(.escape)
        #expect(story.state.screen == .requests)
    }

    @Test func enterInAnEmptyLastRowGoesOn() throws {
        var story = story()
        story.type("Ada")
        story.press(.enter)
        story.type("Analyst")
        story.press(.enter, .enter)
        #expect(try story.wizard.focusedField?.id.field == "title")
        #expect(try rows(story) == [["name": "Ada", "role": "analyst"]])
    }

    @Test func rowsAreAddedMovedAndDeleted() throws {
        var story = story([["name": "A"], ["name": "B"]])
        story.press(.alt("j"))
        #expect(try rows(story).map { $0["name"] } == ["B", "A"])
        story.press(.alt("k"), .insert)
        story.type("C")
        story.press(.escape)
        #expect(try rows(story).map { $0["name"] } == ["A", "C", "B"])
        story.press(.up, .alt("d"))
        #expect(try rows(story).map { $0["name"] } == ["C", "B"])
        story.press(.control("_"))
        #expect(try rows(story).map { $0["name"] } == ["A", "C", "B"])
        story.press(.alt("_"))
        #expect(try rows(story).map { $0["name"] } == ["C", "B"])
    }

    @Test func aRowWithoutWordsIsNoAnswer() throws {
        var story = story([["name": "A", "role": "analyst"]])
        story.press(.insert, .insert)
        #expect(try rows(story).count == 1)
        let revision = try story.wizard.session.draft.revision
        story.press(.alt("d"))
        #expect(try story.wizard.session.draft.revision == revision)
    }

    @Test func theLastRowCanBeDeletedAndTypedAnew() throws {
        var story = story([["name": "A"]])
        story.press(.alt("d"))
        #expect(try rows(story) == [])
        story.type("B")
        #expect(try rows(story) == [["name": "B"]])
    }

    @Test func enterOpensACellWithWhatIsInIt() throws {
        var story = story([["name": "Ada", "role": "analyst"]])
        story.press(.enter)
        story.type(" Lovelace")
        #expect(try rows(story) == [["name": "Ada Lovelace", "role": "analyst"]])
        // Within the cell its own letters are undone, afterwards the cell as a whole.
        story.press(.escape, .control("_"))
        #expect(try rows(story) == [["name": "Ada", "role": "analyst"]])
        story.press(.delete)
        #expect(try rows(story) == [["role": "analyst"]])
    }

    @Test func arrowsGoThroughTheChoicesOfACell() throws {
        var story = story([["name": "Ada"]])
        story.press(.right, .enter, .down)
        #expect(try rows(story).first?["role"] == "principal_investigator")
        story.press(.down, .down, .up)
        #expect(try rows(story).first?["role"] == "analyst")
    }

    @Test(
        "Rows are pasted as CSV and TSV, with or without the names of the columns",
        arguments: [
            "Ada,analyst\nGrace,Principal", "Ada\tAnalyst\r\nGrace\tprincipal_investigator\r\n",
            "Role;Name\nAnalyst;Ada\nPrincipal investigator;Grace\n", "\"Ada\",\"Analyst\"\n\n\"Grace\", \"PRIN\"",
        ])
    func pasted(text: String) throws {
        var story = story()
        story.paste(text)
        #expect(
            try rows(story) == [
                ["name": "Ada", "role": "analyst"], ["name": "Grace", "role": "principal_investigator"],
            ])
        #expect(story.state.toast?.text.contains("2 rows") == true)
        story.press(.control("_"))
        #expect(try rows(story) == [])
    }

    @Test func aPasteGoesBelowTheCursorAndOneLineIntoTheCellThatIsEdited() throws {
        var story = story([["name": "A"], ["name": "B"]])
        story.paste("X,\nY,")
        #expect(try rows(story).map { $0["name"] } == ["A", "X", "Y", "B"])
        story.press(.enter)
        story.paste(" and, more")
        #expect(try rows(story).map { $0["name"] } == ["A", "X", "Y and, more", "B"])
    }

    @Test func whatIsTooMuchStaysInTheLastColumn() throws {
        var story = FormStory([
            FormStory.field("t", .table, columns: ["a", "b"].map { FieldOption(key: $0, label: LocalizedText($0)) })
        ])
        story.paste("1,2,3,4\n5")
        #expect(try story.answer("t") == .table([["a": "1", "b": "2, 3, 4"], ["a": "5"]]))
    }

    @Test func aClickGoesToACellAndASecondOneOpensIt() throws {
        var story = story([["name": "A"], ["name": "B", "role": "analyst"]])
        story.press(.tab)
        let id = FieldID(form: 1, field: "team")
        story.send(.clicked(.cell(id, row: 1, column: 1), .press))
        #expect(try story.wizard.mode == .inTable)
        story.send(.clicked(.cell(id, row: 1, column: 1), .press))
        #expect(try story.wizard.mode == .editingCell)
    }

    @Test(arguments: [
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("\"a,1\",\"say \"\"x\"\"\"\r\nc,", [["a,1", "say \"x\""], ["c", ""]]),
        ("a;b,c;d", [["a", "b,c", "d"]]), ("a\tb,c", [["a", "b,c"]]), ("\"a\nb\",c", [["a\nb", "c"]]), ("", []),
        ("\n,\n", []), ("\"never closed, 1\n2", [["never closed, 1\n2"]]), ("5\" disk,x", [["5\" disk", "x"]]),
    ])
    func delimitedText(text: String, rows: [[String]]) {
        #expect(DelimitedText(text).rows == rows)
    }

    @Test("Whatever is pressed, the cursor is in the table and undoing leads back to the beginning")
    func anyKeys() throws {
        let keys: [Key] = [
            "x", "é", .enter, .tab, .escape, .up, .down, .left, .right, .insert, .alt("d"), .alt("j"), .alt("k"),
            .delete, .backspace, .pageDown, .home, .end, .backTab, .control("k"),
        ]
        for seed in 0..<60 {
            var random = SeededGenerator(seed: UInt64(seed))
            let before = [["name": "A", "role": "analyst"], ["name": "B", "role": "analyst"]]
            var editor = TableEditor(before, columns: Self.columns)
            for _ in 0..<40 { apply(keys.randomElement(using: &random) ?? .enter, to: &editor) }
            #expect(editor.rows.indices.contains(editor.row) && editor.columns.indices.contains(editor.column))
            editor.endCell()
            while editor.undo() == .changed {}
            #expect(editor.rows == before)
        }
    }

    /// What the wizard makes of a key, by the key table.
    private func apply(_ key: Key, to editor: inout TableEditor) {
        let context: KeyContext = editor.cell == nil ? .wizardTable : .wizardCell
        switch KeyMap.standard.command(for: key, in: [context]) {
        case .editCell: _ = editor.editCell(languages: [])
        case .nextCell: _ = editor.nextCell()
        case .previousCell: editor.previousCell()
        case .addRow: _ = editor.addRow()
        case .deleteRow: _ = editor.deleteRow()
        case .moveRowUp: _ = editor.moveRow(by: -1)
        case .moveRowDown: _ = editor.moveRow(by: 1)
        case .goBack: editor.endCell()
        case .moveLeft: editor.moveColumn(by: -1)
        case .moveRight: editor.moveColumn(by: 1)
        case let command?: if let movement = Movement(command) { editor.move(movement, page: 3) }
        case nil: _ = editor.handle(key, languages: [], width: 20)
        }
    }
}
