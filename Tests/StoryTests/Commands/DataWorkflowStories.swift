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
                    sh -c "$command --decrypt" 2> /dev/null
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
    }
}
