import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// From an approved request to plain text on the disk.
    @Suite struct FetchedData {
        /// Grants Ada a dataset, and gives its identifier.
        private func granted(_ story: CommandStory) async throws -> String {
            let dataset = try await story.dataset()
            let sent = try await story.portal(
                "request", "new", "--dataset", dataset, "--answers", try story.answers(), "--accept-licences",
                "--submit")
            #expect(sent.status == 0, "\(sent.words)")
            let entitlements = try await story.portal("entitlements", "--json").records()
            return try #require(entitlements.first?["datasetIdentifier"]?.text)
        }

        @Test(.needsCrypt4GH) func anApprovedRequestEndsAsPlainTextOnTheDisk() async throws {
            let story = try CommandStory()
            let identifier = try await granted(story)
            let archive = story.demo.listening.sda
            let line = """
                set -e
                portal keys new --no-passphrase > /dev/null 2>&1
                portal data list --archive \(archive)
                portal data fetch \(identifier) --archive \(archive) --to data --decrypt --jobs 2 2> said
                portal data verify data > checked
                portal data verify data --key .c4gh/key
                """
            let run = try await story.shell(line)
            #expect(run.status == 0, "\(run)")
            #expect(run.output.contains(identifier))
            #expect(!run.output.contains("WRONG"))
            let judge = """
                set -e
                for file in README.txt reads/sample-1.fastq variants/chr22.vcf; do
                    \(Crypt4GHTools.folder)/crypt4gh decrypt --sk .c4gh/key < data/$file.c4gh 2> /dev/null | cmp - data/$file
                    stat -c %a data/$file data/$file.c4gh
                done
                head -n 1 data/variants/chr22.vcf
                ls data/*.part data/*/*.part 2> /dev/null || true
                grep -c 'sha256 of the plain text is right' said
                grep -c 'sha256 of the encrypted body is right; the plain text was not looked at' checked
                """
            let judged = try await story.shell(judge)
            #expect(judged.status == 0, "\(judged)")
            #expect(
                judged.lines == Array(repeating: "600", count: 6) + ["##fileformat=VCFv4.3", "3", "3"], "\(judged)")
            let again = try await story.shell("portal data fetch \(identifier) --archive \(archive) --to data")
            #expect(again.status == 0 && again.words.contains("was there already"))
            let damage = "printf X | dd of=data/README.txt.c4gh bs=1 seek=3 conv=notrunc status=none"
            let damaged = try await story.shell(damage + "; portal data verify data")
            #expect(damaged.status != 0 && damaged.words.contains("what was changed is deleted before"), "\(damaged)")
            // The demo's own archive is asked with --demo, and no other.
            let other = try await story.shell("portal data list --demo --archive https://archive.example")
            #expect(other.status == 2 && other.words.contains("archive of its own"), "\(other)")
        }

        @Test func whatIsCutOffGoesOnAndADamagedFileIsTold() async throws {
            let story = try CommandStory()
            let identifier = try await granted(story)
            let archive = story.demo.listening.sda
            #expect(try await story.shell("portal keys new --no-passphrase").status == 0)
            let fetch = "portal data fetch \(identifier) reads/ --archive \(archive) --to data"
            // The first call brings half; the second has a token that ended.
            try await story.demo.misbehave(
                """
                [{"call":"GET /sda/files/*/content","fault":"truncate","times":1},
                 {"call":"GET /sda/files/*/content","fault":"unauthorized"}]
                """)
            let stopped = try await story.shell(fetch)
            #expect(stopped.status == 4 && stopped.words.contains("the same command goes on"), "\(stopped)")
            #expect(try await story.shell("stat -c %a data/reads/*.part").lines == ["600"])
            let part = try await story.shell("portal data verify data")
            #expect(part.status == 1 && part.output.contains("not fetched to its end"))
            try await story.demo.misbehave("[]")
            let whole = try await story.shell(fetch + " && ls data/reads && portal data verify data --key .c4gh/key")
            #expect(whole.status == 0, "\(whole)")
            #expect(
                whole.lines.first == "sample-1.fastq.c4gh" && whole.output.contains("sha256 of the plain text is right")
            )

            let line = "printf x | dd of=data/reads/sample-1.fastq.c4gh bs=1 seek=9000 conv=notrunc status=none"
            let damaged = try await story.shell(line + "; portal data verify data; echo $?")
            #expect(damaged.lines.last == "9" && damaged.output.contains("WRONG"), "\(damaged)")
            let cut = try await story.shell("truncate -s 5000 data/reads/*.c4gh; portal data verify data; echo $?")
            #expect(cut.lines.last == "9" && cut.output.contains("5,000 bytes long instead of"))
            let none = try await story.shell("rm data/reads/*.c4gh; portal data verify data; echo $?")
            #expect(none.lines.last == "1" && none.output.contains("missing"))
        }

        @Test func aDiskThatTakesNoMoreKeepsWhatCame() async throws {
            let story = try CommandStory()
            let identifier = try await granted(story)
            #expect(try await story.shell("portal keys new --no-passphrase").status == 0)
            let fetch = "portal data fetch \(identifier) reads/ --archive \(story.demo.listening.sda) --to data"
            // As a full disk does, but at a place of its own: a file grows to 512 KiB and no further.
            let full = try await story.shell("trap '' XFSZ; ulimit -f 512; \(fetch); stat -c %s data/reads/*.part")
            #expect(full.lines == ["524288"] && full.words.contains("File too large. What came is kept in"), "\(full)")
            let whole = try await story.shell(fetch + " && portal data verify data --key .c4gh/key")
            #expect(whole.status == 0 && whole.output.contains("sha256 of the plain text is right"), "\(whole)")
        }

        @Test func whoMayNotIsToldThatItMayNotBeThereEither() async throws {
            let story = try CommandStory()
            let archive = story.demo.listening.sda
            let unknown = try await story.shell("portal data list nothing --archive \(archive)")
            #expect(unknown.status == 4 && unknown.words.contains("it does not say which"))
            #expect(unknown.words.contains("portal entitlements"))
            let nowhere = try await story.shell("portal data list")
            #expect(nowhere.status == 2 && nowhere.words.contains("--archive"))
            #expect(try await story.shell("portal data list --archive ftp://x").status == 1)
            let none = try await story.shell("portal data list --archive \(archive)")
            #expect(none.status == 0 && none.words.contains("no dataset for you"))
            let signedOut = try await story.shell(
                "portal data list --archive \(archive)", environment: ["PORTAL_TOKEN": ""])
            #expect(signedOut.status == 4)
        }

        @Test(.needsNginx) func afterAnInterruptTheRestAloneIsFetchedFromNginx() async throws {
            let story = try CommandStory()
            let make = """
                set -e
                portal keys new --no-passphrase > /dev/null 2>&1
                head -c 300000 /dev/urandom > plain
                portal data encrypt plain --for .c4gh/key.pub > sealed
                head -c 124 sealed > header; tail -c +125 sealed > body
                """
            #expect(try await story.shell(make).status == 0)
            let server = try SideServer(
                "Servers/nginx.py", [SideServer.nginx, story.home.path + "/body", story.home.path + "/header"])
            let folder = story.home.path + "/data"
            let command = try story.start(
                "data", "fetch", "D1", "--archive", server.announcement, "--to", folder,
                results: story.home.path + "/said")
            let wait =
                "until [[ $(stat -c %s data/reads/*.part 2> /dev/null || echo 0) -gt 20000 ]]; do sleep 0.02; done"
            #expect(try await story.shell(wait).status == 0)
            command.interrupt()
            _ = try await command.waitFor(/Stopped\. reads\/one\.bin\.c4gh\.part has \d+ % of it\..*kept/)
            #expect(await command.exitStatus() == 130)
            let line = """
                stat -c %s data/reads/*.part
                portal data fetch D1 --archive \(server.announcement) --to data && cmp data/reads/one.bin.c4gh sealed
                ls data/reads
                """
            let run = try await story.shell(line)
            #expect(run.status == 0 && run.lines.last == "one.bin.c4gh", "\(run)")
            let part = try #require(run.lines.first.flatMap { Int($0) })
            let asked = server.ask("")
            // A body of nginx's own: 206 from where the first run was stopped, and all that was missing.
            #expect(part > 20_000 && part < 300_000)
            #expect(asked.contains("\"bytes=\(part - 124)- 206 \(300_140 - (part - 124))\""), "\(asked)")
        }

        @Test func namesAndBytesOfAnArchiveAreNotTrusted() async throws {
            let story = try CommandStory()
            let make = """
                set -e
                portal keys new --no-passphrase > /dev/null 2>&1
                head -c 300000 /dev/urandom > plain
                portal data encrypt plain --for .c4gh/key.pub > sealed
                head -c 124 sealed > header; tail -c +125 sealed > body
                """
            #expect(try await story.shell(make).status == 0)
            let server = try SideServer("Servers/archive.py", [story.home.path + "/body", story.home.path + "/header"])
            let fetch = "portal data fetch D1 --archive \(server.announcement) --to"
            _ = server.ask("names")
            let made = try await story.shell("\(fetch) in; find . -newer body -type f | sort")
            #expect(made.words.contains("12 of 13 files are not there"), "\(made)")
            #expect(
                made.lines.filter { $0.hasPrefix("./in") || $0.contains("out") } == [
                    "./in/good/file.bin.c4gh", "./in/portal-data.jsonl",
                ], "\(made)")
            #expect(!made.words.contains("\u{1B}"))

            _ = server.ask("cuts 100000")
            _ = server.ask("requests")
            let cut = try await story.shell(fetch + " cut; cmp cut/good/file.bin.c4gh sealed")
            #expect(cut.status == 0, "\(cut)")
            // What was not taken from the connection before it broke is gone with it.
            let place = server.ask("requests").firstMatch(of: /content bytes=(\d+)-/).flatMap { Int($0.output.1) }
            #expect(place.map { (1...100_000).contains($0) } == true)
            _ = server.ask("ignores")
            #expect(try await story.shell(fetch + " all; cmp all/good/file.bin.c4gh sealed").status == 0)

            _ = server.ask("changes")
            let changes = try await story.shell(fetch + " changes")
            #expect(changes.status == 5 && changes.words.contains("another file each time"), "\(changes)")
            _ = server.ask("wrong")
            let wrong = try await story.shell(fetch + " wrong")
            #expect(wrong.status == 9 && wrong.words.contains("WRONG: sha256"), "\(wrong)")
            #expect(try await story.shell("find wrong -type f").lines == ["wrong/portal-data.jsonl"])

            _ = server.ask("md5")
            let weak = try await story.shell(fetch + " weak --json")
            #expect(weak.status == 0 && weak.words.contains("md5 of the encrypted body is right (it is weak"))
            for word in [#""algorithm":"md5""#, #""checked":"encrypted""#] { #expect(weak.output.contains(word)) }

            _ = server.ask("good")
            let links = """
                mkdir -p linked elsewhere; ln -s ../elsewhere linked/good
                \(fetch) linked; ls elsewhere | wc -l
                mkdir -p there/good; echo mine > there/good/file.bin.c4gh; \(fetch) there; cat there/good/file.bin.c4gh
                """
            let kept = try await story.shell(links)
            #expect(kept.lines == ["0", "mine"], "\(kept)")
            #expect(kept.words.contains("It was left as it is"))
        }
    }
}
