import Foundation
import Testing

extension Stories {
    /// What stands in a portal's place: empty answers, answers that are no JSON, a web server that wants a password, and
    /// firewalls. Each at every kind of command.
    @Suite struct FaultKinds {
        /// A fault, the status that a command ends with, and a part of the reason that is told.
        private static let kinds: [(fault: String, status: Int32, reason: String)] = [
            ("empty", 5, "The answer is empty"), ("not-json", 5, "“done”"), ("empty-after", 5, "The answer is empty"),
            ("basic", 5, "wants a name and a password"), ("challenge", 5, "wants to see a browser first"),
            ("firewall", 5, "Not Acceptable!"),
        ]

        private static let applications = "/daam/api/v1/applications"

        @Test(arguments: kinds.map(\.fault))
        func readingSaysWhatCameAndPrintsNothing(fault: String) async throws {
            let kind = try #require(Self.kinds.first { $0.fault == fault })
            let story = try CommandStory()
            let commands: [(call: String, command: [String])] = [
                ("POST /discovery/api/v1/datasets/search", ["search", "cancer", "--json"]),
                ("GET /discovery/api/v1/datasets/*", ["show", "gnomad-v4", "--json"]),
                ("GET /discovery/api/v1/datasets/*", ["show", "gnomad-v4", "--format", "ttl"]),
                ("GET /discovery/api/v1/filters", ["filters", "--json"]),
                ("GET \(Self.applications)", ["requests", "--json"]),
                ("GET /daam/api/v1/entitlements", ["entitlements", "--json"]),
            ]
            for (call, command) in commands {
                try await story.demo.misbehave(#"[{"call":"\#(call)","fault":"\#(fault)"}]"#)
                let run = try await story.portal(command)
                #expect(run.status == kind.status, "\(command): \(run.words)")
                #expect(run.output.isEmpty, "\(command)")
                #expect(run.words.contains(kind.reason), "\(command): \(run.words)")
                #expect(run.words.contains("Request id: "), "\(command): \(run.words)")
                try await story.demo.misbehave("[]")
                // Nothing that came is taken for an answer afterwards either.
                guard !command.contains("ttl") else { continue }
                #expect(try await story.portal(command + ["--cached"]).status == 3, "\(command)")
            }
        }

        @Test(arguments: kinds.map(\.fault))
        func nothingIsCalledSubmittedThatIsADraft(fault: String) async throws {
            let kind = try #require(Self.kinds.first { $0.fault == fault })
            let story = try CommandStory()
            let (id, answers) = (try await story.dataset(), try story.answers())
            let calls = [
                "POST \(Self.applications)/create", "POST \(Self.applications)/*/save-forms-and-duos",
                "POST \(Self.applications)/*/accept-terms", "POST \(Self.applications)/*/submit",
            ]
            for call in calls {
                try await story.demo.misbehave(#"[{"call":"\#(call)","fault":"\#(fault)"}]"#)
                let run = try await story.portal(
                    "request", "new", "--dataset", id, "--answers", answers, "--accept-licences", "--submit",
                    "--another",
                    "--json")
                try await story.demo.misbehave("[]")
                let submitted = try await story.portal("requests", "--json").records().count {
                    $0["state"] != .text("draft")
                }
                if fault == "empty-after" {
                    // It was carried out: the portal's own state says so.
                    #expect(run.status == 0, "\(call): \(run.words)")
                    #expect(try run.records().first?["outcome"] == .text("submitted"))
                    #expect(submitted == calls.firstIndex(of: call).map { $0 + 1 })
                    continue
                }
                #expect(run.status == kind.status, "\(call): \(run.words)")
                #expect(!run.output.contains(#""submitted""#), "\(call): \(run.output)")
                #expect(!run.words.contains("is submitted"), "\(call): \(run.words)")
                #expect(submitted == 0, "\(call)")
                let isLost =
                    call.hasSuffix("create") && kind.reason.contains("answer is empty")
                    || call.hasSuffix("create") && fault == "not-json"
                // A creation that may have been carried out is looked for; all others say what came.
                let reason =
                    isLost
                    ? "An answer of the portal was lost"
                    : fault == "empty" ? "without a word" : fault == "not-json" ? "where 204 was promised" : kind.reason
                #expect(run.words.contains(reason), "\(call): \(run.words)")
                for number in try await story.portal("requests", "--json").records().compactMap({ $0["id"]?.text }) {
                    try await story.portal("request", "delete", number, "--yes")
                }
            }
        }

        @Test(arguments: kinds.map(\.fault))
        func noFileIsKeptThatIsNotWhatItClaims(fault: String) async throws {
            let kind = try #require(Self.kinds.first { $0.fault == fault })
            let story = try CommandStory()
            let made = try await story.portal("request", "new", "--dataset", try await story.dataset(), "--json")
            let number = try #require(try made.records().first?["id"]?.text)
            let paper = try story.home.write("%PDF-1.4\nx\n%%EOF\n", to: "paper.pdf")
            func attachments() async throws -> Int {
                try await story.portal("request", "show", number, "--json").records().first?["attachments"]?.list.count
                    ?? -1
            }
            try await story.demo.misbehave(
                #"[{"call":"POST \#(Self.applications)/*/attachments","fault":"\#(fault)"}]"#)
            let attach = try await story.portal("request", "attach", number, paper, "--json")
            try await story.demo.misbehave("[]")
            if fault == "empty-after" {
                #expect(attach.status == 0, "\(attach.words)")
                #expect(try await attachments() == 1)
            } else {
                #expect(attach.status == kind.status, "\(attach.words)")
                #expect(attach.words.contains(kind.reason), "\(attach.words)")
                #expect(try await attachments() == 0)
                #expect(try await story.portal("request", "attach", number, paper).status == 0)
            }
            #expect(try await attachments() == 1)

            let folder = story.home.path + "/files"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try await story.demo.misbehave(
                #"[{"call":"GET \#(Self.applications)/*/attachments/*","fault":"\#(fault)"}]"#)
            let files = try await story.portal("request", "files", number, "--to", folder, "--json")
            #expect(files.status == kind.status, "\(files.words)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
            #expect(files.words.contains("was not fetched"), "\(files.words)")

            try await story.demo.misbehave(#"[{"call":"GET \#(Self.applications)/*","fault":"\#(fault)"}]"#)
            let target = story.home.path + "/request.md"
            let export = try await story.portal("request", "export", number, "--format", "md", "--output", target)
            #expect(export.status == kind.status, "\(export.words)")
            #expect(export.words.contains(kind.reason), "\(export.words)")
            #expect(!FileManager.default.fileExists(atPath: target))
        }
    }
}
