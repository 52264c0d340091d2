import PortalModel
import Testing

@Suite("The mouse in a form, and what is cut in one field for another")
struct FormMouseTests {
    private static let lines = FormStory.field("Purpose", .multilineText)

    private func place(_ id: String, row: Int, column: Int) -> AppAction {
        .clicked(.text(FieldID(form: 1, field: id), row: row, column: column), .press)
    }

    private func wheel(_ kind: MouseEvent.Kind) -> AppAction {
        .input(.mouse(MouseEvent(kind: kind, column: 5, row: 8)))
    }

    @Test("A click in a text puts the cursor there")
    func clicks() throws {
        var story = FormStory([FormStory.field("Title", .text), FormStory.field("Until", .date), Self.lines])
        story.type("One two")
        story.send(place("Title", row: 0, column: 3))
        story.type("!")
        #expect(try story.answer("Title") == .text("One! two"))
        story.send(.clicked(.field(FieldID(form: 1, field: "Until")), .press))
        story.type("2026-31")
        story.send(place("Until", row: 0, column: 4))
        story.type("-03")
        #expect(try story.answer("Until") == .text("2026-03-31"))
        // One that belongs to another field goes there.
        story.send(place("Purpose", row: 4, column: 4))
        #expect(try story.wizard.focus?.field == "Purpose")
    }

    @Test("The wheel goes past fields without finding fault with them")
    func wheelOverFields() throws {
        var story = FormStory([FormStory.field("A", .text), FormStory.field("B", .text), FormStory.field("C", .email)])
        story.send(wheel(.wheelDown))
        #expect(try story.wizard.focus?.field == "B")
        #expect(try story.status("A") == .untouched)
        story.type("words")
        story.send(wheel(.wheelDown))
        story.send(wheel(.wheelDown))
        #expect(try story.wizard.focus?.field == "C")
        #expect(try story.status("B") == .valid)
        story.send(wheel(.wheelUp))
        story.send(wheel(.wheelUp))
        story.send(wheel(.wheelUp))
        #expect(try story.wizard.focus?.field == "A")
    }

    @Test("Within a long field the wheel moves there first")
    func wheelWithin() throws {
        let options = (1...20).map { "option \($0)" }
        var story = FormStory([FormStory.field("Many", .multiselect, options: options), Self.lines])
        for _ in 0..<6 { story.send(wheel(.wheelDown)) }
        #expect(try story.wizard.focus?.field == "Many")
        story.send(wheel(.wheelDown))
        story.send(wheel(.wheelDown))
        #expect(try story.wizard.focus?.field == "Purpose")
        #expect(try story.answer("Many") == .text(""))
    }

    @Test("What was cut in one field is put back in another, and in the cell of a table")
    func cutting() throws {
        var story = FormStory([
            FormStory.field("A", .text), FormStory.field("B", .text),
            FormStory.field("T", .table, columns: [FieldOption(key: "x", label: LocalizedText("X"))]),
        ])
        story.type("Ada Lovelace")
        story.press(.control("u"), .tab, .control("y"))
        #expect(try story.answer("A") == .text(""))
        #expect(try story.answer("B") == .text("Ada Lovelace"))
        story.press(.tab, .enter, .control("y"))
        #expect(try story.answer("T") == .table([["x": "Ada Lovelace"]]))
        story.press(.control("w"), .escape, .backTab, .control("y"))
        #expect(try story.answer("B") == .text("Ada LovelaceLovelace"))
    }
}
