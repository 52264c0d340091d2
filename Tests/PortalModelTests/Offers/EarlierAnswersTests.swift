import Foundation
import PortalModel
import Testing

@Suite("Answers of earlier requests")
struct EarlierAnswersTests {
    private func application(_ id: Int64, daysAgo: Double, _ fields: FormField...) -> Application {
        Application(
            id: ApplicationID(id), title: "", state: .submitted,
            modified: Story.beginning.addingTimeInterval(-daysAgo * 86_400),
            forms: [RequestForm(id: 9, title: LocalizedText("Old"), fields: fields)])
    }

    @Test("The newest comes first, and each answer once")
    func order() {
        let field = FormStory.field("Funding", .text)
        func answered(_ text: String) -> FormField { FormStory.field("Funding", .text, value: .text(text)) }
        let earlier = EarlierAnswers([
            application(1, daysAgo: 30, answered("KI")), application(3, daysAgo: 1, answered("EU")),
            application(2, daysAgo: 9, answered("KI")), application(4, daysAgo: 2, answered("  ")),
        ])
        let answers = earlier.answers(to: field)
        #expect(answers.map(\.value) == [.text("EU"), .text("KI")])
        #expect(answers.map(\.request) == [ApplicationID(3), ApplicationID(2)])
        #expect(earlier.answers(to: FormStory.field("Funding", .multilineText)).isEmpty)
        #expect(earlier.answers(to: FormStory.field("Title", .text)).isEmpty)
        // The same question in other letters.
        #expect(earlier.answers(to: FormStory.field("  FUNDING ", .text)).count == 2)
    }

    @Test("Only what can stand in the field is offered")
    func fitting() {
        var short = FormStory.field("Funding", .text)
        short.maxLength = 3
        let earlier = EarlierAnswers([
            application(
                1, daysAgo: 1, FormStory.field("Funding", .text, value: .text("A grant")),
                FormStory.field("Area", .option, options: ["a", "b"], value: .text("a")),
                FormStory.field("Place", .option, options: ["a"], value: .text("a")),
                FormStory.field("Plan", .attachment, value: .text("7")))
        ])
        #expect(earlier.answers(to: short).isEmpty)
        #expect(earlier.answers(to: FormStory.field("Area", .option, options: ["b", "a"])).count == 1)
        #expect(earlier.answers(to: FormStory.field("Area", .option, options: ["b"])).isEmpty)
        var renamed = FormStory.field("Place", .option, options: ["a"])
        renamed.options[0].label = LocalizedText("Something else")
        #expect(earlier.answers(to: renamed).isEmpty)
        #expect(earlier.answers(to: FormStory.field("Plan", .attachment)).isEmpty)
    }
}
