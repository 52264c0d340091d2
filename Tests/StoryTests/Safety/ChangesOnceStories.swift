import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// Attaching, inviting, copying and deleting, when the answer is lost and the command is run again.
    @Suite struct ChangesOnce {
        private func draft(_ story: CommandStory) async throws -> String {
            let made = try await story.portal(
                "request", "new", "--dataset", try await story.dataset(), "--answers", try story.answers())
            return try #require(made.lines.last, "\(made.words)")
        }

        private func shown(_ story: CommandStory, _ id: String) async throws -> [String: JSONFragment] {
            let run = try await story.portal("request", "show", id, "--json")
            return try #require(try run.records().first, "\(run.words)")
        }

        @Test(arguments: ["drop-after", "truncate", "none"])
        func aFileIsAttachedOnce(fault: String) async throws {
            let story = try CommandStory()
            let id = try await draft(story)
            let paper = try story.home.write("approved", to: "approval.txt")
            if fault != "none" {
                try await story.demo.misbehave(
                    #"[{"call":"POST /daam/api/v1/applications/*/attachments","fault":"\#(fault)","times":1}]"#)
            }
            let first = try await story.portal("request", "attach", id, paper)
            #expect(first.status == 0, "\(first.words)")
            let second = try await story.portal("request", "attach", id, paper, "--json")
            #expect(second.status == 0, "\(second.words)")
            #expect(try await shown(story, id)["attachments"]?.list.count == 1)
            // The same name with other contents is another file.
            let changed = try story.home.write("approved, and stamped", to: "approval.txt")
            #expect(try await story.portal("request", "attach", id, changed).status == 0)
            #expect(try await shown(story, id)["attachments"]?.list.count == 2)
        }

        @Test func whatIsNotGivenOutIsNotComparedAndNotSent() async throws {
            let story = try CommandStory()
            let id = try await draft(story)
            let paper = try story.home.write("approved", to: "approval.txt")
            #expect(try await story.portal("request", "attach", id, paper).status == 0)
            try await story.demo.misbehave(
                #"[{"call":"GET /daam/api/v1/applications/*/attachments/*","fault":"unsupported"}]"#)
            let again = try await story.portal("request", "attach", id, paper)
            #expect(again.status == 1)
            #expect(again.words.contains("--another attaches it besides"), "\(again.words)")
            #expect(try await story.portal("request", "attach", id, paper, "--another").status == 0)
            #expect(try await shown(story, id)["attachments"]?.list.count == 2)
        }

        @Test(arguments: ["drop-after", "none"])
        func somebodyIsInvitedOnce(fault: String) async throws {
            let story = try CommandStory()
            let id = try await draft(story)
            if fault != "none" {
                try await story.demo.misbehave(
                    #"[{"call":"POST /daam/api/v1/applications/*/invite-member","fault":"\#(fault)","times":1}]"#)
            }
            for _ in 0..<2 {
                let run = try await story.portal(
                    "request", "invite", id, "--name", "Charles", "--email", "charles@institution.example")
                #expect(run.status == 0, "\(run.words)")
            }
            let people = try await shown(story, id)["members"]?.list ?? []
            #expect(people.count { $0["email"] == .text("charles@institution.example") } == 1, "\(people)")
        }

        @Test(arguments: ["drop-after", "none"])
        func aRequestIsCopiedOnce(fault: String) async throws {
            let story = try CommandStory()
            let id = try await draft(story)
            if fault != "none" {
                try await story.demo.misbehave(
                    #"[{"call":"POST /daam/api/v1/applications/*/copy-as-new","fault":"\#(fault)","times":1}]"#)
            }
            let first = try await story.portal("request", "copy", id)
            #expect(first.status == 0, "\(first.words)")
            let second = try await story.portal("request", "copy", id)
            #expect(second.lines.last == first.lines.last, "\(second.words)")
            #expect(try await story.portal("requests", "--json").records().count == 2)
            #expect(try await story.portal("request", "copy", id, "--another").status == 0)
            #expect(try await story.portal("requests", "--json").records().count == 3)
        }

        /// As AMS answers: the copy is made here. Its creation, or the saving of its answers, loses its answer, and then
        /// the portal cannot be asked.
        @Test(arguments: ["POST /daam/api/v1/applications", "PUT /daam/api/v1/applications/*/save-forms-and-duos"])
        func aCopyThatIsMadeHereIsMadeOnce(call: String) async throws {
            let story = try CommandStory()
            let id = try await draft(story)
            let unsupported = #"{"call":"POST /daam/api/v1/applications/*/copy-as-new","fault":"unsupported"}"#
            try await story.demo.misbehave(
                #"[\#(unsupported),{"call":"\#(call)","fault":"drop-after","times":1},"#
                    + #"{"call":"GET /daam/api/v1/applications","fault":"unavailable","after":2,"times":20}]"#)
            _ = try await story.portal("request", "copy", id)
            try await story.demo.misbehave("[\(unsupported)]")
            let second = try await story.portal("request", "copy", id)
            #expect(second.status == 0, "\(second.words)")
            let third = try await story.portal("request", "copy", id)
            #expect(third.lines.last == second.lines.last, "\(third.words)")
            #expect(try await story.portal("requests", "--json").records().count == 2)
            #expect(try await story.portal("request", "copy", id, "--another").status == 0)
            #expect(try await story.portal("requests", "--json").records().count == 3)
        }

        @Test(arguments: ["drop-after", "none"])
        func whatIsGoneIsDeleted(fault: String) async throws {
            let story = try CommandStory()
            let id = try await draft(story)
            if fault != "none" {
                try await story.demo.misbehave(
                    #"[{"call":"DELETE /daam/api/v1/applications/*","fault":"\#(fault)","times":1}]"#)
            }
            for _ in 0..<2 {
                let run = try await story.portal("request", "delete", id, "--yes", "--json")
                #expect(run.status == 0, "\(run.words)")
            }
            #expect(try await story.portal("requests", "--json").output.isEmpty)
        }
    }
}
