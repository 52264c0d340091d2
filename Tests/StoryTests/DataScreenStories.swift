import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// From an approved request to plain text on the disk, with nothing but keys.
    @Suite struct DataOnTheScreen {
        /// At the list of what was granted, with one dataset in it.
        private func granted(_ story: PortalStory) async throws {
            try await story.start("--demo", "--decision-delay", "1")
            try await story.find("Human Metabolome", title: "Human Metabolome Database")
            try await story.beginRequest()
            try await story.answersTheForms(
                title: "Metabolites of sleep",
                purpose: "We compare the metabolites of those who sleep well with those of people who sleep badly.")
            try await story.acceptsTheLicences()
            try await story.submits()
            try await story.expect("✓ approved")
            try await story.expect("Granted access")
        }

        @Test func grantedDataEndsDecryptedOnTheDisk() async throws {
            let story = try PortalStory()
            try await granted(story)
            try await story.press("a")
            try await story.expect("1 dataset")
            try await story.press("f")
            try await story.expect("reads/sample-1.fastq.c4gh")
            try await story.expect("There is no key of yours to encrypt data for")

            // The terminal is lent for the passphrase, which is never a part of the screen.
            try await story.press("n")
            try await story.expect("assphrase")
            try await story.type("correct horse battery")
            try await story.press("Enter")
            try await story.expect("again")
            try await story.type("correct horse battery")
            try await story.press("Enter")
            try await story.expect("Key   ")
            try await story.expect("3 files, ")
            #expect(!(try await story.screen()).contains("no key of yours"))

            try await story.press("t")
            try await story.expect("Fetch into")
            try await story.press("C-u")
            try await story.type("~/got")
            try await story.press("Enter")
            try await story.expect("Into  ")
            try await story.expect("3 files, ")
            try await story.press("a")
            try await story.expect("All 3 files are here.")
            try await story.expect("decrypted, sha256 right")
            try await story.press("v")
            try await story.expect("3 files checked by what the archive told of them, none wrong")

            let folder = story.home.path + "/got"
            let notes = try String(contentsOfFile: folder + "/README.txt", encoding: .utf8)
            #expect(notes.contains("Data of the demo portal"))
            let variants = try String(contentsOfFile: folder + "/variants/chr22.vcf", encoding: .utf8)
            #expect(variants.hasPrefix("##fileformat=VCFv4.3"))
            for name in ["README.txt", "README.txt.c4gh", "reads/sample-1.fastq"] {
                let mode = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.posixPermissions]
                #expect(mode as? Int == 0o600)
            }
            // Up to the list of granted access, to the requests, and out.
            try await story.press("Escape")
            try await story.expect("C copy as CSV")
            try await story.press("Escape")
            try await story.expect("a access")
            try await story.quits()
        }
    }
}
