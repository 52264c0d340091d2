import Foundation
import Testing

extension Stories {
    /// Asking for access from a shell.
    @Suite struct RequestCommands {
        @Test(.needsJSONSchema)
        func aScriptAsksForAccessFromTheTemplateToTheEntitlement() async throws {
            let story = try CommandStory()
            let id = try await story.dataset()
            let template = try await story.portal("request", "template", "--dataset", id)
            #expect(template.status == 0, "\(template.words)")
            #expect(template.output.contains("\"project-title\": \"\""))
            #expect(template.output.contains("required, at most 150 characters"))
            #expect(template.output.contains("# \"other-area\""), "a field that is not asked for yet is a comment")
            #expect(try await story.portal("requests", "--json").output.isEmpty, "nothing of it is left")

            let empty = try story.home.write(template.output, to: "template.yaml")
            let refused = try await story.portal(
                "request", "new", "--dataset", id, "--answers", empty, "--submit", "--json")
            #expect(refused.status == 6)
            try await refused.conforms(to: "request-new")
            #expect(refused.words.contains("Title of the project"))

            let made = try await story.portal(
                "request", "new", "--dataset", id, "--answers", try story.answers(), "--accept-licences", "--submit",
                "--json")
            #expect(made.status == 0, "\(made.words)")
            try await made.conforms(to: "request-new")
            #expect(try made.records()[0]["outcome"] == .text("submitted"))
            let number = try #require(try made.records()[0]["id"]?.text)

            let list = try await story.portal("requests", "--json")
            try await list.conforms(to: "requests")
            #expect(try list.records().count == 1, "the draft that was refused was gone on with")
            let shown = try await story.portal("request", "show", number, "--json")
            try await shown.conforms(to: "request")
            #expect(shown.output.contains("2026-0142"), "answers to fields that appeared were sent too")
            try await story.portal("entitlements", "--json").conforms(to: "entitlements")
            let read = try await story.portal("request", "show", number)
            #expect(read.output.contains("application: done"), "\(read.output)")
            let closed = try await story.portal("request", "close", number, "--yes")
            // The access service has no such call; once it is approved, nobody may close it anyway.
            let reasons = ["Cancelling a request", "does not let you close it", "the committee alone can end"]
            #expect(closed.status != 0 && reasons.contains { closed.words.contains($0) }, "\(closed.words)")
            let csv = try await story.portal("entitlements", "--csv")
            #expect(csv.output.hasPrefix("dataset,title,start,end,days_left,request\r\n"))
            let again = try await story.portal("request", "submit", number)
            #expect(again.status == 0, "it is submitted: \(again.words)")
            #expect(again.lines == [number])
        }

        @Test func checkingAnswersLeavesNothingAndNamesWhatIsWrong() async throws {
            let story = try CommandStory()
            let id = try await story.dataset()
            let complete = try await story.portal(
                "request", "new", "--dataset", id, "--answers", try story.answers(), "--accept-licences",
                "--validate-only")
            #expect(complete.status == 0, "\(complete.words)")
            let wrong = try await story.portal(
                "request", "new", "--dataset", id, "--answers", try story.answers(email: "nobody"), "--validate-only")
            #expect(wrong.status == 6)
            #expect(wrong.words.contains("1/principal-investigator-email"))
            #expect(wrong.words.contains("The licence is not accepted yet."))
            let slip = try story.home.write("answers:\n  \"1\":\n    projct-title: x\n", to: "slip.yaml")
            let unknown = try await story.portal(
                "request", "new", "--dataset", id, "--answers", slip, "--validate-only")
            #expect(unknown.status == 6)
            #expect(unknown.words.contains("slip.yaml, line 3"))
            #expect(unknown.words.contains("project-title"))
            #expect(try await story.portal("requests", "--json").output.isEmpty)
        }

