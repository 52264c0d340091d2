import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// A request filled in one question a line.
    @Suite struct Linear {
        @Test func aRequestIsFilledInAndSubmittedThroughAPipe() async throws {
            let story = try CommandStory()
            let id = try await story.dataset()
            let questions = try await story.portal("request", "fill", "--linear", "--dataset", id, input: "")
            #expect(questions.status == 6, "\(questions.words)")
            #expect(questions.output.contains("The input ended; nothing was submitted."))
            #expect(questions.output.contains("Title of the project"))
            let number = try #require(questions.output.firstMatch(of: /Request (\d+), draft/)?.1)

            let refused = try await story.portal(
                "request", "fill", String(number), "--linear", input: ":goto 1/principal-investigator-email\nnobody\n")
            #expect(refused.status == 6)

            let typed = """
                :goto 1/project-title
                Rare variants, heard
                :goto 1/principal-investigator-email
                nobody
                ada@institution.example
                """
            let run = try await story.portal("request", "fill", String(number), "--linear", input: typed)
            #expect(run.output.contains("Saved: Rare variants, heard"))
            #expect(run.output.contains("Not taken. Not an e-mail address."))
            #expect(run.output.contains("Saved: ada@institution.example"))
            #expect(!run.output.contains("\u{1B}"))
            let shown = try await story.portal("request", "show", String(number))
            #expect(shown.output.contains("Rare variants, heard"))

            let answers = try story.answers()
            let filled = try await story.portal("request", "new", "--dataset", id, "--answers", answers)
            #expect(filled.status == 0, "\(filled.words)")
            let sent = try await story.portal(
                "request", "fill", String(number), "--linear",
                input: ":goto review\nsubmit\n\naccept\naccept\naccept\naccept\n:review\nsubmit\n")
            #expect(sent.output.contains("Nothing is missing."), "\(sent.output)")
            #expect(sent.status == 0, "\(sent.words) \(sent.output)")
            #expect(sent.output.contains("is submitted."))
            let list = try await story.portal("requests", "--json").records()
            #expect(list.first?["state"] != .text("draft"))
        }

        @Test func whatWasAcceptedOutlivesAKillOnADumbTerminal() async throws {
            let story = try CommandStory()
            let id = try await story.dataset()
            var environment = story.home.environment
            environment["PORTAL_TOKEN"] = story.demo.listening.token
            environment["TERM"] = "dumb"
            let arguments = [
                try ProgramUnderTest.portal(), "request", "fill", "--linear", "--dataset", id, "--discovery",
                story.demo.listening.discovery, "--access", story.demo.listening.access,
            ]
            let first = try TmuxTerminal(arguments, environment: environment)
            _ = try await first.waitFor("An empty line leaves it open")
            try await first.type(":goto 1/project-title")
            try await first.press("Enter")
            _ = try await first.waitFor("Title of the project")
            try await first.type("Kept through a kill")
            try await first.press("Enter")
            _ = try await first.waitFor("Saved: Kept through a kill")
            try await first.type("half of the next ans")
            try await first.kill()
            _ = try await first.waitForExit()
            let bytes = try await first.stream()
            #expect(!bytes.contains(0x1B), "no escape sequence")
            await first.close()

            let second = try TmuxTerminal(arguments, environment: environment)
            _ = try await second.waitFor("Going on at the first that is open")
            try await second.type(":goto 1/project-title")
            try await second.press("Enter")
            _ = try await second.waitFor("Present answer: Kept through a kill")
            try await second.type(":quit")
            try await second.press("Enter")
            #expect(try await second.waitForExit() == 0)
            await second.close()
        }

        @Test("A file is attached line by line, and one that is not there is said to be missing")
        func attachesAFile() async throws {
            let story = try CommandStory()
            let plan = try story.home.write("where the data will lie", to: "plan.pdf")
            let run = try await story.portal(
                "request", "fill", "--linear", "--dataset", "mimic-iv",
                input: ":goto Data management\n\(plan)\n.\n:goto Data management\n\(plan)x\n.\n:quit\n")
            #expect(run.status == 0, "\(run.words) \(run.output)")
            #expect(run.output.contains("Saved: plan.pdf"), "\(run.output)")
            #expect(run.output.contains("plan.pdfx is not attached."), "\(run.output)")
            let requests = try await story.portal("requests", "--json").records()
            let shown = try await story.portal("request", "show", requests.first?["id"]?.text ?? "")
            #expect(shown.output.contains("plan.pdf"))
        }

        /// The developer guide's list of organisations: read on demand, taken by a number, and for those who take part.
        @Test func organisationsOfThePortalAreReadAndTaken() async throws {
            let story = try CommandStory()
            let guide = story.demo.listening.guide
            func fill(_ lines: String) async throws -> CommandRun {
                try await story.bare(
                    [
                        "request", "fill", "--linear", "--dataset", id, "--discovery", guide, "--access", guide,
                        "--discovery-dialect", "guide", "--access-dialect", "guide",
                    ], environment: ["PORTAL_TOKEN": story.demo.listening.token], input: lines)
            }
            let id = try #require(
                try await story.bare(
                    [
                        "search", "developmental disorders", "--limit", "1", "--json", "--discovery", guide,
                        "--discovery-dialect", "guide",
                    ]
                ).records().first?["id"]?.text)
            let run = try await fill(
                ":goto 1/purpose\n:choices\n:goto 1/organization\n:choices wellcome san\n:take 7\n:take 1\n"
                    + ":goto 1/participants\n:choices zzzz\n:choices wellcome\n:take 1\n:quit\n")
            #expect(run.output.contains("There is nothing to choose from here."), "\(run.output)")
            #expect(run.output.contains("The portal lists organisations: :choices reads them"))
            #expect(run.output.contains("1. Wellcome Sanger Institute"))
            #expect(run.output.contains("There is no 7 to take here"))
            #expect(run.output.contains("Saved: Wellcome Sanger Institute"))
            #expect(run.output.contains("None has “zzzz”."))
            #expect(run.output.contains("There is no 1 to take here"), "a table takes rows")
            let again = try await fill(":goto 1/organization\n:quit\n")
            #expect(again.output.contains("Present answer: Wellcome Sanger Institute"), "\(again.output)")
        }

        @Test func withoutTheFlagItSaysHow() async throws {
            let story = try CommandStory()
            let run = try await story.portal("request", "fill", "1", environment: ["TERM": "dumb"])
            #expect(run.status == 2)
            #expect(run.words.contains("--linear"))
        }
    }

    /// Documents and files of a request.
    @Suite struct Documents {
        @Test(.needsJSONSchema)
        func aRequestIsExportedAndItsFilesAreFetched() async throws {
            let story = try CommandStory()
            let id = try await story.dataset()
            let made = try await story.portal("request", "new", "--dataset", id, "--answers", try story.answers())
            let number = try #require(made.lines.last)
            let paper = try story.home.write("approved", to: "approval.txt")
            // Two of one name; the first is there already when it is attached once more.
            let other = try story.home.write("approved by the other board", to: "board/approval.txt")
            for file in [paper, other, paper] { try await story.portal("request", "attach", number, file) }

            let markdown = story.home.path + "/request.md"
            let first = try await story.portal("request", "export", number, "--output", markdown)
            #expect(first.status == 0, "\(first.words)")
            let text = try String(contentsOfFile: markdown, encoding: .utf8)
            #expect(text.contains("**Title of the project**\n\n> Rare variants in childhood"))
            #expect(text.contains("approval.txt"))
            let again = try await story.portal("request", "export", number, "--output", markdown)
            #expect(again.status == 1)
            #expect(again.words.contains("was left as it is"))
            #expect(try await story.portal("request", "export", number, "-o", markdown, "--overwrite").status == 0)
            let mode = try FileManager.default.attributesOfItem(atPath: markdown)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            // What none of ours is, is not called so.
            let document = story.home.path + "/req.docx"
            let refused = try await story.portal("request", "export", number, "--output", document)
            #expect(refused.status == 2 && refused.words.contains("ends in .docx"), "\(refused.words)")
            #expect(!FileManager.default.fileExists(atPath: document))
            let json = try await story.portal("request", "export", number, "--format", "json")
            try await json.conforms(to: "request")

            let kept = story.home.path + "/kept.yaml"
            let saved = try await story.portal("request", "template", "--from", number, "--output", kept)
            #expect(saved.status == 0, "\(saved.words)")
            let copied = try await story.portal("request", "new", "--dataset", id, "--another", "--answers", kept)
            #expect(copied.status == 0, "\(copied.words)")
            let copy = try #require(copied.lines.last)
            let shown = try await story.portal("request", "show", copy)
            #expect(shown.output.contains("Rare variants in childhood"))

            let folder = story.home.path + "/papers"
            let files = try await story.portal("request", "files", number, "--to", folder, "--json")
            #expect(files.status == 0, "\(files.words)")
            try await files.conforms(to: "request-files")
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
                    "approval-2.txt", "approval.txt",
                ])
        }
    }
}
