import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// Keys and data of Crypt4GH from a shell.
    @Suite struct EncryptedData {
        @Test func aKeyIsMadeForWhoeverNamesItsPassphraseTwice() async throws {
            let desk = try DataDesk()
            let terminal = try desk.terminal("keys", "new")
            var place = try await terminal.waitFor("New passphrase of \(desk.home.path)/.c4gh/key: ")
            #expect(!terminal.echoes && terminal.isCooked)
            terminal.type("unterwegs nach Uppsala\r")
            place = try await terminal.waitFor("The same again: ", from: place)
            terminal.type("unterwegs nach Upsala\r")
            place = try await terminal.waitFor("not the same", from: place)
            place = try await terminal.waitFor("New passphrase of", from: place)
            terminal.type("unterwegs nach Uppsala\r")
            try await terminal.waitFor("The same again: ", from: place)
            terminal.type("unterwegs nach Uppsala\r")
            #expect(try await terminal.waitForExit() == 0)
            #expect(terminal.echoes)
            let shown = String(decoding: terminal.received, as: UTF8.self)
            #expect(!shown.contains("unterwegs"))
            let line = try await desk.shell("portal keys show").lines
            #expect(line.count == 1 && shown.contains(line[0]) && line[0].utf8.count == 44)
            #expect(try await desk.shell("stat -c %a .c4gh .c4gh/key .c4gh/key.pub").lines == ["700", "400", "644"])
            #expect(try await desk.shell("grep -rl Uppsala . || echo none").lines == ["none"])
            let again = try await desk.shell("portal keys new --no-passphrase")
            #expect(again.status == 1 && again.words.contains("is there already, and was left as it is"))

            let wrong = try desk.terminal("keys", "passphrase", "--no-passphrase")
            place = try await wrong.waitFor("Passphrase of")
            wrong.type("Uppsala\r")
            place = try await wrong.waitFor("That is not the passphrase", from: place)
            try await wrong.waitFor("Passphrase of", from: place)
            wrong.type("unterwegs nach Uppsala\r")
            #expect(try await wrong.waitForExit() == 0)
            #expect(try await desk.shell("portal keys list").output.contains("no passphrase"))
        }

        @Test func whoStopsItFindsTheTerminalAsItWas() async throws {
            let desk = try DataDesk()
            // ^C, the end of the input, and ^\; ^Z is a story of its own (`SignalStories`).
            for (ending, status) in [("\u{03}", 128 + SIGINT), ("\u{04}", 2), ("\u{1C}", 128 + SIGQUIT)] {
                let terminal = try desk.terminal("keys", "new")
                try await terminal.waitFor("New passphrase of")
                #expect(!terminal.echoes)
                terminal.type(ending)
                #expect(try await terminal.waitForExit() == status)
                #expect(terminal.echoes)
                #expect(try await desk.shell("ls -A .c4gh 2> /dev/null | wc -l").lines == ["0"])
            }
        }

        @Test func dataIsNotWrittenToATerminal() async throws {
            let desk = try DataDesk()
            #expect(try await desk.shell("portal keys new --no-passphrase").status == 0)
            #expect(try await desk.shell("echo hello | portal data encrypt - --for .c4gh/key.pub > f").status == 0)
            let terminal = try desk.terminal("data", "decrypt", desk.home.path + "/f")
            try await terminal.waitFor("not written to a terminal")
            #expect(try await terminal.waitForExit() == 2)
            #expect(!String(decoding: terminal.received, as: UTF8.self).contains("hello"))
            let seen = try desk.terminal("keys", "new", "--key", desk.home.path + "/k", "--passphrase-fd", "0")
            try await seen.waitFor("is the terminal, which would show the passphrase")
            #expect(try await seen.waitForExit() == 2)
        }

        @Test(.needsCrypt4GH) func whatTheReferenceEncryptsIsDecryptedAndTheOtherWayRound() async throws {
            let desk = try DataDesk()
            let line = """
                set -e
                head -c 200001 /dev/urandom > plain
                printf 'pass\\npass\\n' > words
                portal keys new --passphrase-fd 3 3< words 2> /dev/null
                crypt4gh-keygen --nocrypt --sk their.sec --pk their.pub > /dev/null 2>&1
                crypt4gh encrypt --sk their.sec --recipient_pk .c4gh/key.pub --recipient_pk their.pub < plain > their.c4gh
                portal data decrypt their.c4gh --passphrase-fd 3 3< words | cmp - plain
                portal data decrypt - --key their.sec < their.c4gh | cmp - plain
                portal data encrypt plain --for their.pub --for .c4gh/key.pub --output our.c4gh 2> /dev/null
                crypt4gh decrypt --sk their.sec < our.c4gh | cmp - plain
                C4GH_PASSPHRASE=pass crypt4gh decrypt --sk .c4gh/key < our.c4gh 2> /dev/null | cmp - plain
                crypt4gh reencrypt --sk their.sec --recipient_pk .c4gh/key.pub < our.c4gh > given.c4gh
                portal data decrypt given.c4gh --passphrase-fd 0 < words | cmp - plain
                printf 'pass\\nother\\n' | portal keys passphrase --passphrase-fd 0 --new-passphrase-fd 0 2> /dev/null
                C4GH_PASSPHRASE=other crypt4gh decrypt --sk .c4gh/key < our.c4gh 2> /dev/null | cmp - plain
                crypt4gh rearrange --sk their.sec --range 65530-131080 < our.c4gh > part.c4gh
                crypt4gh decrypt --sk their.sec < part.c4gh > part
                portal data decrypt part.c4gh --key their.sec | cmp - part
                tail -c +65531 plain | head -c $(stat -c %s part) | cmp - part
                """
            let run = try await desk.shell(line)
            #expect(run.status == 0, "\(run)")
        }

        @Test func aRangeIsTheSliceOfTheWholeOfAFileAndOfAPipe() async throws {
            let desk = try DataDesk()
            let line = """
                set -e
                portal keys new --no-passphrase 2> /dev/null > /dev/null
                head -c 140000 /dev/urandom > plain
                portal data encrypt plain --for .c4gh/key.pub > f
                for range in 0-1 0-10 65530-65550 65535-65536 65536-65546 65536-131072 1-140000 139999-140000; do
                    start=${range%-*} end=${range#*-}
                    tail -c +$((start + 1)) plain | head -c $((end - start)) > wanted
                    portal data decrypt f --range $range | cmp - wanted
                    cat f | portal data decrypt - --range $range | cmp - wanted
                done
                portal data decrypt f --range 131072- | cmp - <(tail -c +131073 plain)
                """
            let run = try await desk.shell(line)
            #expect(run.status == 0, "\(run)")
            let short = try await desk.shell("portal data decrypt f --range 139990-150000 | wc -c")
            #expect(short.lines == ["10"] && short.words.contains("ends before the range does: it has 10 bytes"))
            let behind = try await desk.shell("portal data decrypt f --range 140000-150000 --output nothing")
            #expect(behind.status == 1 && behind.words.contains("ends before byte 140,000"))
            for wrong in ["5-5", "9-3", "-5", "x", "1-x", "99999999999999999999-"] {
                #expect(try await desk.shell("portal data decrypt f --range=\(wrong)").status == 2, "\(wrong)")
            }
            #expect(try await desk.shell("ls").output.contains("nothing") == false)
        }

        @Test(.needsJSONSchema) func whatIsNotWholeIsSaidAndNeverTakesAFilesPlace() async throws {
            let desk = try DataDesk()
            let make = """
                set -e
                portal keys new --no-passphrase 2> /dev/null > /dev/null
                head -c 140000 /dev/urandom > plain
                portal data encrypt plain --for .c4gh/key.pub > f
                head -c 100000 f > cut
                head -c 60 f > stub
                { head -c 70000 f; printf x; tail -c +70002 f; } > changed
                portal keys new --key other --no-passphrase 2> /dev/null > /dev/null
                printf old > there
                """
            #expect(try await desk.shell(make).status == 0)
            let whole = try await desk.shell("portal data decrypt f --output out --json")
            try await whole.conforms(to: "data-file")
            #expect(try await desk.shell("cmp out plain && stat -c %a out && ls out.part").lines == ["600"])

            let refused = try await desk.shell("portal data decrypt f --output there")
            #expect(refused.status == 1 && refused.words.contains("is there already"))
            #expect(try await desk.shell("cat there").output == "old")
            #expect(
                try await desk.shell("portal data decrypt f --output there --overwrite && cmp there plain").status == 0)

            for (file, said) in [
                ("cut", "its last segment (1)"), ("changed", "its segment 1 is not what was encrypted"),
            ] {
                let run = try await desk.shell("portal data decrypt \(file) --output new")
                #expect(run.status == 1 && run.words.contains(said), "\(run)")
                #expect(run.words.contains("The 65,536 bytes before that are right, and are in new.part"))
                let kept = try await desk.shell("head -c 65536 plain | cmp - new.part && ls new")
                #expect(kept.status == 2 && kept.output.isEmpty)
                let piped = try await desk.shell("set -o pipefail; portal data decrypt \(file) | wc -c")
                #expect(piped.status == 1 && piped.lines == ["65536"])
            }
            #expect(try await desk.shell("portal data decrypt f --output new && cmp new plain").status == 0)
            for (command, status, said) in [
                ("stub", 1, "ends within its header"), ("plain", 1, "does not begin as one"),
                ("f --key other", 4, "was not encrypted for this key"), ("nowhere", 3, "is not there"),
                ("f --key nowhere", 3, "portal keys list"), ("f --key .c4gh/key.pub", 1, "the secret one is needed"),
                ("f --output .", 1, "directory"), ("f --passphrase-fd 1", 2, "no descriptor"),
                ("f > /dev/full", 1, "could not be written"),
            ] {
                let run = try await desk.shell("portal data decrypt \(command)")
                #expect(run.status == Int32(status) && run.words.contains(said), "\(command): \(run)")
            }
            let german = try await desk.shell("portal data decrypt cut > part", environment: ["LANG": "de_DE.UTF-8"])
            #expect(german.words.contains("ist abgeschnitten oder wurde verändert"))
        }

        @Test(.needsMounts) func aFullDiskIsSaidAndLeavesNothingBehind() async throws {
            let desk = try DataDesk()
            let line = """
                set -e
                portal keys new --no-passphrase 2> /dev/null > /dev/null
                head -c 3000000 /dev/zero | portal data encrypt - --for .c4gh/key.pub > f
                mkdir small
                """
            #expect(try await desk.shell(line).status == 0)
            let program = try ProgramUnderTest.portal()
            func small(_ command: String) async throws -> CommandRun {
                try await desk.shell(
                    "unshare -m sh -c 'mount -t tmpfs -o size=1m none small && { \(command); s=$?; ls small; exit $s; }'"
                )
            }
            let known = try await small("\(program) data decrypt f --output small/x")
            #expect(known.status == 1 && known.output.isEmpty && known.words.contains("There is no room for small/x"))
            let piped = try await small("cat f | \(program) data decrypt - --output small/x")
            #expect(piped.status == 1 && piped.output.isEmpty && piped.words.contains("No space left on device"))
        }

        @Test func keysThatAreNotOurOwnAreTakenOrRefusedByName() async throws {
            let desk = try DataDesk()
            let key = try await desk.shell("portal keys new --no-passphrase --comment Ada").lines
            let secret = try await desk.shell("echo x | portal data encrypt - --for .c4gh/key > f")
            #expect(secret.status == 1 && secret.words.contains("Never give it to anybody"))
            #expect(try await desk.shell("test -s f").status == 1)
            #expect(
                try await desk.shell("echo x | portal data encrypt - --for \(key[0]) | portal data decrypt -").output
                    == "x\n")
            #expect(try await desk.shell("echo x | portal data encrypt - --for nobody.pub").status == 3)
            let imported = try await desk.shell(
                "echo words | portal keys import .c4gh/key --key copy --passphrase-fd 0 && portal keys show copy")
            #expect(imported.lines == [key[0], key[0]])
            let wrong = try await desk.shell(
                "echo word | portal data decrypt <(portal data encrypt f --for copy.pub) --key copy --passphrase-fd 0")
            #expect(wrong.status == 4 && wrong.words.contains("That is not the passphrase of copy"))
            let nobody = try await desk.shell("portal data encrypt f --for copy.pub | portal data decrypt - --key copy")
            #expect(nobody.status == 2 && nobody.words.contains("--passphrase-fd"))
            let open = try await desk.shell(
                "chmod 644 .c4gh/key; portal data encrypt f --for .c4gh/key.pub | portal data decrypt -")
            #expect(open.status == 1 && open.words.contains("chmod 600"))
        }
    }
}

