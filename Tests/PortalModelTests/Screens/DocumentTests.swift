import Foundation
import PortalModel
import Testing

@Suite("Requests as files, and answers out of files")
struct DocumentTests {
    private static let title = FieldID(form: 1, field: "title")
    private static let leaves = FieldID(form: 1, field: "leaves")
    private static let countries = FieldID(form: 1, field: "countries")

    private static func wizard() throws -> FormStory {
        var countries = FormStory.field(
            "countries", .text, condition: FieldCondition(field: "leaves", values: ["yes"]))
        countries.isVisible = false
        var story = FormStory([
            FormStory.field("title", .text), FormStory.field("leaves", .option, options: ["no", "yes"]), countries,
            FormStory.field("why", .text),
        ])
        story.type("Mine")
        return story
    }

    private static func offer(in story: FormStory) throws -> AnswersOffer {
        guard case .answersFile(let prompt) = story.state.overlay, case .offer(let offer, _) = prompt.stage else {
            throw StoryFailure("no offer is shown")
        }
        return offer
    }

    private struct StoryFailure: Error {
        var words: String
        init(_ words: String) { self.words = words }
    }

    private static let file = AnswersRead(
        answers: [title: .text("Theirs"), leaves: .text("yes"), countries: .text("DE")],
        unknown: [.words("a.yaml, line 9: form 1 has no field “x”.")])

    private func loaded() throws -> FormStory {
        var story = try Self.wizard()
        story.press(.alt("o"))
        story.type("a.yaml")
        story.press(.enter)
        #expect(story.effects.contains { if case .file(.readAnswers(path: "a.yaml", _)) = $0 { true } else { false } })
        story.send(.file(.answersRead(.success(Self.file))))
        return story
    }

    @Test func loadingTellsWhatItWouldChange() throws {
        let offer = try Self.offer(in: try loaded())
        #expect(offer.new == [Self.leaves, Self.countries])
        #expect(offer.different == [Self.title])
        #expect(offer.hidden == [Self.countries])
        #expect(offer.missing == 1)
        #expect(offer.choices == [.fillEmpty, .replace, .leave])
    }

    @Test func emptyQuestionsAreFilledAndNothingIsReplaced() throws {
        var story = try loaded()
        story.press(.enter)
        #expect(story.state.overlay == nil)
        #expect(try story.answer("title") == .text("Mine"))
        #expect(try story.answer("leaves") == .text("yes"))
        #expect(try story.answer("countries") == .text("DE"), "it appeared by another answer of the file")
    }

    @Test func answersAreReplacedWhenThatIsChosen() throws {
        var story = try loaded()
        story.press(.down, .enter)
        #expect(try story.answer("title") == .text("Theirs"))
        story.type("!")
        #expect(try story.answer("title") == .text("Theirs!"), "the editor has the new text")
    }

    @Test func leavingChangesNothing() throws {
        var story = try loaded()
        story.press(.escape)
        #expect(story.state.overlay == nil)
        #expect(try story.answer("title") == .text("Mine"))
        #expect(try story.answer("leaves") == .text(""))
        var late = try Self.wizard()
        late.send(.file(.answersRead(.success(Self.file))))
        #expect(late.state.overlay == nil, "nobody waits for it any more")
    }

    @Test func aFileThatCannotBeReadIsAskedForAgain() throws {
        var story = try Self.wizard()
        story.press(.alt("o"), .enter)
        guard case .answersFile(let empty) = story.state.overlay else { throw StoryFailure("no prompt") }
        #expect(empty.problem == .file(.typePath))
        story.type("b.yaml")
        story.press(.enter)
        story.send(.file(.answersRead(.failure(PortalError(.local, operation: "x", detail: "b.yaml is not there.")))))
        guard case .answersFile(let prompt) = story.state.overlay else { throw StoryFailure("no prompt") }
        #expect(prompt.problem == .words("b.yaml is not there."))
        #expect(prompt.stage == .path)
        #expect(prompt.path.text == "b.yaml")
    }

    @Test func savingWritesTheAnswersThatAreHere() throws {
        var story = try Self.wizard()
        story.press(.alt("w"), .enter)
        let written = story.effects.compactMap { effect -> Application? in
            if case .file(.writeAnswers(path: "answers.yaml", let application, _)) = effect { application } else { nil }
        }
        #expect(try #require(written.first).field(Self.title)?.value == .text("Mine"))
        story.send(.file(.answersWritten(.success("/home/ada/answers.yaml"))))
        #expect(story.state.overlay == nil)
        #expect(story.state.toast?.text.contains("/home/ada/answers.yaml") == true)
    }

    @Test func aRequestIsWrittenInTheFormatThatIsChosen() throws {
        var state = AppState(
            now: Story.beginning, terminal: TerminalState(columns: 80, rows: 24), profile: .test)
        let application = Made.fullApplication(17, .submitted)
        state.screen = .requests
        state.requests.applications = [application.summary]
        state.requests.open = OpenRequest(id: application.id)
        state.requests.open?.application = application
        _ = reduce(into: &state, .input(.key(.character("E"))))
        #expect(state.overlay == .export(selection: 0))
        for key in [Key.down, .down, .down] { _ = reduce(into: &state, .input(.key(key))) }
        let effects = reduce(into: &state, .input(.key(.enter)))
        #expect(effects.contains(.file(.exportRequest(application, .pdf))))
        #expect(state.overlay == nil)
        _ = reduce(
            into: &state,
            .file(.requestExported(.success(ExportedDocument(path: "/d/request-17.pdf", note: .words("Note."))))))
        #expect(state.toast?.text == "The request is in /d/request-17.pdf. Note.")
    }
}
