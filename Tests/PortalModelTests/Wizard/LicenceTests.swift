import Foundation
import PortalModel
import Testing

@Suite("Reading and accepting licences")
struct LicenceTests {
    private static let text = Licence(
        id: 1, title: LocalizedText("Terms"),
        content: .text(
            LocalizedText([
                LocalizedText.Variant(language: "en", text: "Be good."),
                LocalizedText.Variant(language: "fr", text: "Soyez sages."),
            ])))
    private static let link = Licence(
        id: 2, title: LocalizedText("Framework"), content: .link(LocalizedText("https://policy.example")))
    private static let file = Licence(
        id: 3, title: LocalizedText("Agreement"),
        content: .attachment(
            name: LocalizedText([
                LocalizedText.Variant(language: "fr", text: "accord.txt"),
                LocalizedText.Variant(language: "en", text: "agreement.txt"),
            ]),
            file: LocalizedText([
                LocalizedText.Variant(language: "fr", text: "92"), LocalizedText.Variant(language: "en", text: "91"),
            ])))
    private static let english = LicenceFile(licence: 3, language: "en", attachment: 91, name: "agreement.txt")
    private static let draft = DraftID("d")

    /// In the step of the licences, with the cursor on one.
    private func story(_ index: Int = 0) -> FormStory {
        var story = FormStory(
            [FormStory.field("title", .text, isOptional: true)], licences: [Self.text, Self.link, Self.file])
        story.perform(.nextStep)
        for _ in 0..<index { story.press(.down) }
        return story
    }

    @Test func aTextIsReadInFullAndAcceptedThere() throws {
        var story = story()
        story.press(.enter)
        #expect(story.state.overlay == .licence(offset: 0))
        #expect(story.effects == [])
        story.press(" ")
        #expect(try story.wizard.session.draft.acceptedLicences == [1])
        #expect(story.state.overlay == .licence(offset: 0))
        story.press(" ")
        #expect(try story.wizard.session.draft.acceptedLicences == [])
        story.press("A")
        #expect(try story.wizard.session.draft.acceptedLicences == [1, 2, 3])
        story.press(.escape)
        #expect(try story.wizard.mode == .licences)
    }

    @Test func theTermsAreShownInTheLanguageThatIsAskedFor() throws {
        var story = story()
        story.press("t", "y")
        #expect(story.effects == [.host(.copy("Soyez sages."))])
        story.press("t", "y")
        #expect(story.effects.last == .host(.copy("Be good.")))
        story.press(.down)
        #expect(!story.state.availability(of: .changeLanguage).isAvailable)
    }

    @Test func anAddressIsCopied() {
        var story = story(1)
        story.press(.enter, "y")
        #expect(story.effects == [.host(.copy("https://policy.example"))])
    }

    @Test func aFileIsFetchedWhenItIsReadAndShownWhenItIsText() throws {
        var story = story(2)
        #expect(story.effects == [], "Nothing is fetched before it is asked for.")
        #expect(!story.state.availability(of: .copyIdentifier).isAvailable)
        story.press(.enter)
        #expect(
            story.effects == [.file(.fetchLicence(Self.draft, FormStory.application, Self.english, isToRead: true))])
        #expect(try story.wizard.session.licenceFiles[Self.english] == .fetching(since: Story.beginning))
        story.send(.session(Self.draft, .licenceFetched(Self.english, isToRead: true, .success(.text("We agree.")))))
        #expect(try story.wizard.session.licenceFiles[Self.english] == .text("We agree."))
        // It is not fetched again.
        story.press(.escape, .enter, "y")
        #expect(story.effects.dropFirst() == [.host(.copy("We agree."))])
    }

    @Test func anotherLanguageIsAnotherFile() {
        var story = story(2)
        story.press(.enter, "t")
        let french = LicenceFile(licence: 3, language: "fr", attachment: 92, name: "accord.txt")
        #expect(story.effects.last == .file(.fetchLicence(Self.draft, FormStory.application, french, isToRead: true)))
    }

    @Test func whatIsNoTextIsKeptAndItsPathShown() throws {
        var story = story(2)
        story.press(.enter)
        story.send(
            .session(
                Self.draft,
                .licenceFetched(Self.english, isToRead: true, .success(.kept(path: "/home/ada/agreement.pdf")))))
        #expect(try story.wizard.session.licenceFiles[Self.english] == .kept(path: "/home/ada/agreement.pdf"))
        story.press("y")
        #expect(story.effects.last == .host(.copy("/home/ada/agreement.pdf")))
    }

    @Test func aFileThatDoesNotComeIsFetchedAgainOnRequest() throws {
        var story = story(2)
        story.press(.enter)
        story.send(.session(Self.draft, .licenceFetched(Self.english, isToRead: true, .failure(Made.offline))))
        #expect(try story.wizard.session.licenceFiles[Self.english] == .failed(Made.offline))
        #expect(story.state.failures.map(\.error) == [Made.offline])
        story.press("r")
        #expect(try story.wizard.session.licenceFiles[Self.english] == .fetching(since: Story.beginning))
        #expect(
            story.effects.last == .file(.fetchLicence(Self.draft, FormStory.application, Self.english, isToRead: true)))
    }

    @Test func theNextLicenceFollows() throws {
        var story = story()
        story.press(.enter, .tab)
        #expect(try story.wizard.selectedLicence == Self.link)
        story.press(.tab)
        #expect(try story.wizard.selectedLicence == Self.file)
        #expect(story.effects.count == 1)
        story.press(.tab)
        #expect(try story.wizard.selectedLicence == Self.file)
        story.press(.backTab)
        #expect(try story.wizard.selectedLicence == Self.link)
    }
}
