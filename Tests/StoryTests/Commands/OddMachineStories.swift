import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// Machines that lack what others have: the program says what is the case and what to do.
    @Suite struct OddMachines {
        /// A directory service knows her, and this machine's list of users does not.
        private static let nobody = "54321"
        private static let canBeNobody =
            geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")

        private func run(
            _ words: String..., home: String?, besides: [String: String] = [:]
        ) async throws -> CommandRun {
            var environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]
            environment["HOME"] = home
            return try await CommandRun.run(
                "/usr/bin/setpriv",
                ["--reuid", Self.nobody, "--clear-groups", try ProgramUnderTest.portal()] + words,
                environment: environment.merging(besides) { $1 })
        }

        @Test(.enabled(if: Self.canBeNobody, "only root can be somebody whom nobody knows"))
        func aUserWhomTheMachineDoesNotKnowIsServed() async throws {
            let home = FileManager.default.temporaryDirectory.appending(path: "portal-nobody-\(UUID().uuidString)").path
            try FileManager.default.createDirectory(
                atPath: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o777])
            try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: home)
            defer { try? FileManager.default.removeItem(atPath: home) }

            let doctor = try await run("doctor", home: home)
            #expect(doctor.status == 0, "\(doctor)")
            #expect(doctor.output.contains(home))
            #expect(try await run("basket", "add", "mimic-iv", "--demo", home: home).status == 0)
            #expect(try await run("basket", "--demo", home: home).output.contains("MIMIC-IV"))

            // Without HOME nothing is kept, which is said; what needs no place works.
            let search = try await run("search", "cancer", "--demo", "--limit", "1", home: nil)
            #expect(search.status == 0, "\(search)")
            for words in [
                ["basket", "add", "mimic-iv", "--demo"], ["profiles", "use", "demo"], ["config", "path"],
                ["cache", "path"],
            ] {
                let refused = try await CommandRun.run(
                    "/usr/bin/setpriv",
                    ["--reuid", Self.nobody, "--clear-groups", try ProgramUnderTest.portal()] + words,
                    environment: ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color"])
                #expect(refused.status == 1 && refused.words.contains("HOME is not set"), "\(refused)")
                #expect(refused.words.contains("XDG_"), "\(refused)")
            }
            let sick = try await run("doctor", home: nil)
            #expect(sick.status == 1 && sick.output.contains("set HOME, or XDG_CONFIG_HOME"), "\(sick)")
            // Places of her own choice will do.
            let places = ["XDG_DATA_HOME": home + "/data", "XDG_CONFIG_HOME": home + "/config"]
            #expect(
                try await run("basket", "add", "mimic-iv", "--demo", home: nil, besides: places).status == 0)
            #expect(
                try await run(
                    "profiles", "add", "a", "--untried", "--discovery", "https://a.example", home: nil, besides: places
                ).status == 0)
        }

        @Test(.enabled(if: Self.canBeNobody, "root can write everywhere"))
        func aHomeThatCannotBeWrittenIsSaid() async throws {
            let home = FileManager.default.temporaryDirectory.appending(path: "portal-locked-\(UUID().uuidString)").path
            try FileManager.default.createDirectory(
                atPath: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o555])
            defer { try? FileManager.default.removeItem(atPath: home) }
            let doctor = try await run("doctor", home: home, besides: ["TERM": "no-such-terminal", "LC_ALL": "xx_YY"])
            #expect(doctor.status == 1)
            for words in [
                "cannot be written, so nothing is kept there", "with XDG_DATA_HOME", "so nothing is logged",
                "does not know the terminal “no-such-terminal”", "xx_YY, which is no UTF-8 locale of this machine",
            ] { #expect(doctor.output.contains(words), "\(words): \(doctor.output)") }
            let kept = try await run("profiles", "use", "demo", home: home)
            #expect(kept.status == 1 && kept.words.contains("cannot be written"), "\(kept)")
            #expect(try await run("search", "cancer", "--demo", "--limit", "1", home: home).status == 0)
        }

        /// The limit is that of a user: of one who has nothing else running.
        @Test(.enabled(if: Self.canBeNobody, "the limit is none to root"), arguments: [1, 3, 6, 9, 12, 40])
        func tooFewThreadsAreSaid(limit: Int) async throws {
            let home = FileManager.default.temporaryDirectory.appending(path: "portal-few-\(UUID().uuidString)").path
            try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: home) }
            let user = "\(61_000 + limit)"
            chown(home, UInt32(user) ?? 0, 0)
            let run = try await CommandRun.run(
                "/usr/bin/setpriv",
                [
                    "--reuid", user, "--clear-groups", "/usr/bin/prlimit", "--nproc=\(limit):\(limit)",
                    try ProgramUnderTest.portal(), "search", "x", "--discovery", "http://127.0.0.1:9",
                ],
                environment: ["PATH": "/usr/bin:/bin", "HOME": home, "LC_ALL": "C.UTF-8"])
            #expect(run.status == (limit < 14 ? 1 : 5), "\(run)")
            #expect(run.words.contains("ulimit -u") == (limit < 14), "\(run)")
        }

        @Test func tooFewDescriptorsAreSaid() async throws {
            let story = try CommandStory()
            let run = try await CommandRun.run(
                "/bin/sh", ["-c", "ulimit -n 16; exec \"$0\" doctor", try ProgramUnderTest.portal()],
                environment: story.home.environment)
            #expect(run.status == 1 && run.words.contains("ulimit -n 1024"), "\(run)")
        }
    }
}
