import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// From signing in to plain text on the disk with nothing but keys, over servers that nobody here wrote: glewlwyd signs
    /// in and knows every token, nginx hands out the bytes, PyPI's crypt4gh has encrypted them. The portal alone is ours.
    @Suite(
        .needsArchive, .enabled(if: GuardedPortal.isAtHand, "Glewlwyd is not at hand: its script in scripts/ says why.")
    )
    struct DataOfOthers {
        /// At the data of what was granted, with a key to encrypt them for.
        private func atTheData(_ portal: GuardedPortal, _ archive: SideServer) async throws -> PortalStory {
            let story = try PortalStory()
            try story.home.keep(portal.profile(archive: archive.announcement), as: "guarded")
            try await story.start(
                [ProgramUnderTest.portal(), "--profile", "guarded"], columns: 100, rows: 30,
                environment: ["SSH_TTY": "/dev/pts/1"])
            try await story.expect("signed out")
            try await story.press("I")
            try await story.confirms(at: portal)
            try await story.find("Human Metabolome", title: "Human Metabolome Database")
            try await story.beginRequest()
            try await story.answersTheForms(
                title: "Metabolites of sleep",
                purpose: "We compare the metabolites of those who sleep well with those of people who sleep badly.")
            try await story.acceptsTheLicences()
            try await story.submits()
            try await story.press("r")
            try await story.expect("✓ approved")
            try await story.press("a")
            try await story.expect("1 dataset")
            try await story.press("f")
            try await story.expect("There is no key of yours to encrypt data for")
            try await story.press("n")
            try await story.expect("assphrase")
            try await story.type("correct horse battery")
            try await story.press("Enter")
            try await story.expect("again")
            try await story.type("correct horse battery")
            try await story.press("Enter")
            try await story.expect("Key   ")
            try await story.expect(" files, ")
            try await story.press("t")
            try await story.expect("Fetch into")
            try await story.press("C-u")
            try await story.type("~/got")
            try await story.press("Enter")
            try await story.expect("Into  ")
            return story
        }

        private func plain(_ name: String, of size: Int) throws -> String {
            let file = FileManager.default.temporaryDirectory.appending(path: "portal-\(UUID().uuidString)-\(name)")
            try Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 251) }).write(to: file)
            return file.path
        }

        @Test func tokensThatEndWhileFilesComeAreRenewedAndTheBytesAreRight() async throws {
            let portal = try GuardedPortal("--access-seconds", "4")
            let archive = try SideServer.archive(issuer: portal.issuerOfTokens, rate: "100k")
            let source = try plain("reads", of: 400_000)
            defer { try? FileManager.default.removeItem(atPath: source) }
            for name in ["reads/one.bin", "reads/two.bin", "reads/three.bin"] {
                _ = archive.ask("file \(name) \(source)")
            }
            let story = try await atTheData(portal, archive)
            try await story.expect("3 files, ")
            try await story.press("a")
            try await story.expect("All 3 files are here.")
            let wanted = try Data(contentsOf: URL(fileURLWithPath: source))
            for name in ["one", "two", "three"] {
                let got = try Data(contentsOf: URL(fileURLWithPath: story.home.path + "/got/reads/\(name).bin"))
                #expect(got == wanted)
            }
            // Each body takes as long as a token lives: nginx has seen more than one, and the issuer has taken each.
            let asked = try JSONDecoder().decode([String].self, from: Data(archive.ask("asked").utf8))
            let tokens = Set(asked.compactMap { $0.split(separator: " ").last })
            #expect(tokens.count > 1 && asked.allSatisfy { $0.contains(" 200 ") || $0.contains(" 206 ") }, "\(asked)")
            await story.end()
        }

        @Test func anArchiveThatIsGoneInTheMiddleIsNamedAndGoneOnWith() async throws {
            let portal = try GuardedPortal()
            let archive = try SideServer.archive(issuer: portal.issuerOfTokens, rate: "50k")
            let source = try plain("reads", of: 400_000)
            defer { try? FileManager.default.removeItem(atPath: source) }
            for name in ["reads/one.bin", "reads/two.bin"] { _ = archive.ask("file \(name) \(source)") }
            let story = try await atTheData(portal, archive)
            try await story.press("a")
            try await story.expect("it comes") { $0.contains(/[1-9]\d? %/) }
            _ = archive.ask("gone")
            let gone = try await story.expect("The archive at 127.0.0.1")
            #expect(!gone.contains("The portal could not be reached"), "\(gone)")
            #expect(gone.contains("kept"), "\(gone)")
            _ = archive.ask("back")
            try await story.press("a")
            try await story.expect("All 2 files are here.")
            #expect(archive.ask("asked").contains(" 206 "))
            let got = try Data(contentsOf: URL(fileURLWithPath: story.home.path + "/got/reads/two.bin"))
            #expect(try got == Data(contentsOf: URL(fileURLWithPath: source)))
            await story.end()
        }
    }
}
