import Foundation
import Testing

extension Stories {
    /// The same commands at portals that speak another dialect.
    @Suite struct DialectCommands {
        private static let guideAnswers = """
            answers:
              "1":
                purpose: "We look for variants that explain developmental disorders."
                organization: Institute of Rare Diseases
                participants:
                  - {name: Ada Lovelace, email: ada@institution.example, role: principal_investigator,
                     organization: Institute of Rare Diseases}
            """

        @Test(.needsJSONSchema)
        func aRequestOfTheDevelopersGuideStaysHereUntilItIsSent() async throws {
            let story = try CommandStory()
            let guide = story.demo.listening.guide
            func portal(_ arguments: String...) async throws -> CommandRun {
                try await story.bare(
                    arguments + ["--discovery", guide, "--access", guide]
                        + ["--discovery-dialect", "guide", "--access-dialect", "guide"],
                    environment: ["PORTAL_TOKEN": story.demo.listening.token])
            }
            let found = try await portal("search", "developmental disorders", "--limit", "1", "--json")
            try await found.conforms(to: "search")
            let id = try #require(try found.records()[0]["id"]?.text)
            try await portal("show", id, "--json").conforms(to: "show")
            try await portal("filters", "--json").conforms(to: "filters")
            let template = try await portal("request", "template", "--dataset", id)
            #expect(template.output.contains("column role"))
            let answers = try story.home.write(Self.guideAnswers, to: "guide.yaml")
            let draft = try await portal("request", "new", "--dataset", id, "--answers", answers)
            #expect(draft.status == 0)
            #expect(draft.words.contains("a draft on this machine"))
            #expect(try await portal("requests", "--json").output.isEmpty)
            let sent = try await portal("request", "new", "--dataset", id, "--submit", "--json")
            #expect(sent.status == 0, "\(sent.words)")
            try await sent.conforms(to: "request-new")
            let number = try #require(try sent.records()[0]["id"]?.text)
            try await portal("requests", "--json").conforms(to: "requests")
            try await portal("request", "show", number, "--json").conforms(to: "request")
            #expect(try await portal("request", "show", number).output.contains("Role: "))
            let copied = try await portal("request", "copy", number)
            #expect(copied.status == 0 && copied.words.contains("The copy is made here"), "\(copied.words)")
            #expect(try await portal("request", "copy", number).status == 0, "It goes on with the copy.")
            let listed = try await portal("requests").words
            #expect(listed.split(separator: "\n").count { $0.contains("not at the portal yet") } == 1, "\(listed)")
            for missing in [["accept", number], ["delete", number, "--yes"]] {
                let run = try await story.bare(
                    ["request"] + missing + ["--discovery", guide, "--access", guide, "--access-dialect", "guide"])
                #expect(run.status == 1)
                #expect(run.words.contains("developer guide do not have it"))
            }
        }

        @Test(.needsJSONSchema)
        func aREMSTakesItsKeyFromTheEnvironmentOrAFile() async throws {
            let story = try CommandStory()
            let rems = story.demo.listening.rems
            let services =
                ["--discovery", rems, "--access", rems, "--discovery-dialect", "rems", "--access-dialect", "rems"]
            let variables = ["PORTAL_REMS_KEY": story.demo.listening.remsKey, "PORTAL_REMS_USER": "ada"]
            let found = try await story.bare(["search", "cancer", "--json"] + services, environment: variables)
            try await found.conforms(to: "search")
            let id = try #require(try found.records()[0]["id"]?.text)
            let made = try await story.bare(
                ["request", "new", "--dataset", id, "--json"] + services, environment: variables)
            try await made.conforms(to: "request-new")
            let number = try #require(try made.records()[0]["id"]?.text)
            let copied = try await story.bare(
                ["request", "copy", number, "--json"] + services, environment: variables)
            try await copied.conforms(to: "request-change")
            // The answer is lost, and the request says that it has the codes.
            try await story.demo.misbehave(
                #"[{"call":"POST /rems/api/applications/save-draft","fault":"drop-after","times":1}]"#)
            let told = try await story.bare(
                ["request", "purpose", number, "HMB"] + services, environment: variables)
            #expect(told.status == 0, "\(told.words)")
            let shown = try await story.bare(
                ["request", "show", number, "--json"] + services, environment: variables)
            try await shown.conforms(to: "request")
            #expect(shown.output.contains(#""shorthand":"HMB""#), "\(shown.output)")
            let draft = try await story.bare(
                ["request", "close", number, "--yes"] + services, environment: variables)
            #expect(draft.status == 1 && draft.words.contains("portal request delete \(number)"), "\(draft.words)")
            #expect(try await story.bare(["requests"] + services).status == 4, "without a key")

            let key = try story.home.write(story.demo.listening.remsKey + "\n", to: "rems-key")
            _ = try story.home.write(
                """
                profiles:
                  rems:
                    discovery: {address: "\(rems)", dialect: rems}
                    access: {address: "\(rems)", dialect: rems}
                    rems: {user: ada, key_file: ~/rems-key}
                """, to: "config/portal/config.yaml")
            let list = try await story.bare(["requests", "--json"])
            try await list.conforms(to: "requests")
            #expect(try list.records().count == 2)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: key)
            let refused = try await story.bare(["requests"])
            #expect(refused.status == 1)
            #expect(refused.words.contains("chmod 600 \(key)"))
            #expect(refused.words.contains("config.yaml, line 5"))
        }

        @Test(.needsJSONSchema, .needsSharedData("recorded/data.gov.uk-ckan.jsonl"))
        func aCKANIsBrowsedAndSaysWhomToAsk() async throws {
            let story = try CommandStory()
            let ckan = try SideServer.ckan()
            func portal(_ arguments: String...) async throws -> CommandRun {
                try await story.bare(
                    arguments + ["--discovery", ckan.announcement, "--discovery-dialect", "ckan"])
            }
            let found = try await portal("search", "--json")
            try await found.conforms(to: "search")
            #expect(try found.records().count == 4)
            let id = try #require(try found.records()[0]["id"]?.text)
            try await portal("show", id, "--json").conforms(to: "show")
            try await portal("filters", "--json").conforms(to: "filters")
            try await portal("filters", "organization", "--json").conforms(to: "filter-values")
            let health = try await portal("health", "--json")
            try await health.conforms(to: "health")
            #expect(health.output.contains(#""version":"2.9.9""#))
            #expect(try await portal("show", "no-such-dataset").status == 3)
            let request = try await portal("request", "new", "--dataset", id)
            #expect(request.status == 1)
            #expect(request.words.contains("it takes no requests"))
            #expect(request.words.contains("m.p.garratt@reading.ac.uk"))
            #expect(try await portal("requests").status == 1)
            #expect(try await portal("frequency", "3-45864731-T-C", "--assembly", "GRCh37").status == 1)
        }
    }
}
