import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// Data in scripts: by the catalogue's id, as JSON, and as a manifest that a loop takes.
    @Suite struct DataInWorkflows {
        @Test func aManifestIsFetchedByALoop() async throws {
            let story = try CommandStory()
            let dataset = try await story.dataset()
            let sent = try await story.portal(
                "request", "new", "--dataset", dataset, "--answers", try story.answers(), "--accept-licences",
                "--submit")
            #expect(sent.status == 0, "\(sent.words)")
            let archive = story.demo.listening.sda
            let loop = """
                set -e
                portal keys new --no-passphrase > /dev/null 2>&1
                portal data list \(dataset) --archive \(archive) | grep -c c4gh
                portal data how \(dataset) --manifest --to got --archive \(archive) > manifest.tsv
                while IFS=$'\\t' read -r path file plain bytes algorithm checksum command; do
                    eval "$command --decrypt" 2> /dev/null < /dev/null
                    echo "$checksum  got/$plain" | sha256sum --check --quiet && echo "$algorithm $(stat -c %s "got/$file")"
                done < manifest.tsv
                portal data fetch \(dataset) README.txt.c4gh --archive \(archive) --to got --json 2> /dev/null
                portal data fetch \(dataset) README.txt.c4gh --archive \(archive) --to other --decrypt --json 2> /dev/null
                """
            let run = try await story.shell(loop)
            #expect(run.status == 0, "\(run)")
            #expect(run.lines.first == "3", "\(run)")
            #expect(run.lines.dropFirst().prefix(3).allSatisfy { $0.hasPrefix("sha256 ") }, "\(run)")
            #expect(run.output.contains(#""state":"there""#) && run.output.contains(#""plain":"README.txt""#), "\(run)")
            let manifest = try await story.shell("cat manifest.tsv")
            #expect(!manifest.output.contains(story.demo.listening.token))
        }

        /// Version 1 of the download service: header and body in one, ranges with both ends, answered with 200.
        @Test func anArchiveOfTheFirstVersionGoesOnToo() async throws {
            let story = try CommandStory()
            let dataset = try await story.dataset()
            let sent = try await story.portal(
                "request", "new", "--dataset", dataset, "--answers", try story.answers(), "--accept-licences",
                "--submit")
            #expect(sent.status == 0, "\(sent.words)")
            let archive = story.demo.listening.sda + "-v1"
            #expect(try await story.shell("portal keys new --no-passphrase").status == 0)
            let list = try await story.shell(
                "portal data list --archive \(archive) && portal data list \(dataset) --archive \(archive)")
            #expect(list.status == 0 && list.output.contains("reads/sample-1.fastq.c4gh"), "\(list)")
            // A file grows to 512 KiB and no further, as on a full disk; the second run has the rest.
            let fetch = "portal data fetch \(dataset) --archive \(archive) --to first --decrypt"
            let full = try await story.shell("trap '' XFSZ; ulimit -f 512; \(fetch); stat -c %s first/reads/*.part")
            #expect(full.lines == ["524288"], "\(full)")
            let whole = try await story.shell("\(fetch) && portal data verify first --key .c4gh/key")
            #expect(whole.status == 0 && whole.output.contains("sha256 of the plain text is right"), "\(whole)")
            // The second version has the same bytes.
            let same = "diff -r first other -x '*.c4gh' -x portal-data.jsonl"
            let second = try await story.shell(
                "portal data fetch \(dataset) --archive \(story.demo.listening.sda) --to other --decrypt && \(same)")
            #expect(second.status == 0, "\(second)")
            let nothing = try await story.shell("portal data list nothing --archive \(archive)")
            #expect(nothing.status == 3, "\(nothing)")
        }
    }
}
