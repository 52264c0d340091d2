import Foundation
import Testing

extension Stories {
    /// Signing in and out from a shell.
    @Suite struct SignInCommands {
        @Test(.needsJSONSchema)
        func aReadyTokenIsKeptUntilSomebodySignsOut() async throws {
            let story = try CommandStory()
            let nowhere = ["--issuer", "http://127.0.0.1:9", "--client-id", "portal-terminal"]
            func portal(_ arguments: String..., input: String = "") async throws -> CommandRun {
                try await story.portal(arguments + nowhere, signedIn: false, input: input)
            }
            let before = try await portal("auth", "status", "--json")
            #expect(before.status == 4)
            try await before.conforms(to: "auth-status")
            #expect(try await portal("requests").status == 4)

            let token = story.demo.listening.token
            let login = try await portal("login", "--token", "-", input: token + "\n")
            #expect(login.status == 0, "\(login.words)")
            #expect(!(login.output + login.words).contains(token))
            let status = try await portal("auth", "status", "--json")
            #expect(status.status == 0)
            try await status.conforms(to: "auth-status")
            #expect(try status.records()[0]["way"] == .text("session"))
            let path = try #require(try status.records()[0]["path"]?.text)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try await portal("requests").status == 0)

            let logout = try await portal("logout")
            #expect(logout.status == 0)
            #expect(logout.words.contains("The access token can still be used"), "the sign-in service is not there")
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect(try await portal("auth", "status").status == 4)
            #expect(try await portal("requests").status == 4)
            #expect(try await portal("logout").words.contains("Nobody is signed in"))
        }

        @Test func aTokenThatIsNoneIsRefusedAndNothingChanges() async throws {
            let story = try CommandStory()
            let nowhere = ["--issuer", "http://127.0.0.1:9", "--client-id", "portal-terminal"]
            for input in ["", "\n", "two words\n", "sign\u{1B}in\n"] {
                let run = try await story.portal(["login", "--token", "-"] + nowhere, signedIn: false, input: input)
                #expect(run.status == 2, "\(input)")
            }
            let demo = try await story.bare(["login", "--demo"])
            #expect(demo.status == 1)
            #expect(demo.words.contains("as Ada"))
            let unreachable = try await story.portal(["login", "--device"] + nowhere, signedIn: false)
            #expect(unreachable.status == 5)
            #expect(try await story.portal(["login"], signedIn: false).status == 2, "nowhere to sign in")
            #expect(try await story.portal("login").words.contains("PORTAL_TOKEN"))
        }

        @Test(.needsGlewlwyd, .needsJSONSchema)
        func aCodeIsConfirmedElsewhere() async throws {
            let story = try CommandStory()
            let identity = try SideServer.identity()
            let issuer = try #require(try setting("issuer", of: identity))
            let services = ["--issuer", issuer, "--client-id", "portal"]
            let places = ["--discovery", story.demo.listening.discovery, "--access", story.demo.listening.access]
            let login = try RunningCommand(
                ["login", "--device"] + places + services,
                environment: story.home.environment.merging(["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]) { $1 })
            let code = try await login.waitFor(/type the code (\S+)/).1
            #expect(identity.ask(#"{"approve": "\#(code)"}"#).contains("deviceComplete"))
            #expect(await login.exitStatus() == 0)
            let status = try await story.portal(["auth", "status", "--json"] + services, signedIn: false)
            try await status.conforms(to: "auth-status")
            #expect(try status.records()[0]["user"] == .text("Alice Example"))
            #expect(try status.records()[0]["isRenewable"] == .flag(true))
            #expect(try status.records()[0]["expires"] != nil)

            let doctor = try await story.portal(["doctor", "--json"] + services)
            #expect(try doctor.records().first { $0["name"] == .text("grants") }?["state"] == .text("ok"))
            #expect(doctor.output.contains("device grant"))
            let health = try await story.portal(["health", "--json"] + services)
            #expect(
                try health.records()[0]["services"]?.list.map { $0["state"].text } == ["healthy", "healthy", "healthy"])

            let logout = try await story.portal(["logout"] + services, signedIn: false)
            #expect(logout.status == 0, "\(logout.words)")
            #expect(try await story.portal(["auth", "status"] + services, signedIn: false).status == 4)
        }

        @Test(.needsGlewlwyd, .needsJSONSchema)
        func aServiceCallsByItsOwnSecret() async throws {
            let story = try CommandStory()
            let identity = try SideServer.identity()
            let issuer = try #require(try setting("issuer", of: identity))
            let secret = try #require(try setting("robot_secret", of: identity))
            let file = try story.home.write(secret + "\n", to: "robot", mode: 0o644)
            _ = try story.home.write(
                """
                profiles:
                  job:
                    discovery: \(story.demo.listening.discovery)
                    identity: {issuer: "\(issuer)", client: robot, scopes: [g_robot], client_secret_file: "\(file)"}
                """, to: "config/portal/config.yaml")
            let refused = try await story.bare(["login"])
            #expect(refused.status == 1)
            #expect(refused.words.contains("chmod 600 \(file)"))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            story.home.plant(secret)
            let status = try await story.bare(["auth", "status", "--json"])
            try await status.conforms(to: "auth-status")
            #expect(try status.records()[0]["way"] == .text("service"))
            #expect(try status.records()[0]["user"] == .text("robot"))
            #expect(try await story.bare(["login"]).words.contains("nobody signs in or out"))
            #expect(try await story.bare(["health"]).status == 0)
        }

        /// What the sign-in service said of itself when it was configured.
        private func setting(_ name: String, of identity: SideServer) throws -> String? {
            try JSONDecoder().decode([String: String].self, from: Data(identity.announcement.utf8))[name]
        }
    }
}
