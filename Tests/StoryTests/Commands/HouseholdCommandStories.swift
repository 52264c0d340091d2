import Foundation
import Testing

extension Stories {
    /// Configuration, cache and log from a shell.
    @Suite struct HouseholdCommands {
        @Test func aSlipInTheConfigurationIsNamedWithItsLine() async throws {
            let story = try CommandStory()
            let file = try story.home.write(
                "profiles:\n  gdi:\n    discovry: https://portal.example\n", to: "config/portal/config.yaml")
            let check = try await story.bare(["config", "check"])
            #expect(check.status == 1)
            #expect(check.words.contains("\(file), line 3"))
            #expect(check.words.contains("Allowed are title, demo, discovery"))
            #expect(try await story.bare(["config", "path"]).lines == [file])
        }

        @Test func flagsWinOverTheEnvironmentAndThatOverTheFile() async throws {
            let story = try CommandStory()
            _ = try story.home.write(
                """
                profiles:
                  gdi:
                    discovery: {address: "https://file.example", dialect: ckan}
                    identity: {issuer: "https://id.example", client: portal}
                """, to: "config/portal/config.yaml")
            let variables = try story.home.write(
                "PORTAL_ISSUER=https://env-file.example\nPORTAL_TOKEN=secret-of-the-file\n", to: "variables.env")
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: variables)
            let run = try await story.bare(
                ["config", "show", "--client-id", "of-flag", "--env-file", variables, "--json"],
                environment: ["PORTAL_LOG_LEVEL": "debug"])
            let settings = try #require(try run.records().first)["settings"]?.list ?? []
            func setting(_ name: String) -> [String?] {
                let found = settings.first { $0["name"].text == name }
                return [found?["value"].text, found?["origin"].text]
            }
            #expect(setting("discovery") == ["https://file.example", "file"])
            #expect(setting("discovery_dialect") == ["ckan", "file"])
            #expect(setting("issuer") == ["https://env-file.example", "environment"])
            #expect(setting("client") == ["of-flag", "flag"])
            #expect(setting("log.level") == ["debug", "environment"])
            #expect(setting("PORTAL_TOKEN") == ["••••", "environment"])
            #expect(!run.output.contains("secret-of-the-file"))
        }

        @Test func plainHTTPToAnotherMachineIsAllowedWhenAskedForAndWarnedOf() async throws {
            let story = try CommandStory()
            let address = ["--discovery", "http://portal.invalid/discovery"]
            let refused = try await story.bare(["search"] + address)
            #expect(refused.words.contains("not encrypted"))
            let allowed = try await story.bare(["search", "--insecure-http"] + address)
            #expect(allowed.status == 5)
            #expect(allowed.words.contains("unencrypted"))
        }

        @Test func theCacheIsCleared() async throws {
            let story = try CommandStory()
            let path = try await story.bare(["cache", "path"]).lines[0]
            let file = try story.home.write("{}", to: "cache/portal/demo/last-results.json")
            #expect(file.hasPrefix(path))
            #expect(try await story.bare(["cache", "clear"]).status == 0)
            #expect(!FileManager.default.fileExists(atPath: file))
        }

        @Test func theLogTellsOfFailedCallsAndHoldsNoSecrets() async throws {
            let story = try CommandStory()
            let id = try await story.dataset()
            let answers = try story.answers(title: "planted-answer-4711", email: "planted@person.example")
            let log = ["--log-level", "trace", "--log-format", "json"]
            try await story.demo.misbehave(
                #"[{"call":"POST /daam/api/v1/applications/*/submit","fault":"unavailable","times":1}]"#)
            let places = ["--discovery", story.demo.listening.discovery, "--access", story.demo.listening.access]
            let token = ["PORTAL_TOKEN": story.demo.listening.token]
            _ = try await story.bare(
                ["request", "new", "--dataset", id, "--answers", answers, "--accept-licences", "--submit"] + places
                    + log,
                environment: token)
            _ = try await story.bare(
                ["requests"] + places + log, environment: ["PORTAL_TOKEN": "planted-token-0815"])
            _ = try await story.bare(["show", "nothing"] + places + log, environment: token)
            let folder = story.home.state + "/portal"
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            let text = try names.map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }.joined()
            let secrets = [
                "planted-answer-4711", "planted@person.example", "planted-token-0815", story.demo.listening.token,
            ]
            for secret in secrets { #expect(!text.contains(secret)) }
            let lines = text.split(separator: "\n")
            #expect(lines.count >= 2)
            for line in lines {
                let record = try JSONDecoder().decode([String: JSONFragment].self, from: Data(line.utf8))
                #expect(record["request-id"]?.text?.isEmpty == false)
                #expect(record["duration-ms"] != nil)
                #expect(record["status"] != nil)
            }
        }
    }
}