        @Test func aHintSaysWhetherTheDataMayBeUsedForThePurposeAndHoldsNothingBack() async throws {
            let story = try CommandStory()
            let wrong = try await story.portal(
                "request", "new", "--dataset", "target-os", "--validate-only", "--purpose", "HMB,commercial", "--json")
            #expect(wrong.status == 6, "for the answers that are missing")
            let hint = try #require(try wrong.records().first?["dataUse"]?.list.first)
            #expect(hint["answer"] == .text("does-not-fit"))
            #expect(wrong.words.contains("may not fit") && wrong.words.contains("MONDO:0006517"), "\(wrong.words)")
            let sent = try await story.portal(
                "request", "new", "--dataset", "tcga-gbm", "--purpose", "HMB", "--json")
            #expect(sent.status == 0 && sent.words.contains("may fit"), "\(sent.words)")
            try await sent.conforms(to: "request-new")
            let dropped = try await story.portal(
                "request", "purpose", try #require(try sent.records().first?["id"]?.text), "HMB")
            #expect(dropped.status == 1 && dropped.words.contains("drops them without a word"), "\(dropped.words)")
            let silent = try await story.portal(
                "request", "new", "--dataset", "target-nbl", "--validate-only", "--json")
            #expect(try silent.records().first?["dataUse"] == nil)
            let slip = try await story.portal(
                "request", "new", "--dataset", "target-nbl", "--validate-only", "--purpose", "nonsense")
            #expect(slip.status == 2)
        }

        @Test(arguments: [
            "POST /daam/api/v1/applications/create", "POST /daam/api/v1/applications/*/save-forms-and-duos",
            "POST /daam/api/v1/applications/*/accept-terms", "POST /daam/api/v1/applications/*/submit",
        ])
        func aLostAnswerNeitherDoublesNorLosesTheRequest(call: String) async throws {
            let story = try CommandStory()
            let id = try await story.dataset()
            try await story.demo.misbehave(#"[{"call":"\#(call)","fault":"drop-after","times":1}]"#)
            let arguments = ["request", "new", "--dataset", id, "--answers", try story.answers()]
            let places = ["--discovery", story.demo.listening.discovery, "--access", story.demo.listening.access]
            let token = ["PORTAL_TOKEN": story.demo.listening.token]
            var run = try await story.bare(
                arguments + ["--accept-licences", "--submit", "--json"] + places, environment: token)
            if run.status != 0 {
                // A command that could not finish says so, and is simply run again.
                run = try await story.bare(
                    arguments + ["--accept-licences", "--submit", "--json"] + places, environment: token)
            }
            #expect(run.status == 0, "\(run.words)")
            let requests = try await story.portal("requests", "--json").records()
            #expect(requests.count == 1)
            #expect(requests.first?["state"] != .text("draft"))
        }

        @Test func aDraftIsFilledInStepByStep() async throws {
            let story = try CommandStory()
            let id = try await story.dataset()
            let draft = try await story.portal("request", "new", "--dataset", id, "--answers", try story.answers())
            #expect(draft.status == 0, "\(draft.words)")
            let number = try #require(draft.lines.last)
            #expect(try await story.portal("request", "submit", number).status == 6, "licences are missing")
            #expect(try await story.portal("request", "accept", number).status == 0)
            let invited = try await story.portal(
                "request", "invite", number, "--name", "Charles Babbage", "--email", "charles@institution.example")
            #expect(invited.status == 0, "\(invited.words)")
            let paper = try story.home.write("approved", to: "approval.txt")
            let attached = try await story.portal("request", "attach", number, paper, "--json")
            #expect(attached.status == 0, "\(attached.words)")
            let submitted = try await story.portal("request", "submit", number)
            #expect(submitted.status == 0, "\(submitted.words)")
            let copy = try await story.portal("request", "copy", number)
            #expect(copy.status == 0, "\(copy.words)")
            let drafts = try await story.portal("requests", "--json").records().filter { $0["state"] == .text("draft") }
            let copied = try #require(drafts.first?["id"]?.text)
            #expect(try await story.portal("request", "delete", copied).status == 2, "nobody can be asked")
            #expect(try await story.portal("request", "delete", copied, "--yes").status == 0)
            #expect(try await story.portal("request", "show", copied).status == 3)
        }

        @Test func theBasketIsKeptBetweenCommands() async throws {
            let story = try CommandStory()
            let id = try await story.dataset()
            #expect(try await story.portal("basket", "add", id).status == 0)
            #expect(try await story.portal("basket", "--json").records().map { $0["id"]?.text } == [id])
            #expect(try await story.portal("basket", "remove", "other").status == 3)
            #expect(try await story.portal("request", "new", "--json").status == 0, "the basket is what is requested")
            #expect(try await story.portal("basket", "--json").output.isEmpty, "it went into the request")
            try await story.portal("basket", "add", id)
            #expect(try await story.portal("basket", "clear", "--json").output.isEmpty)
        }
    }
}
