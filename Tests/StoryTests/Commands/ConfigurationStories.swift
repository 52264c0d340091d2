import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// What is configured, by whom, and what is kept secret.
    @Suite struct Configurations {
        private static let file = """
            default: gdi
            log: {level: warning}
            profiles:
              gdi:
                discovery: {address: "https://file.example", dialect: ckan}
                identity: {issuer: "https://id.example", client: portal}
            """

        /// The value of a setting and where it comes from.
        private func setting(_ name: String, in run: CommandRun) throws -> [String?] {
            let settings = try run.records()[0]["settings"]?.list ?? []
            let found = settings.first { $0["name"].text == name }
            return [found?["value"].text, found?["origin"].text]
        }

        @Test func flagsWinOverTheEnvironmentAndThatOverTheFile() async throws {
            let story = try CommandStory()
            _ = try story.home.write(Self.file, to: "config/portal/config.yaml")
            let variables = try story.home.write(
                "PORTAL_ISSUER=https://env-file.example\nPORTAL_TOKEN=secret-of-the-file\n", to: "variables.env")
            let run = try await story.bare(
                ["config", "show", "--client-id", "of-flag", "--env-file", variables, "--json"],
                environment: ["PORTAL_LOG_LEVEL": "error", "PORTAL_ISSUER": "https://environment.example"])
            #expect(try setting("discovery", in: run) == ["https://file.example", "file"])
            #expect(try setting("discovery_dialect", in: run) == ["ckan", "file"])
            #expect(try setting("issuer", in: run) == ["https://environment.example", "environment"])
            #expect(try setting("client", in: run) == ["of-flag", "flag"])
            #expect(try setting("log.level", in: run) == ["error", "environment"])
            #expect(try setting("log.format", in: run) == ["text", "built in"])
            #expect(try setting("PORTAL_TOKEN", in: run) == ["••••", "environment"])
            let flagged = try await story.bare(["config", "show", "--log-level", "debug", "--json"])
            #expect(try setting("log.level", in: flagged) == ["debug", "flag"])
            let filed = try await story.bare(["config", "show", "--json"], environment: ["PORTAL_LOG_LEVEL": ""])
            #expect(try setting("log.level", in: filed) == ["warning", "file"])
            let elsewhere = try await story.portal("config", "show", "--json")
            #expect(try setting("discovery", in: elsewhere) == [story.demo.listening.discovery, "flag"])
            #expect(try setting("issuer", in: elsewhere) == [nil, nil], "another portal has nothing of the profile's")
        }

        @Test func aFileOfVariablesIsReadOnlyWhenItIsNamed() async throws {
            let story = try CommandStory()
            _ = try story.home.write("PORTAL_DISCOVERY=\(story.demo.listening.discovery)\n", to: ".env")
            // The program runs in the directory where the file is.
            #expect(try await story.bare(["search"]).status == 2)
            #expect(try await story.bare(["search", "--env-file", ".env"]).status == 0)
            #expect(try await story.bare(["search", "--env-file", "no.env"]).words.contains("no.env is not there"))
        }

        @Test func noSecretIsShown() async throws {
            let story = try CommandStory()
            let secrets = [
                "PORTAL_TOKEN": "planted-token-0815", "PORTAL_REMS_KEY": "planted-key-0815",
                "PORTAL_CKAN_TOKEN": "planted-ckan-0815", "PORTAL_CLIENT_SECRET": "planted-client-0815",
                "HTTPS_PROXY": "http://ada:planted-proxy-0815@proxy.example:3128",
            ]
            for arguments in [["config", "show"], ["config", "show", "--json"], ["config", "check"], ["doctor"]] {
                let run = try await story.portal(arguments, signedIn: false, environment: secrets)
                #expect(!(run.output + run.words).contains("0815"), "\(arguments)")
            }
            let shown = try await story.bare(["config", "show"], environment: secrets)
            for name in secrets.keys { #expect(shown.output.contains(name)) }
            #expect(shown.output.contains("http://••••@proxy.example:3128"))
        }

        @Test func aSecretOnTheCommandLineIsRefusedAndNotRepeated() async throws {
            let story = try CommandStory()
            for arguments in [
                ["login", "--token", "planted-0815"], ["search", "--rems-key", "planted-0815"],
                ["search", "--ckan-token", "planted-0815"], ["login", "--client-secret", "planted-0815"],
            ] {
                let run = try await story.bare(arguments)
                #expect(run.status == 2, "\(arguments)")
            }
            #expect(!(try await story.bare(["login", "--token", "planted-0815"]).words.contains("0815")))
            let address = try await story.bare(["search", "--discovery", "https://ada:planted-0815@portal.example"])
            #expect(address.status == 2)
            #expect(!address.words.contains("0815"))
        }

        @Test func everythingThatIsWrongIsNamedWithItsLine() async throws {
            let story = try CommandStory()
            let key = try story.home.write("key", to: "key", mode: 0o644)
            let file = try story.home.write(
                """
                profiles:
                  one:
                    discovery: http://one.example
                    ca_file: /nowhere.pem
                  two:
                    discovery: https://two.example
                    rems:
                      user: ada
                      key_file: \(key)
                """, to: "config/portal/config.yaml")
            let check = try await story.bare(["config", "check"])
            #expect(check.status == 1)
            #expect(check.words.contains("\(file), line 3: “http://one.example” is not encrypted"))
            #expect(check.words.contains("\(file), line 4: /nowhere.pem cannot be read"))
            #expect(check.words.contains("\(file), line 7: \(key) can be read by others"))
            #expect(check.words.contains("chmod 600 \(key)"))
            #expect(check.words.split(separator: "\n").count == 3)
            let used = try await story.bare(["search", "--profile", "one"])
            #expect(used.status == 1)
            #expect(used.words.contains("\(file), line 3"))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
            #expect(!(try await story.bare(["config", "check"]).words.contains("line 7")))
        }

        @Test func aProgramThatIsToBeToldOfChangesHasToBeThere() async throws {
            let story = try CommandStory()
            let hooks = [("/nowhere/told", false), ("[no-such-program-here, -q]", false), ("/bin/true", true)]
            for (hook, isThere) in hooks {
                _ = try story.home.write("notify: {by: bell, hook: \(hook)}\n", to: "config/portal/config.yaml")
                let check = try await story.bare(["config", "check"])
                #expect((check.status == 0) == isThere, "\(hook): \(check.words)")
                #expect(check.words.contains("cannot be run") != isThere, "\(check.words)")
            }
        }

        @Test func theWarningOfPlainHTTPStaysOnTheScreen() async throws {
            let story = try PortalStory()
            let address = ["--discovery", "http://portal.invalid/discovery", "--insecure-http"]
            try await story.start([ProgramUnderTest.portal()] + address)
            try await story.expect("unencrypted")
            try await story.press("2")
            try await story.expect("Basket")
            try await story.expect("unencrypted")
            try await story.resize(columns: 120, rows: 30)
            try await story.expect("unencrypted")
            try await story.quits()
        }
    }
}
