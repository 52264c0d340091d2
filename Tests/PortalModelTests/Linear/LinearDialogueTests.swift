import Foundation
import PortalModel
import Testing

@Suite("Filling in a request one question a line")
struct LinearDialogueTests {
    private static func field(
        _ id: String, _ type: FieldType, _ change: (inout FormField) -> Void = { _ in }
    ) -> FormField {
        var field = FormStory.field(id, type)
        change(&field)
        return field
    }

    private static let title = field("title", .text) {
        $0.title = LocalizedText("Title of the project")
        $0.info = LocalizedText("As it shall be published.")
        $0.maxLength = 20
    }
    private static let leaves = field("leaves", .option) {
        $0.title = LocalizedText("Will data leave?")
        $0.options = [
            FieldOption(key: "no", label: LocalizedText("No")), FieldOption(key: "yes", label: LocalizedText("Yes")),
        ]
    }
    private static let countries = field("countries", .text) {
        $0.title = LocalizedText("Which countries?")
        $0.isOptional = true
        $0.condition = FieldCondition(field: "leaves", values: ["yes"])
        $0.isVisible = false
    }
    private static let purpose = field("purpose", .multilineText) {
        $0.title = LocalizedText("Purpose of use")
        $0.isPrivate = true
        $0.maxLength = 40
    }
    private static let terms = Licence(
        id: 4, title: LocalizedText("Terms of use"), content: .text(LocalizedText("Be kind.\nCite us.")))

    @Test("Of an answer of which a line could not be read nothing is taken")
    func unreadLine() throws {
        var story = try LinearStory([Self.purpose, Self.title])
        try story.type("First line")
        story.cannotRead()
        try story.end()
        #expect(try story.answer("purpose").text.isEmpty)
        #expect(story.wasRefused)
        #expect(story.place == .field(FieldID(form: 1, field: "purpose")))
        try story.type("The whole", "answer", ".")
        #expect(try story.answer("purpose").text == "The whole\nanswer")
        #expect(!story.wasRefused)
    }

    @Test func aWholeDialogueReadsAsItIsHeard() throws {
        var story = try LinearStory([Self.title, Self.leaves, Self.countries, Self.purpose], licences: [Self.terms])
        #expect(
            story.said == [
                "Request 17, draft, for Dataset 1.", "3 questions. :help tells what else can be typed.",
                "Form: Research project", "Question 1 of 3. Title of the project.",
                "Needed. One line. At most 20 characters.", "As it shall be published.",
                "Answer. An empty line leaves it open.",
            ])
        try story.type("Rare variants")
        #expect(
            story.said == [
                "Saved: Rare variants", "Question 2 of 3. Will data leave?", "Needed. One of the choices.", "1. No",
                "2. Yes",
                "Answer with a number or the words. An empty line leaves it open.",
            ])
        try story.type("2")
        #expect(
            story.said.prefix(3) == [
                "Saved: Yes", "Asked now, because of your answers: Which countries?",
                "Question 3 of 4. Which countries?",
            ])
        try story.type(":back", "no")
        #expect(story.said.prefix(2) == ["Saved: No", "Not asked any more: Which countries?"])
        #expect(story.place == .field(FieldID(form: 1, field: "purpose")))
        #expect(
            story.said.contains(
                "Needed. A text of one line or more. At most 40 characters. Private: reviewers do not see this answer.")
        )
        try story.type("First line.", "..and a dot", ".")
        #expect(try story.answer("purpose") == .text("First line.\n.and a dot"))
        #expect(
            story.said.suffix(4) == [
                "Licence 1 of 1. Terms of use.", "Be kind.", "Cite us.",
                "Type accept to accept it. An empty line leaves it open.",
            ])
        try story.type("accept")
        #expect(
            story.said == [
                "Review.", "Dataset: Dataset 1", "1. Title of the project: Rare variants", "2. Will data leave?: No",
                "3. Purpose of use: First line. .and a dot", "Licence Terms of use: accepted",
                "Nothing is missing. Type submit to send it; the committee gets these answers. :back goes back, :quit "
                    + "keeps everything for later.",
            ])
        try story.type("send")
        #expect(story.deeds.isEmpty)
        try story.type("submit")
        #expect(story.deeds == [.submit])
    }

    @Test func anAnswerThatIsRefusedIsAskedForAgainAndNothingIsChanged() throws {
        var story = try LinearStory([Self.title, Self.field("mail", .email), Self.field("day", .date)])
        try story.type("A title that is much too long for this")
        #expect(story.said.first == "Not taken. Too long: 18 of 38 characters have to go.")
        #expect(story.wasRefused)
        #expect(try story.answer("title") == .text(""))
        try story.type("Short", "nobody")
        #expect(story.said.first?.hasPrefix("Not taken. Not an e-mail address.") == true)
        try story.type(" ada@example.org ", "31.12.2026", "2026-12-31")
        #expect(try story.answer("mail") == .text("ada@example.org"))
        #expect(try story.answer("day") == .text("2026-12-31"))
        #expect(!story.wasRefused)
        #expect(story.place == .review)
    }

    @Test func anEmptyLineKeepsWhatIsThere() throws {
        let id = FieldID(form: 1, field: "title")
        var story = try LinearStory([Self.title, Self.purpose], answers: [id: .text("Kept")])
        #expect(story.said.contains("Present answer: Kept"))
        try story.type("")
        #expect(story.said.first == "Kept: Kept")
        try story.type("")
        #expect(story.said.first == "Left open. It is needed before the request can be submitted.")
        #expect(
            story.said.last
                == "One thing is missing. An empty line goes to the first; :quit keeps everything for later.")
        try story.type("")
        #expect(story.place == .field(FieldID(form: 1, field: "purpose")))
        try story.type(":goto 1", ":clear")
        #expect(try story.answer("title") == .text(""))
    }

    @Test func onePlaceIsFoundInSeveralWays() throws {
        var story = try LinearStory([Self.title, Self.leaves, Self.purpose], licences: [Self.terms])
        try story.type(":goto 3")
        #expect(story.place == .field(Self.purpose.id))
        try story.type(":goto 1/leaves")
        #expect(story.place == .field(Self.leaves.id))
        try story.type(":goto title")
        #expect(story.place == .field(Self.title.id))
        try story.type(":goto terms")
        #expect(story.place == .licence(4))
        try story.type(":goto review")
        #expect(story.place == .review)
        try story.type(":goto nowhere")
        #expect(story.said == ["There is no question “nowhere”; :list reads all with their numbers."])
        try story.type(":goto 1", ":back")
        #expect(story.said.first == "This is the first question.")
        try story.type(":missing")
        #expect(story.said.count == 4)
        try story.type(":list")
        #expect(story.said.first == "Question 1 of 3. Title of the project. Missing.")
        try story.type(":nonsense")
        #expect(story.said.first?.hasPrefix(":nonsense means nothing here") == true)
        try story.type("::colon")
        #expect(try story.answer("title") == .text(":colon"))
        try story.type(":quit")
        #expect(story.deeds == [.leave])
    }

    @Test func aDialogueGoesOnWhereSomethingIsOpen() throws {
        let story = try LinearStory(
            [Self.title, Self.purpose], answers: [Self.title.id: .text("There")], resumes: true)
        #expect(story.place == .field(Self.purpose.id))
        #expect(story.said.contains("Going on at the first that is open; :goto 1 goes to the beginning."))
    }

    @Test func theEndOfTheInputEndsAnAnswerOfSeveralLines() throws {
        var story = try LinearStory([Self.purpose])
        try story.type("Not ended")
        try story.end()
        #expect(try story.answer("purpose") == .text("Not ended"))
    }

    @Test func tablesAreRowsWithCommas() throws {
        let columns = ["name", "role"].map { FieldOption(key: $0, label: LocalizedText($0.uppercased())) }
        var story = try LinearStory([Self.field("team", .table) { $0.columns = columns }])
        #expect(story.said.contains("Columns: NAME, ROLE."))
        try story.type("Ada", ".")
        #expect(story.said.first == "Not taken. Every column of every row has to be filled in.")
        try story.type("role,name", "PI,\"Lovelace, Ada\"", "Engineer,Charles", ".")
        #expect(
            try story.answer("team")
                == .table([["name": "Lovelace, Ada", "role": "PI"], ["name": "Charles", "role": "Engineer"]]))
        #expect(story.said.first == "Saved: 2 rows.")
    }

    @Test func filesAreNamedByTheirPaths() throws {
        var story = try LinearStory([Self.field("plan", .attachment)])
        try story.type("~/plan.pdf", "data.csv", ".")
        #expect(story.deeds == [.attach(FieldID(form: 1, field: "plan"), ["~/plan.pdf", "data.csv"])])
    }

    @Test func hiddenAnswersComeBackWhenTheyAreSetBack() throws {
        // The service has "no"; "yes" is here, and then "no" again.
        var leaves = Self.leaves
        leaves.value = .text("no")
        var story = try LinearStory([leaves, Self.countries])
        try story.type("yes")
        #expect(try story.answer("leaves") == .text("yes"))
        try story.type(":goto 1", "no")
        #expect(try story.answer("leaves") == .text("no"))
    }
}