/// A home with a shell, and the reference implementation's programs beside ours.
private struct DataDesk {
    let home: StoryHome

    init() throws {
        home = try StoryHome()
        home.plant("unterwegs nach Uppsala")
    }

    private var environment: [String: String] {
        home.environment.merging(["LANG": "C.UTF-8", "PATH": Crypt4GHTools.folder + ":/usr/bin:/bin:/usr/sbin:/sbin"]) {
            $1
        }
    }

    func shell(_ line: String, environment more: [String: String] = [:]) async throws -> CommandRun {
        let program = try ProgramUnderTest.portal()
        return try await CommandRun.run(
            "/bin/bash", ["-c", "portal() { \"\(program)\" \"$@\"; }; \(line)"],
            environment: environment.merging(more) { $1 }, in: home.path)
    }

    func terminal(_ arguments: String...) throws -> PtyTerminal {
        try PtyTerminal([try ProgramUnderTest.portal()] + arguments, environment: environment)
    }
}

/// PyPI's crypt4gh, in the virtual environment of the contracts' tools.
enum Crypt4GHTools {
    static let folder = SideServer.root + "/.build/contracts-venv/bin"
}

extension Trait where Self == ConditionTrait {
    /// Runs the test where the reference implementation is at hand.
    static var needsCrypt4GH: Self {
        .needs("crypt4gh of PyPI is not at hand: make contracts fetches it") {
            FileManager.default.isExecutableFile(atPath: Crypt4GHTools.folder + "/crypt4gh")
        }
    }
}
