import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// A lock over everything private, as somebody uses it from a shell.
    @Suite struct Locks {
        /// Somebody with words that nobody else is to read.
        private final class Person: Sendable {
            let home: StoryHome
            static let planted = "planted-words-of-a-person"

            init() async throws {
                home = try StoryHome()
                let file = try home.write("name: \(Self.planted)\n", to: "config/person.yaml")
                #expect(try await portal("profile", "set", "--from", file).status == 0)
                try FileManager.default.removeItem(atPath: file)
            }

            var environment: [String: String] {
                home.environment.merging(["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]) { $1 }
            }

            func portal(_ words: String..., input: String = "", unlock: String? = nil) async throws -> CommandRun {
                var environment = environment
                environment["PORTAL_UNLOCK_FD"] = unlock
                return try await CommandRun.run(
                    ProgramUnderTest.portal(), words, environment: environment, input: input)
            }

            /// Files of the person that have the words in them, logs too.
            var readable: [String] { home.readable([Self.planted], in: [home.path]) }
        }

        @Test func aPassphraseOpensWhatItSealed() async throws {
            let person = try await Person()
            #expect(!person.readable.isEmpty)
            let enabled = try await person.portal("lock", "enable", "--passphrase-fd", "0", input: "pass\n")
            #expect(enabled.status == 0, "\(enabled)")
            #expect(person.readable.isEmpty)
            // Whoever names another passphrase must not believe that it opens the lock from now on.
            let twice = try await person.portal("lock", "enable", "--passphrase-fd", "0", input: "other\n")
            #expect(twice.status == 1 && twice.words.contains("portal lock change"), "\(twice)")
            let same = try await person.portal("lock", "enable", "--passphrase-fd", "0", input: "pass\n")
            #expect(same.status == 0, "\(same)")
            let last = try await person.portal(
                "lock", "change", "--remove", "passphrase", input: "pass\n", unlock: "0")
            #expect(last.status == 2 && last.words.contains("opens by passphrase alone"), "\(last)")
            let none = try await person.portal("lock", "change", "--remove", "agent", input: "pass\n", unlock: "0")
            #expect(none.status == 2 && none.words.contains("does not open by “agent”"), "\(none)")
            _ = try await person.portal("lock", "now")
            let screen = try await person.portal("--demo", input: "wrong\n", unlock: "0")
            #expect(screen.status == 4 && screen.words.contains("does not open the lock"), "\(screen)")
            let locked = try await person.portal("profile", "show")
            #expect(locked.status == 1 && locked.words.contains("lock unlock"), "\(locked)")
            #expect(try await person.portal("profile", "show", input: "wrong\n", unlock: "0").status == 4)
            let open = try await person.portal("profile", "show", input: "pass\n", unlock: "0")
            #expect(open.output.contains(Person.planted), "\(open)")
            _ = try await person.portal("lock", "now")
            let changed = try await person.portal(
                "lock", "change", "--new-passphrase-fd", "0", input: "pass\nother\n", unlock: "0")
            #expect(changed.status == 0, "\(changed)")
            _ = try await person.portal("lock", "now")
            #expect(try await person.portal("lock", "disable", input: "pass\n", unlock: "0").status == 4)
            #expect(person.readable.isEmpty)
            #expect(try await person.portal("lock", "disable", input: "other\n", unlock: "0").status == 0)
            #expect(try await person.portal("profile", "show").output.contains(Person.planted))
        }

        @Test func whateverKillsItNothingIsLostAndTheNextRunGoesOn() async throws {
            let person = try await Person()
            let stick = person.home.path + "/stick"
            var random = TortureSlice.random
            for round in 1...12 {
                let (command, other) = round % 2 == 1 ? ("enable", "disable") : ("disable", "enable")
                let words = ["lock", command] + (command == "enable" ? ["--key-file", stick] : [])
                let program = try KillableProgram(
                    [ProgramUnderTest.portal()] + words, environment: person.environment,
                    words: person.home.path + "/words")
                _ = try await program.end(after: random.pause(upTo: 120), by: SIGKILL)
                let shown = try await person.portal("profile", "show")
                #expect(shown.output.contains(Person.planted), "\(command) killed, before \(other): \(shown)")
                let again =
                    command == "enable"
                    ? try await person.portal("lock", command, "--key-file", stick)
                    : try await person.portal("lock", command)
                // Where it had come to its end there is no lock to take away.
                #expect(again.status == 0 || again.words.contains("no lock"), "\(again)")
                #expect(person.readable.isEmpty == (command == "enable"), "\(command): \(person.readable)")
            }
        }

        @Test func whatAKilledProgramLeftBesideAFileIsNotLeftReadable() async throws {
            let person = try await Person()
            let folder = person.home.data + "/portal/"
            // Greater than any process's number is on Linux; and this process, which lives.
            let (left, mine) = (folder + "person.json.4194305-7", folder + "person.json.\(getpid())-7")
            for path in [left, mine, folder + "person.json.notes-7"] {
                try FileManager.default.copyItem(atPath: folder + "person.json", toPath: path)
            }
            // The first sign-in was being written: there is no file of that name yet.
            let token = folder + "identity/demo.json.4194305-9"
            try FileManager.default.createDirectory(atPath: folder + "identity", withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: left, toPath: token)
            let enabled = try await person.portal("lock", "enable", "--key-file", person.home.path + "/stick")
            #expect(enabled.status == 0, "\(enabled)")
            #expect(!FileManager.default.fileExists(atPath: left) && !FileManager.default.fileExists(atPath: token))
            #expect(FileManager.default.fileExists(atPath: mine), "It may be writing.")
            #expect(FileManager.default.fileExists(atPath: folder + "person.json.notes-7"), "It is the person's own.")
        }

        @Test func whoLosesTheKeyBeginsAnewAndMayFindItLater() async throws {
            let person = try await Person()
            _ = try await person.portal("lock", "enable", "--passphrase-fd", "0", input: "pass\n")
            _ = try await person.portal("lock", "now")
            #expect(try await person.portal("lock", "forget").status == 2)
            let forgotten = try await person.portal("lock", "forget", "--yes")
            #expect(forgotten.status == 0, "\(forgotten)")
            let folder = person.home.data + "/portal"
            #expect(FileManager.default.fileExists(atPath: folder + "/person.json.locked"))
            #expect(try await person.portal("profile", "show").status == 0)
            // Found again: both are put back where they were.
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            let lock = try #require(names.first { $0.hasPrefix("lock-") })
            try FileManager.default.moveItem(atPath: folder + "/" + lock, toPath: folder + "/lock.json")
            try FileManager.default.moveItem(
                atPath: folder + "/person.json.locked", toPath: folder + "/person.json")
            let found = try await person.portal("profile", "show", input: "pass\n", unlock: "0")
            #expect(found.output.contains(Person.planted), "\(found)")
        }
    }
}
