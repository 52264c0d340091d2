import PortalModel
import Testing

@Suite("Fields that are asked for on conditions")
struct FormVisibilityTests {
    private func field(_ name: String, _ type: FieldType = .text, if condition: FieldCondition? = nil) -> FormField {
        FormField(
            id: FieldID(form: 1, field: name), type: type, title: LocalizedText(name), condition: condition)
    }

    private func visible(_ form: RequestForm, _ answers: [String: String]) -> [String] {
        let answers = Dictionary(
            uniqueKeysWithValues: answers.map { (FieldID(form: 1, field: $0), FieldValue.text($1)) })
        return form.showing(answers).fields.filter(\.isVisible).map(\.id.field)
    }

    @Test func aConditionOnAConditionalFieldFallsWithIt() {
        let form = RequestForm(
            id: 1, title: LocalizedText("F"),
            fields: [
                field("c", if: FieldCondition(field: "b", values: ["x"])),
                field("b", .option, if: FieldCondition(field: "a", values: ["yes"])),
                field("a", .option),
            ])
        #expect(visible(form, [:]) == ["a"])
        #expect(visible(form, ["a": "yes"]) == ["b", "a"])
        #expect(visible(form, ["a": "yes", "b": "x"]) == ["c", "b", "a"])
        #expect(visible(form, ["a": "no", "b": "x"]) == ["a"])
    }

    @Test func anyOfSeveralChoicesIsEnough() {
        let form = RequestForm(
            id: 1, title: LocalizedText("F"),
            fields: [field("m", .multiselect), field("x", if: FieldCondition(field: "m", values: ["b", "c"]))])
        #expect(visible(form, ["m": "a b"]) == ["m", "x"])
        #expect(visible(form, ["m": "a bc"]) == ["m"])
    }

    @Test func whatTheServiceHidesWithoutSayingWhyStaysHidden() {
        var hidden = field("h")
        hidden.isVisible = false
        #expect(visible(RequestForm(id: 1, title: LocalizedText("F"), fields: [hidden]), [:]) == [])
    }
}
