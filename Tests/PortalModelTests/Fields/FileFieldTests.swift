import Foundation
import PortalModel
import Testing

@Suite("Files of a field")
struct FileFieldTests {
    private static let plan = FieldID(form: 1, field: "plan")
    private static let upload = UploadID(DraftID("d"), 1)

    private func story(_ value: String = "", attachments: [File] = []) -> FormStory {
        FormStory(
            [FormStory.field("plan", .attachment, value: .text(value)), FormStory.field("title", .text)],
            attachments: attachments)
    }

    private let home = FolderListing(
        folder: "~/",
        entries: [
            FolderEntry(name: "papers", isFolder: true), FolderEntry(name: ".hidden", isFolder: true),
            FolderEntry(name: "plan-a.pdf", bytes: 2000), FolderEntry(name: "plan-b.pdf", bytes: 11_000_000),
            FolderEntry(name: "genome.bam", bytes: 5), FolderEntry(name: "empty.txt"),
        ])

    private func path(_ story: FormStory) throws -> PathEntry {
        guard case .files(let picker) = try story.wizard.editor else { throw Missing() }
        return try #require(picker.path)
    }

    private struct Missing: Error {}

    @Test func aPathIsCompletedFromItsFolder() throws {
        var story = story()
        story.press(.enter)
        #expect(story.effects == [.file(.listFolder("~/"))])
        story.send(.file(.folderListed(home)))
        // Folders, and what could be attached.
        #expect(try path(story).candidates.map(\.name) == ["papers", "plan-a.pdf", "plan-b.pdf", "empty.txt"])
        story.type("P")
        #expect(try path(story).candidates.map(\.name) == ["papers", "plan-a.pdf", "plan-b.pdf"])
        story.press(.backspace)
        story.type("pl")
        story.press(.tab)
        #expect(try path(story).text.text == "~/plan-")
        story.press(.down, .tab)
        #expect(try path(story).text.text == "~/plan-b.pdf")
    }

    @Test func aSlashBehindAFolderBeginsAnew() throws {
        var story = story()
        story.press(.enter)
        story.type("/data//tmp/")
        #expect(try path(story).text.text == "/tmp/")
        story.type("~/")
        #expect(try path(story).text.text == "~/")
    }

    @Test func aFileThatIsNotThereKeepsThePromptOpen() throws {
        var story = story()
        story.press(.enter)
        story.send(.file(.folderListed(home)))
        story.type("nothing.pdf")
        story.press(.enter)
        #expect(try path(story).text.text == "~/nothing.pdf")
        #expect(story.state.toast?.text.hasPrefix("There is no file ~/nothing.pdf.") == true)
        #expect(!story.effects.contains { if case .file(.upload) = $0 { true } else { false } })
    }

    @Test func aFolderIsLookedIntoAndALateListingDropped() throws {
        var story = story()
        story.press(.enter)
        story.send(.file(.folderListed(home)))
        story.press(.enter)
        #expect(try path(story).text.text == "~/papers/")
        #expect(story.effects.last == .file(.listFolder("~/papers/")))
        story.send(.file(.folderListed(home)))
        #expect(try path(story).candidates == [])
        story.press(.escape)
        #expect(try story.wizard.mode == .inFiles)
        #expect(story.state.screen == .wizard)
    }

    @Test(
        "Size and type are checked before anything is sent",
        arguments: [("plan-b.pdf", "11 MB"), ("genome.bam", "not taken"), ("empty.txt", "empty")])
    func refused(name: String, word: String) throws {
        var story = story()
        story.press(.enter)
        story.send(.file(.folderListed(home)))
        story.type(name)
        story.press(.enter)
        #expect(story.state.toast?.text.contains(word) == true, "\(story.state.toast?.text ?? "")")
        #expect(try story.wizard.session.uploads.isEmpty)
        #expect(!story.effects.contains { if case .file(.upload) = $0 { true } else { false } })
    }

    private func sending(_ value: String = "") -> FormStory {
        var story = story(value)
        story.press(.enter)
        story.send(.file(.folderListed(home)))
        story.type("plan-a.pdf")
        story.press(.enter)
        return story
    }

    @Test func aFileIsSentAndNamedWhenItHasArrived() throws {
        var story = sending()
        #expect(story.effects.contains(.file(.upload(Self.upload, FormStory.application, path: "~/plan-a.pdf"))))
        #expect(try story.answer("plan") == .text(""))
        #expect(try story.wizard.session.uploads.map(\.name) == ["plan-a.pdf"])
        story.send(.file(.uploadProgressed(Self.upload, sent: 900)))
        #expect(try story.wizard.session.uploads.first?.sent == 900)
        story.send(.file(.uploaded(Self.upload, .success(File(id: 5, filename: "plan-a.pdf")))))
        #expect(try story.answer("plan") == .text("5"))
        #expect(try story.wizard.session.uploads.isEmpty)
        let field = try #require(try story.wizard.form?.fields.first)
        #expect(try story.wizard.session.attachments(of: field).map(\.filename) == ["plan-a.pdf"])
        #expect(try story.wizard.status(of: field) == .valid)
        // It is on its way to the portal, which is looked at first.
        #expect(story.effects.contains { if case .write(.reconcile) = $0 { true } else { false } })
    }

