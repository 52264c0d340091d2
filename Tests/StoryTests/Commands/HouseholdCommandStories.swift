import Foundation
import Testing

extension Stories {
    /// Configuration and cache from a shell.
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
    }
}
