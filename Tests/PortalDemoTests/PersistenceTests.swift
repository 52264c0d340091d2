import Foundation
import Testing

@testable import PortalDemo

@Suite("What is kept between runs")
struct PersistenceTests {
    private struct Kept {
        let options: DemoOptions
        let catalogue: URL
        let clock: TestClock

        init(in directory: URL) throws {
            let file = directory.appending(path: "catalogue.jsonl")
            try Data(Fixtures.requests.utf8).write(to: file)
            let clock = TestClock()
            catalogue = file
            self.clock = clock
            options = DemoOptions(
                catalogue: .file(path: file.path),
                storage: .directory(path: directory.appending(path: "deep/data").path), decisionDelay: 10,
                clock: { clock.now })
        }
    }

    @Test("applications and answers survive, and a decision that fell due in between is dated when it was due")
    func applications() async throws {
        try await withTemporaryDirectory { directory in
            let kept = try Kept(in: directory)
            let id = try await valueFromPortal(kept.options) { portal in
                let ada = Applicant(portal)
                let id = try await ada.completeDraft("EGAD1")
                _ = try await ada.submit(id)
                return id
            }
            kept.clock.advance(by: 86_400)
            try await withPortal(kept.options) { portal async throws in
                let ada = Applicant(portal)
                #expect(try await ada.field(id, form: 1, "project-title")["value"].text == "Rare variants in asthma")
                #expect(try await ada.state(id) == "application.state/approved")
                #expect(try await ada.application(id)["events"][0]["eventTime"].text == "2026-09-21T14:13:30.000Z")
            }
        }
    }

    @Test("the catalogue is loaded again only when the file changed, and applications outlive their datasets")
    func catalogue() async throws {
        try await withTemporaryDirectory { directory in
            let kept = try Kept(in: directory)
            let id = try await valueFromPortal(kept.options) { try await Applicant($0).createDraft("EGAD1") }

            try await withPortal(kept.options) { #expect($0.portal.summary.datasets == 7) }

            try Data("bad\n{\"id\":\"new\"}\n".utf8).write(to: kept.catalogue)
            for run in ["loaded", "remembered"] {
                try await withPortal(kept.options) { portal async throws in
                    #expect(portal.portal.summary.datasets == 1, "\(run)")
                    #expect(portal.portal.summary.unreadable.map(\.line) == [1], "\(run)")
                    #expect(try await portal.found("{}") == ["new"])
                    let application = try await Applicant(portal).application(id)
                    #expect(application["datasets"][0]["title"][0]["name"].text == "Reference genomes")
                }
            }
        }
    }

    @Test("a catalogue that turns out broken leaves the one from before")
    func brokenReload() async throws {
        try await withTemporaryDirectory { directory in
            let kept = try Kept(in: directory)
            try await withPortal(kept.options) { _ in }
            let broken = directory.appending(path: "broken.jsonl")
            try Data("oops".utf8).write(to: broken)
            let options = DemoOptions(catalogue: .file(path: broken.path), storage: kept.options.storage)
            await #expect(throws: StartFailure.self) {
                _ = try await DemoPortal.start(options)
            }
            try await withPortal(kept.options) { #expect($0.portal.summary.datasets == 7) }
        }
    }

    @Test("in memory nothing is kept")
    func ephemeral() async throws {
        try await withPortal { _ = try await Applicant($0).createDraft("framingham") }
        try await withPortal { portal async throws in
            #expect(try await Applicant(portal).get("applications").json == .list([]))
        }
    }

    @Test("a directory that cannot be used is a failure that names what to do")
    func unusableDirectory() async throws {
        try await withTemporaryDirectory { directory in
            let file = directory.appending(path: "file").path
            try Data("hello".utf8).write(to: URL(filePath: file))
            let expected = StartFailure.dataDirectoryUnusable(
                path: file, reason: "there is a file of that name, not a directory")
            await #expect(throws: expected) {
                _ = try await DemoPortal.start(DemoOptions(storage: .directory(path: file)))
            }
            #expect(expected.message.contains("--data") && expected.message.contains("--ephemeral"))

            let damaged = directory.appending(path: "damaged")
            try FileManager.default.createDirectory(at: damaged, withIntermediateDirectories: true)
            let content = Data(repeating: 0x5A, count: 4096)
            try content.write(to: damaged.appending(path: DemoDatabase.fileName))
            await #expect(throws: StartFailure.self) {
                _ = try await DemoPortal.start(DemoOptions(storage: .directory(path: damaged.path)))
            }
            #expect(try Data(contentsOf: damaged.appending(path: DemoDatabase.fileName)) == content, "left as it was")
        }
    }

    @Test("a port that is in use is a failure that names it")
    func portInUse() async throws {
        try await withPortal { first async throws in
            let port = first.portal.port
            await #expect(throws: StartFailure.portInUse(port)) {
                _ = try await DemoPortal.start(DemoOptions(port: port))
            }
            #expect(StartFailure.portInUse(port).message.contains("\(port)"))
        }
    }
}
