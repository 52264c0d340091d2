import Foundation
import Testing

extension Stories {
    /// Changing a request that the portal has, from a shell.
    @Suite struct RequestChangeCommands {
        private func draft(
            _ story: CommandStory, _ dataset: String, purpose: String? = nil
        ) async throws -> String {
            var answers = try story.answers()
            if let purpose {
                let text = try String(contentsOfFile: answers, encoding: .utf8)
                    .replacing(/purpose: ".*"/, with: "purpose: \(purpose)")
                answers = try story.home.write(text, to: "short.yaml")
            }
            let made = try await story.portal(
                "request", "new", "--dataset", dataset, "--answers", answers, "--accept-licences", "--json")
            #expect(made.status == 0, "\(made.words)")
            return try #require(try made.records()[0]["id"]?.text)
        }

        private func identifiers(_ story: CommandStory, _ request: String) async throws -> [String] {
            try await story.portal("request", "datasets", request, "--json").records()
                .compactMap { $0["identifier"]?.text }
        }

        /// The numbers of the files that a field names, as they are written; empty where it names none.
        private func files(_ story: CommandStory, _ request: String, in field: String) async throws -> String {
            let shown = try await story.portal("request", "show", request, "--json").records()[0]
            let fields = (shown["forms"]?.list ?? []).flatMap { $0["fields"].list }
            let found = try #require(fields.first { $0["id"].text == field })
            return found["value"].text ?? ""
        }