@Suite("What a typed choice means")
struct LinearChoiceTests {
    private static func story(_ labels: [String], _ type: FieldType = .multiselect) throws -> LinearStory {
        var field = FormStory.field("f", type)
        field.options = labels.enumerated().map { FieldOption(key: "k-\($0)-\($1.count)", label: LocalizedText($1)) }
        return try LinearStory([field])
    }

    @Test(
        arguments: [
            ("1", ["One"]), ("1 3", ["One", "Three, really"]), ("three, really", ["Three, really"]),
            ("on; tw", ["One", "Two"]), ("3,1", ["One", "Three, really"]), ("k-1-3", ["Two"]),
        ] as [(String, [String])])
    func byNumberLabelKeyOrBeginning(typed: String, labels: [String]) throws {
        var story = try Self.story(["One", "Two", "Three, really"])
        try story.type(typed)
        #expect(story.said.first == "Saved: \(labels.joined(separator: ", "))")
    }

    @Test func whatCouldBeSeveralIsAskedAgain() throws {
        var story = try Self.story(["Oncology", "Ophthalmology", "Other"], .option)
        try story.type("o")
        #expect(story.said.first == "Not taken. “o” could be “Oncology”, “Ophthalmology”, “Other”. Type more of it.")
        try story.type("4")
        #expect(story.said.first == "Not taken. “4” is not one of the choices; :choices reads them.")
    }

    @Test func choicesThatAreNumbersHaveNoOtherNumbers() throws {
        var field = FormStory.field("f", .option)
        field.options = ["3", "2", "1"].map { FieldOption(key: $0, label: LocalizedText("\($0) years")) }
        var story = try LinearStory([field])
        #expect(story.said.contains("3: 3 years"))
        try story.type("1")
        #expect(try story.answer("f") == .text("1"))
    }

    @Test func longListsAreReadOnDemand() throws {
        var story = try Self.story((1...30).map { "Country \($0 * 7)" }, .option)
        #expect(story.said.contains("30 choices. Type the beginning of one; :choices reads them all."))
        try story.type(":choices")
        #expect(story.said.count == 30)
    }
}