    @Test func severalFilesMakeOneAnswerAndEachCanBeTakenOut() throws {
        let known = [File(id: 1, filename: "a.pdf"), File(id: 2, filename: "b.pdf")]
        var story = story("1,2", attachments: known)
        story.press(.down, .character("d"))
        #expect(try story.answer("plan") == .text("1"))
        story.press(.character("d"))
        #expect(try story.answer("plan") == .text(""))
        #expect(story.state.availability(of: .removeFile).reason == "No file is attached here.")
    }

    @Test func anUploadCanBeStoppedAndItsAnswerComesTooLate() throws {
        var story = sending()
        story.press(.character("d"))
        #expect(story.effects.last == .file(.cancelUpload(Self.upload)))
        story.send(.file(.uploaded(Self.upload, .success(File(id: 5, filename: "plan-a.pdf")))))
        #expect(try story.answer("plan") == .text(""))
        #expect(try story.wizard.session.uploads.isEmpty)
    }

    @Test func whatDidNotArriveSaysWhyAndIsForgottenOnRequest() throws {
        var story = sending()
        let failure = PortalError(.timedOut(seconds: 30), operation: "attaching the file")
        story.send(.file(.uploaded(Self.upload, .failure(failure))))
        #expect(try story.wizard.session.uploads.first?.failure == .failed(.timedOut(seconds: 30)))
        #expect(story.state.failures.map(\.error) == [failure])
        story.press(.character("d"))
        #expect(try story.wizard.session.uploads.isEmpty)
    }

    @Test func whatBrokeOffHalfWayIsSentAgainOnRequest() throws {
        var story = sending("9")
        story.send(.file(.uploadBegan(Self.upload, bytes: 4000)))
        story.send(.file(.uploadProgressed(Self.upload, sent: 1800)))
        #expect(story.state.availability(of: .retryUpload) == .hidden)
        story.send(.file(.uploaded(Self.upload, .failure(PortalError(.offline, operation: "attaching the file")))))
        #expect(story.state.toast?.text.contains("“plan-a.pdf” did not arrive") == true)
        // The answer is as it was, and the file is not forgotten when the wizard is left.
        #expect(try story.answer("plan") == .text("9"))
        story.press(.escape)
        story.perform(.editRequest)
        #expect(try story.wizard.session.uploads.map(\.name) == ["plan-a.pdf"])
        story.press(.down, "r")
        let again = UploadID(DraftID("d"), 2)
        #expect(story.effects.last == .file(.upload(again, FormStory.application, path: "~/plan-a.pdf")))
        #expect(try story.wizard.session.uploads.map(\.sent) == [0])
        // Nothing that is still told of the first try is taken for this one.
        story.send(.file(.uploaded(Self.upload, .success(File(id: 4, filename: "plan-a.pdf")))))
        #expect(try story.answer("plan") == .text("9"))
        story.send(.file(.uploaded(again, .success(File(id: 5, filename: "plan-a.pdf")))))
        #expect(try story.answer("plan") == .text("9,5"))
        #expect(try story.wizard.session.uploads.isEmpty)
    }

    @Test func quittingWhileAFileIsOnItsWayAsks() {
        var story = sending()
        story.perform(.quit)
        guard case .confirm(let question) = story.state.overlay else {
            Issue.record("It quits without a word.")
            return
        }
        #expect(question.subject == .quit)
        #expect(question.question.contains("plan-a.pdf"))
    }

    @Test func nothingIsSubmittedWhileAFileIsOnItsWay() throws {
        var story = sending()
        story.type("")
        story.press(.tab)
        story.type("T")
        story.perform(.showReview)
        #expect(
            story.state.availability(of: .submitRequest).reason == "A file is still on its way.")
    }

    @Test func aFileIsFetchedToBeReadOrKept() throws {
        let plan = File(id: 1, filename: "plan.txt", type: "text/plain")
        var story = story("1", attachments: [plan])
        story.press(.character("o"), .character("s"))
        #expect(
            story.effects == [
                .file(.fetchAttachment(FormStory.application, plan, isToRead: true)),
                .file(.fetchAttachment(FormStory.application, plan, isToRead: false)),
            ])
        story.send(.file(.attachmentFetched(plan, .success(.kept(path: "/home/ada/plan.txt")))))
        #expect(story.state.toast?.text == "Kept as /home/ada/plan.txt.")
        story.send(.file(.attachmentFetched(plan, .success(.text("We plan.")))))
        #expect(story.state.overlay == .text(title: .verbatim("plan.txt"), body: .verbatim("We plan."), offset: 0))
    }

    @Test(arguments: ["'/data/my plan.pdf'", "/data/my plan.pdf\n", "\"/data/my plan.pdf\""])
    func aPastedPathIsTaken(pasted: String) throws {
        var story = story()
        story.paste(pasted)
        #expect(try path(story).text.text == "/data/my plan.pdf")
        #expect(story.effects == [.file(.listFolder("/data/"))])
    }

    @Test func aFileThatThePortalDoesNotHaveIsAProblem() throws {
        let story = story("7", attachments: [File(id: 1, filename: "a.pdf")])
        let field = try #require(try story.wizard.form?.fields.first)
        #expect(try story.wizard.session.problems(with: field) == [.fileMissing])
    }

    @Test(arguments: [(0, "0 B"), (999, "999 B"), (1000, "1 kB"), (3_449_000, "3.4 MB"), (12_000_000, "12 MB")])
    func sizes(bytes: Int, text: String) { #expect(FileSize.words(bytes) == text) }
}
