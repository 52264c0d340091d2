import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// The whole catalogue on this machine.
    @Suite struct MirrorCommands {
        @Test(.needsJSONSchema)
        func theCatalogueIsSearchedAndShownWithoutThePortal() async throws {
            let story = try CommandStory()
            let none = try await story.portal(["search", "--offline", "cancer"], signedIn: false)
            #expect(none.status == 3)
            #expect(none.words.contains("portal mirror sync fills one"), "\(none.words)")
            let filled = try await story.portal(["mirror", "sync", "--records", "12", "--json"], signedIn: false)
            #expect(filled.status == 0, "\(filled.words)")
            try await filled.conforms(to: "mirror-sync")
            let again = try await story.portal(["mirror", "sync"], signedIn: false)
            #expect(again.words.contains("nothing has changed"), "\(again.words)")
            let online = try await story.portal(["search", "cancer", "--all", "--json"], signedIn: false).records()
            try await story.demo.stop()
            // Nobody answers there any more: the mirror does, and why is said.
            let instead = try await story.portal(["search", "cancer"], signedIn: false)
            #expect(instead.status == 0, "\(instead.words)")
            #expect(instead.words.contains("The portal could not be reached."), "\(instead.words)")

            let offline = try await story.portal(["search", "--offline", "cancer", "--all", "--json"], signedIn: false)
            #expect(offline.status == 0, "\(offline.words)")
            try await offline.conforms(to: "search")
            let found = try offline.records()
            #expect(Set(found.map { $0["id"]?.text }) == Set(online.map { $0["id"]?.text }))
            #expect(found.allSatisfy { $0["age"] != nil })
            let line = try await story.portal(
                ["search", "--offline", "theme:Cancer individuals>=1000 -breast sort:title", "--limit", "3"],
                signedIn: false)
            #expect(line.status == 0, "\(line.words)")
            #expect(line.lines.first?.hasPrefix("ID") == true)
            #expect(line.words.contains("the portal was not asked"), "\(line.words)")
            let gap = try await story.portal(["search", "--offline", "format:CRAM"], signedIn: false)
            #expect(gap.words.contains("Format is known for 12 of"), "\(gap.words)")
            #expect(gap.words.contains("more may belong to these"), "\(gap.words)")
            let why = try await story.portal(["search", "--offline", "cancer", "--why", "--all"], signedIn: false)
            #expect(
                why.lines.contains { $0.lowercased().contains("…") && $0.lowercased().contains("cancer") },
                "\(why.output)")
            let use = try await story.portal(["search", "--offline", "use:DS"], signedIn: false)
            #expect(use.status == 0, "\(use.words)")
            let slip = try await story.portal(["search", "--offline", "cancre"], signedIn: false)
            #expect(slip.words.contains("Did you mean “cancer”?"), "\(slip.words)")
            let wrong = try await story.portal(["search", "--offline", "cancer colour:red"], signedIn: false)
            #expect(wrong.status == 2)
            #expect(wrong.words.contains("Column 8"), "\(wrong.words)")

            let status = try await story.portal(["mirror", "status", "--json"], signedIn: false)
            try await status.conforms(to: "mirror-status")
            #expect(try status.records().first?["fullRecords"] == .number(12))
            let newest = try await story.portal(
                ["search", "--offline", "sort:modified", "--limit", "1", "--json"], signedIn: false)
            let id = try #require(try newest.records().first?["id"]?.text)
            let shown = try await story.portal(["show", "--offline", id, "--json"], signedIn: false)
            #expect(shown.status == 0, "\(shown.words)")
            try await shown.conforms(to: "show")
            let last = try await story.portal(
                ["search", "--offline", "sort:-modified", "--all", "--json"], signedIn: false)
            let rowOnly = try #require(try last.records().last?["id"]?.text)
            let row = try await story.portal(["show", "--offline", rowOnly], signedIn: false)
            #expect(row.status == 3)
            #expect(row.words.contains("what a list shows"), "\(row.words)")
            #expect(try await story.portal(["show", "--offline", "nowhere"], signedIn: false).status == 3)

            let path = try await story.portal(["mirror", "path"], signedIn: false).lines.first ?? ""
            #expect(FileManager.default.fileExists(atPath: path))
            #expect(try await story.portal(["mirror", "drop"], signedIn: false).status == 0)
            #expect(!FileManager.default.fileExists(atPath: path))
        }

        @Test func whatIsSeenSignedInIsKeptApartAndNeverShared() async throws {
            let story = try CommandStory()
            let shared = story.home.path + "/project/gdi.sqlite"
            try FileManager.default.createDirectory(
                atPath: story.home.path + "/project", withIntermediateDirectories: true)
            #expect(try await story.portal("mirror", "sync").status == 0)
            let own = try await story.portal("mirror", "path").lines.first ?? ""
            #expect(own.contains("/mirror-of-"))
            #expect(try await story.portal(["search", "--offline", "cancer"], signedIn: false).status == 3)
            #expect(try await story.portal("mirror", "sync", "--path", shared).status == 0)
            let status = try await story.portal("mirror", "status", "--path", shared, "--json").records()
            #expect(status.first?["isPrivate"] == .flag(false))
            #expect(status.first?["isShared"] == .flag(true))
            let reader = try await story.portal(
                ["search", "--offline", "--mirror", shared, "cancer", "--json"], signedIn: false)
            #expect(reader.status == 0, "\(reader.words)")
            #expect(try !reader.records().isEmpty)
            try Data(repeating: 9, count: 5000).write(to: URL(fileURLWithPath: shared))
            let damaged = try await story.portal(["search", "--offline", "--mirror", shared, "cancer"])
            #expect(damaged.status == 1)
            #expect(damaged.words.contains("is damaged"), "\(damaged.words)")
            #expect(try await story.portal("mirror", "sync", "--path", shared, "--anew").status == 0)
            #expect(try await story.portal(["search", "--offline", "--mirror", shared, "cancer"]).status == 0)
        }

        @Test func aFillingThatIsStoppedGoesOn() async throws {
            let story = try CommandStory()
            try await story.demo.misbehave(
                #"[{"call": "POST /discovery/api/v1/datasets/search", "fault": "challenge", "times": 1}]"#)
            let away = try await story.portal(["mirror", "sync"], signedIn: false)
            #expect(away.status == 5, "\(away.words)")
            #expect(try await story.portal(["mirror", "sync"], signedIn: false).status == 0)
            #expect(try await story.portal(["search", "--offline", "cancer"], signedIn: false).status == 0)
        }
    }
}
