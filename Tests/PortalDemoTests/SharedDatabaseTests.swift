import Foundation
import Testing

@testable import PortalDemo

@Suite("Two portals over one database")
struct SharedDatabaseTests {
    /// Runs two portals that share a directory and a clock.
    private func withTwo(_ body: (Applicant, Applicant, TestClock) async throws -> Void) async throws {
        try await withTemporaryDirectory { directory in
            let file = directory.appending(path: "catalogue.jsonl")
            try Data(Fixtures.requests.utf8).write(to: file)
            let clock = TestClock()
            let options = DemoOptions(
                catalogue: .file(path: file.path), storage: .directory(path: directory.appending(path: "data").path),
                decisionDelay: 10, clock: { clock.now })
            // Both load the catalogue at once, and one of them finds it there.
            async let second = DemoPortal.start(options)
            let (one, two) = try await (DemoPortal.start(options), second)
            let result: Result<Void, any Error>
            do {
                result = .success(
                    try await body(
                        Applicant(PortalClient(portal: one)), Applicant(PortalClient(portal: two)), clock))
            } catch {
                result = .failure(error)
            }
            await one.stop()
            await two.stop()
            try result.get()
        }
    }

    @Test("many that start at the same moment in an empty directory all start")
    func starting() async throws {
        for _ in 0..<5 {
            try await withTemporaryDirectory { directory in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<4 {
                        group.addTask { _ = try DemoDatabase.open(.directory(path: directory.path)) }
                    }
                    try await group.waitForAll()
                }
            }
        }
    }

    @Test("what one saves the other shows, and either can go on with it")
    func sharing() async throws {
        try await withTwo { one, two, clock async throws in
            let id = try await one.completeDraft("EGAD1")
            #expect(try await two.field(id, form: 1, "project-title")["value"].text == "Rare variants in asthma")
            #expect(try await two.submit(id).status == 204)
            #expect(try await one.submit(id).status == 409)
            clock.advance(by: 10)
            #expect(try await one.state(id) == "application.state/approved")
        }
    }

    @Test("the committee decides once, however many ask both at the same time")
    func deciding() async throws {
        try await withTwo { one, two, clock async throws in
            let ids = try await [one.completeDraft("EGAD1"), two.completeDraft("EGAD1"), one.completeDraft("EGAD3")]
            for id in ids { #expect(try await two.submit(id).status == 204) }
            clock.advance(by: 60)
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<10 {
                    for portal in [one, two] {
                        group.addTask { try await portal.get("applications").status }
                        group.addTask { try await portal.get("entitlements").status }
                    }
                }
                for try await status in group { #expect(status == 200) }
            }
            #expect(try await one.get("entitlements").json["entitlements"].list.count == 2)
            for (id, decision) in zip(ids, ["approved", "approved", "rejected"]) {
                #expect(
                    try await two.events(id)
                        == ["created", "draft-saved", "licenses-accepted", "submitted", decision])
            }
        }
    }

    @Test("writers wait for each other and lose nothing")
    func contention() async throws {
        try await withTwo { one, two, _ async throws in
            let ids = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<20 {
                    for portal in [one, two] { group.addTask { try await portal.createDraft("EGAD1") } }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(ids).count == 40 && !ids.contains(-1))
            #expect(try await one.get("applications").json.list.count == 40)
        }
    }

    @Test("one ends, the other goes on")
    func survivor() async throws {
        try await withTwo { one, two, _ async throws in
            let id = try await one.createDraft("EGAD1")
            await one.portal.portal.stop()
            #expect(try await two.save(id, form: 1, ["purpose": "Mine"]).status == 204)
            #expect(try await two.field(id, form: 1, "purpose")["value"].text == "Mine")
        }
    }
}
