import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// Each way in which an archive fails, as a person reads it: nginx hands out what PyPI's crypt4gh has encrypted.
    @Suite(.needsArchive)
    struct FailingArchives {
        /// A person with a key, and an archive with a file or two of 300,000 bytes.
        private struct Scene {
            let story: CommandStory
            let archive: SideServer
            var host: String { archive.announcement.replacingOccurrences(of: "http://", with: "") }

            init(files: [String] = ["reads/one.bin"], rate: String = "0") async throws {
                story = try CommandStory()
                archive = try SideServer.archive(rate: rate)
                let make = """
                    set -e
                    portal keys new --no-passphrase > /dev/null 2>&1
                    head -c 300000 /dev/urandom > plain
                    """
                #expect(try await story.shell(make).status == 0)
                for file in files { _ = archive.ask("file \(file) \(story.home.path)/plain") }
            }

            func fetch(_ more: String = "--decrypt") -> String {
                "portal data fetch D1 --archive \(archive.announcement) --to got \(more)"
            }
        }

        @Test func anArchiveThatGoesInTheMiddleIsNamedAndEveryFileHasAnOutcome() async throws {
            let scene = try await Scene(files: ["reads/one.bin", "reads/two.bin"], rate: "100k")
            let folder = scene.story.home.path + "/got"
            let command = try scene.story.start(
                "data", "fetch", "D1", "--archive", scene.archive.announcement, "--to", folder, "--json",
                results: scene.story.home.path + "/said")
            let wait =
                "until [[ $(stat -c %s got/reads/*.part 2> /dev/null || echo 0) -gt 20000 ]]; do sleep 0.02; done"
            #expect(try await scene.story.shell(wait).status == 0)
            _ = scene.archive.ask("gone")
            _ = try await command.waitFor(
                /The archive at 127\.0\.0\.1:\d+ could not be reached[\s\S]*1 of 2 files is not there, and 1 was not tried/
            )
            #expect(await command.exitStatus() == 5)
            let said = try await scene.story.shell("cat said")
            let states = try said.records().compactMap { $0["state"]?.text }
            #expect(states == ["failed", "not-tried"], "\(said)")
            #expect(try said.records()[0]["reason"]?.text?.contains("The archive at \(scene.host)") == true)
            #expect(!said.output.contains("The portal could"), "\(said)")
            _ = scene.archive.ask("back")
            let whole = try await scene.story.shell("\(scene.fetch()) && cmp got/reads/one.bin plain && ls got/reads")
            #expect(whole.status == 0 && !whole.output.contains(".part"), "\(whole)")
            let asked = scene.archive.ask("asked")
            #expect(asked.contains(#"\"bytes="#) && asked.contains(" 206 "), "\(asked)")
        }

        @Test func aFileThatIsRefusedLeavesTheOthersToBeFetched() async throws {
            let scene = try await Scene(files: ["a.bin", "b.bin"])
            _ = scene.archive.ask("deny a.bin")
            let run = try await scene.story.shell(
                scene.fetch("--json") + " > said; echo $?; ls got; cat said")
            #expect(run.lines.first == "4", "\(run)")
            #expect(run.words.contains("1 of 2 files is not there"), "\(run)")
            #expect(run.lines.contains("b.bin.c4gh") && !run.lines.contains("a.bin.c4gh"), "\(run)")
            #expect(!run.output.contains("not-tried"), "\(run)")
        }

        @Test(.needsMounts) func aDiskThatFillsUpInTheMiddleKeepsWhatCame() async throws {
            let scene = try await Scene(rate: "100k")
            // A disk of their own; another program takes what is left of it while the file comes.
            let script = """
                mkdir got && mount -t tmpfs -o size=400k none got || exit 99
                (until [ "$(stat -c %s got/reads/*.part 2> /dev/null || echo 0)" -gt 20000 ]; do sleep 0.02; done
                 cat /dev/zero > got/filler 2> /dev/null) &
                \(scene.fetch("")); echo "status $?"
                ls got/reads; rm got/filler
                \(scene.fetch("")); echo "status $?"
                tail -c +125 got/reads/one.bin.c4gh | wc -c
                """
            let run = try await scene.story.shell("export -f portal; unshare -m bash <<'END'\n\(script)\nEND")
            #expect(run.words.contains("the disk is full. What came is kept in reads/one.bin.c4gh.part"), "\(run)")
            #expect(run.words.contains("With room again the same command goes on"))
            #expect(run.lines == ["status 1", "one.bin.c4gh.part", "status 0", "300140"], "\(run)")
        }

        @Test func whatIsEncryptedForAnotherKeyIsSaid() async throws {
            let scene = try await Scene()
            let other =
                "portal keys new --no-passphrase --key \(scene.story.home.path)/other > /dev/null 2>&1; ls other.pub"
            #expect(try await scene.story.shell(other).lines == ["other.pub"])
            _ = scene.archive.ask("recipient \(scene.story.home.path)/other.pub")
            let run = try await scene.story.shell(
                scene.fetch() + "; echo $?; ls got/reads; portal data verify got --key .c4gh/key")
            #expect(run.words.contains("it is encrypted for another key"), "\(run)")
            #expect(
                run.lines.prefix(2) == ["4", "one.bin.c4gh"] && run.output.contains("not encrypted for this key"),
                "\(run)")
            #expect(try await scene.story.shell("portal data verify got --key other").status == 0)
        }

        @Test func changedAndCutCiphertextIsToldAndLeavesNoPlainText() async throws {
            let scene = try await Scene(files: ["changed.bin", "cut.bin", "short.bin"])
            // In the second segment; in the middle of the third; and behind the second, which the format cannot tell.
            _ = scene.archive.ask("spoil changed.bin 70000")
            _ = scene.archive.ask("cut cut.bin 150000")
            _ = scene.archive.ask("cut short.bin 131128")
            let run = try await scene.story.shell(
                scene.fetch("--decrypt --json 2> words") + " > said; echo $?; ls got; cat words said")
            #expect(run.lines.first == "9", "\(run)")
            #expect(run.output.contains("changed.bin: WRONG: it does not decrypt"), "\(run)")
            #expect(run.output.contains("cut.bin: WRONG: it does not decrypt"))
            #expect(run.output.contains("the plain text has 131,072 bytes instead of 300,000"), "\(run)")
            for fault in [#""fault":"damaged""#, #""fault":"length""#] { #expect(run.output.contains(fault), "\(run)") }
            #expect(
                run.lines.dropFirst().prefix(4) == [
                    "changed.bin.c4gh", "cut.bin.c4gh", "portal-data.jsonl", "short.bin.c4gh",
                ])
        }

        @Test func whatAnArchiveSaysOfVisasTermsAndClocksIsRead() async throws {
            let scene = try await Scene()
            func said(_ status: Int, _ detail: String, in language: String = "C.UTF-8") async throws -> CommandRun {
                _ = scene.archive.ask("say \(status) {\"title\":\"x\",\"status\":\(status),\"detail\":\"\(detail)\"}")
                return try await scene.story.shell(scene.fetch(), environment: ["LANG": language])
            }
            let forged = try await said(403, "visa 2 of 3 (ControlledAccessGrants, D1): signature does not verify")
            #expect(
                forged.status == 4 && forged.words.contains("Its words: “visa 2 of 3 (ControlledAccessGrants, D1):"),
                "\(forged)")
            #expect(forged.words.contains("portal entitlements"))
            let missing = try await said(403, "no visa of type ControlledAccessGrants for D1")
            #expect(missing.words.contains("no visa of type ControlledAccessGrants for D1"))
            let term = try await said(403, "terms https://duc.example/v2 are not accepted (AcceptedTermsAndPolicies)")
            #expect(term.status == 4 && term.words.contains("terms https://duc.example/v2 are not accepted"), "\(term)")
            let german = try await said(403, "no visa of type ControlledAccessGrants", in: "de_DE.UTF-8")
            #expect(german.words.contains("Seine Worte: „no visa of type ControlledAccessGrants“"), "\(german)")

            let clock = try await said(401, "token not yet valid (nbf)")
            #expect(
                clock.status == 4 && clock.words.contains("To the archive at \(scene.host) you are not signed in"),
                "\(clock)")
            #expect(clock.words.contains("token not yet valid") && clock.words.contains("A clock is wrong"), "\(clock)")
            // A portal that is away is the portal's failure, and what the archive would say is not known then.
            _ = scene.archive.ask("say 200")
            try await scene.story.demo.stop()
            for command in ["data fetch D1 --to x", "data how D1 --manifest"] {
                let away = try await scene.story.shell("portal \(command)")
                #expect(away.status == 5 && away.words.contains("The portal could not be reached"), "\(away)")
            }
            #expect(try await scene.story.shell(scene.fetch()).status == 0, "The archive needs no portal.")
        }

        @Test func aFileThatIsAnotherOneNowStaysAndIsTold() async throws {
            let scene = try await Scene()
            #expect(try await scene.story.shell(scene.fetch("")).status == 0)
            let here = try await scene.story.shell(
                "truncate -s 5000 got/reads/*.c4gh; \(scene.fetch("")); stat -c %s got/reads/*.c4gh")
            #expect(here.words.contains("was changed or cut since it was fetched") && here.lines == ["5000"], "\(here)")
            #expect(try await scene.story.shell("rm got/reads/*.c4gh; \(scene.fetch(""))").status == 0)
            _ = scene.archive.ask("cut reads/one.bin 131128")
            let there = try await scene.story.shell("\(scene.fetch("--json")); stat -c %s got/reads/*.c4gh")
            #expect(there.words.contains("of 131,128 bytes instead of 300,140"), "\(there)")
            #expect(there.words.contains("move it away, and the same command fetches the new one"), "\(there)")
            #expect(there.output.contains(#""fault":"outdated""#) && there.lines.last == "300264", "\(there)")
            let moved = try await scene.story.shell(
                "mv got/reads/one.bin.c4gh old; \(scene.fetch("")); stat -c %s got/reads/*.c4gh")
            #expect(moved.lines == ["131252"], "\(moved)")
        }
    }
}