        @Test(.needsJSONSchema)
        func datasetsAreAddedAndTakenOutAndNothingIsSentTwice() async throws {
            let story = try CommandStory()
            let made = try await story.portal("request", "new", "--dataset", "hmdb", "--json")
            let request = try #require(try made.records()[0]["id"]?.text)
            let before = try await identifiers(story, request)
            #expect(before.count == 1)
            let other = "gnomad-v4"
            let added = try await story.portal("request", "datasets", request, "--add", other, "--json")
            #expect(added.status == 0, "\(added.words)")
            try await added.conforms(to: "request-change")
            #expect(try await identifiers(story, request).count == 2)
            let again = try await story.portal("request", "datasets", request, "--add", other)
            #expect(again.status == 0 && again.words.contains("Nothing was sent"), "\(again.words)")
            // The answer is lost, and the portal is asked what it has.
            try await story.demo.misbehave(
                #"[{"call":"POST /daam/api/v1/applications/*/update-datasets","fault":"drop-after","times":1}]"#)
            let removed = try await story.portal("request", "datasets", request, "--remove", other)
            #expect(removed.status == 0, "\(removed.words)")
            #expect(try await identifiers(story, request) == before)
            // As after a lost answer: what is taken out already counts as removed.
            let rerun = try await story.portal("request", "datasets", request, "--remove", other)
            #expect(rerun.status == 0 && rerun.words.contains("does not ask for \(other)"), "\(rerun.words)")
            #expect(rerun.words.contains("Nothing was sent"), "\(rerun.words)")
            #expect(try await identifiers(story, request) == before)
            #expect(try await story.portal("request", "datasets", request, "--remove", "nothing").status == 3)
            // Another catalogue decides for itself.
            let refused = try await story.portal("request", "datasets", request, "--add", "ddd")
            #expect(refused.status == 6, "\(refused.words)")
            let none = try await story.portal("request", "datasets", request, "--remove", before[0])
            #expect(none.status == 2 && none.words.contains("one dataset at least"), "\(none.words)")

            #expect(try await story.portal("basket", "add", other).status == 0)
            #expect(try await story.portal("request", "datasets", request, "--basket").status == 0)
            #expect(try await identifiers(story, request).count == 2)
            #expect(try await story.portal("basket", "--json").output.isEmpty, "it went into the request")
        }

        @Test(.needsJSONSchema)
        func peopleAndFilesAreTakenOutAgain() async throws {
            let story = try CommandStory()
            let request = try await draft(story, try await story.dataset())
            let address = "charles@institution.example"
            try await story.portal("request", "invite", request, "--name", "Charles Babbage", "--email", address)
            let early = try await story.portal("request", "remove", request, address)
            #expect(early.status == 1 && early.words.contains("uninvite"), "\(early.words)")
            try await story.demo.misbehave(
                #"[{"call":"POST /daam/api/v1/applications/*/remove-member","fault":"drop-after","times":1}]"#)
            // An address is the same in whatever letters.
            let taken = try await story.portal("request", "uninvite", request, address.uppercased(), "--json")
            #expect(taken.status == 0, "\(taken.words)")
            try await taken.conforms(to: "request-change")
            let gone = try await story.portal("request", "uninvite", request, address)
            #expect(gone.status == 3 && gone.words.contains("nobody is"), "\(gone.words)")

            // A request whose form has fields for files.
            let made = try await story.portal("request", "new", "--dataset", "mimic-iv", "--json")
            #expect(made.status == 0, "\(made.words)")
            let records = try #require(try made.records()[0]["id"]?.text)
            let paper = try story.home.write("approved", to: "approval.txt")
            let attached = try await story.portal(
                "request", "attach", records, paper, "--field", "4/approvals", "--json")
            #expect(attached.status == 0, "\(attached.words)")
            let shown = try await story.portal("request", "show", records, "--json").records()[0]
            #expect(shown["attachments"]?.list.count == 1)
            #expect(try await files(story, records, in: "approvals") != "", "the field names the file")
            let elsewhere = try await story.portal(
                "request", "detach", records, "approval.txt", "--field", "4/data-plan")
            #expect(elsewhere.status == 3 && elsewhere.words.contains("but in 4/approvals"), "\(elsewhere.words)")
            let twice = try await story.portal("request", "attach", records, paper, "--field", "4/approvals")
            #expect(twice.status == 0 && twice.words.contains("attached already"), "\(twice.words)")
            #expect(
                try await story.portal("request", "show", records, "--json").records()[0]["attachments"]?.list.count
                    == 1)
            try await story.demo.misbehave(
                #"[{"call":"POST /daam/api/v1/applications/*/save-forms-and-duos","fault":"drop-after","times":1}]"#)
            let detached = try await story.portal("request", "detach", records, "approval.txt", "--json")
            #expect(detached.status == 0, "\(detached.words)")
            try await detached.conforms(to: "request-change")
            #expect(try await files(story, records, in: "approvals") == "")
            let again = try await story.portal("request", "detach", records, "approval.txt")
            #expect(again.status == 0 && again.words.contains("in no such field"), "\(again.words)")
            let nowhere = try await story.portal("request", "detach", records, "nothing.txt")
            #expect(nowhere.status == 3, "\(nowhere.words)")
        }

        @Test(.needsJSONSchema)
        func aReturnedRequestIsClosedOnceAndNoOtherIs() async throws {
            let story = try CommandStory("--decision-delay", "3")
            let request = try await draft(story, try await story.dataset(), purpose: "Science.")
            let open = try await story.portal("request", "close", request, "--yes")
            #expect(open.status == 1 && open.words.contains("request delete \(request)"), "\(open.words)")
            #expect(try await story.portal("request", "submit", request).status == 0)
            let early = try await story.portal("request", "close", request, "--yes")
            #expect(early.status == 4 && early.words.contains("while it is with the committee"), "\(early.words)")
            for _ in 0..<200 where try await story.portal("requests", "--state", "returned", "--json").output.isEmpty {}
            #expect(try await story.portal("request", "close", request).status == 2, "nobody can be asked")
            try await story.demo.misbehave(
                #"[{"call":"POST /daam/api/v1/applications/*/cancel","fault":"drop-after","times":1}]"#)
            let closed = try await story.portal("request", "close", request, "--yes", "--json")
            #expect(closed.status == 0, "\(closed.words)")
            try await closed.conforms(to: "request-change")
            let again = try await story.portal("request", "close", request, "--yes")
            #expect(again.status == 0 && again.words.contains("closed already"), "\(again.words)")
            let fixed = try await story.portal("request", "datasets", request, "--add", "gnomad-v4")
            #expect(fixed.status == 1 && fixed.words.contains("closed"), "\(fixed.words)")
        }

        @Test func whatIsListedCountsAsSeen() async throws {
            let story = try CommandStory()
            let request = try await draft(story, try await story.dataset())
            #expect(try await story.portal("request", "submit", request).status == 0)
            let other = try await story.portal("requests", "--query", "nothing of this")
            #expect(other.status == 0 && other.words.contains("Your one request is not like that."), "\(other.words)")
            let seen = try await story.portal("requests", "--seen")
            #expect(seen.status == 0 && seen.words.contains("1 request counts as seen."), "\(seen.words)")
            let again = try await story.portal("requests", "--seen")
            #expect(again.words.contains("0 requests count as seen."), "\(again.words)")
            #expect(try await story.portal("requests", "--seen", "--offline").status == 2)
            let kept = try await story.portal("requests", "--since", "2d", "--exit-code", "--cached")
            #expect(kept.status == 2 && kept.words.contains("what the portal says now"), "\(kept.words)")
        }

        @Test(arguments: [
            "HMB,commercial", "HMB,methods", "sensitive", "GRU,HMB", "DS:MONDO:0005105,POA", "HMB,nonsense",
        ])
        func aPurposeThatARequestCannotBeToldIsRefusedWhole(codes: String) async throws {
            let story = try CommandStory()
            let run = try await story.portal("request", "purpose", "1", codes)
            #expect(run.status == 2, "\(codes): \(run.words)")
        }

        @Test(.needsJSONSchema)
        func aReturnedRequestIsComparedWithWhatWasSubmitted() async throws {
            let story = try CommandStory()
            let request = try await draft(story, try await story.dataset(), purpose: "To look around.")
            let early = try await story.portal("request", "compare", request)
            #expect(early.status == 1 && early.words.contains("only a returned request"), "\(early.words)")
            #expect(try await story.portal("request", "submit", request).status == 0)
            let same = try await story.portal("request", "compare", request, "--exit-code")
            #expect(same.status == 0 && same.words.contains("No answer is another one"), "\(same.words)")
            let kept = try await story.portal("request", "compare", request, "--exit-code", "--offline")
            #expect(kept.status == 2 && kept.words.contains("what the portal says now"), "\(kept.words)")
            let filled = try await story.portal(
                "request", "fill", request, "--linear", input: ":goto 1/purpose\nTo look again.\n.\n:quit\n")
            #expect(filled.status == 0, "\(filled.words)")
            let differs = try await story.portal("request", "compare", request, "--exit-code", "--json")
            #expect(differs.status == 8, "\(differs.words)")
            try await differs.conforms(to: "request-compare")
            #expect(try differs.records().map { $0["now"]?.text } == ["To look again."])
            let shown = try await story.portal("request", "compare", request)
            #expect(shown.lines.contains("    To look around.") && shown.lines.contains("    To look again."))
        }
    }
}
