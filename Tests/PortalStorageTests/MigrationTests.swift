import Foundation
import GRDB
import PortalModel
import Testing

@testable import PortalStorage

@Suite("Files of every version can be opened, or are left alone")
struct MigrationTests {
    let bench: Workbench

    init() throws {
        bench = try Workbench()
        try FileManager.default.createDirectory(atPath: bench.file.directory, withIntermediateDirectories: true)
    }

    @Test func migrationsThatWereReleasedKeepTheirNamesAndOrder() {
        #expect(
            DraftSchema.migrator.migrations == [
                "1 drafts, basket, seen states", "2 leases", "3 answers seen at the service",
                "4 ids of requests as text", "5 what both sides know of a draft", "6 what was submitted",
            ])
    }

    @Test func anEmptyFileBecomesADraftsFile() throws {
        try Data().write(to: URL(fileURLWithPath: bench.file.path))
        let store = try bench.open()
        try store.saveDraftsNow([Sample.draft()])
        #expect(store.loadStart().drafts == [Sample.draft()])
    }

    @Test func aFileFromBeforeLeasesKeepsItsDrafts() throws {
        let old = try bench.rawDatabase()
        try DraftSchema.migrator.migrate(old, upTo: "1 drafts, basket, seen states")
        // Literally, as that version wrote it: a change of the row's shape must not pass unnoticed.
        try old.write { database in
            try database.execute(
                sql: """
                    INSERT INTO draft VALUES ('a', 17, 'saving', 800000000.5, 800000001.25, 3, 2,
                      '[{"id":"d-1","identifier":"EGAD001","title":"Exomes","added":800000000}]',
                      '[{"form":1,"field":"purpose","text":"asthma"},{"form":1,"field":"t","table":[{"k":"v"}]}]',
                      '[1,3]')
                    """)
        }
        try old.close()
        let expected = Draft(
            id: DraftID("a"), application: ApplicationID(17),
            datasets: [
                BasketItem(id: DatasetID("d-1"), identifier: "EGAD001", title: "Exomes", added: Workbench.noon)
            ],
            answers: [
                FieldID(form: 1, field: "purpose"): .text("asthma"),
                FieldID(form: 1, field: "t"): .table([["k": "v"]]),
            ],
            acceptedLicences: [1, 3], phase: .saving, created: Sample.time(0.5), modified: Sample.time(1.25),
            revision: 3, savedAtService: 2)
        let store = try bench.open()
        #expect(store.loadStart().drafts == [expected])
        try store.saveDraftsNow([Sample.draft("b")])
        #expect(store.loadStart().drafts.count == 2)
    }

    @Test func aFileOfANewerVersionIsLeftAsItIs() async throws {
        let store = try bench.open()
        try await store.journal.saveDraft(Sample.draft())
        store.close()
        let newer = try bench.rawDatabase()
        try await newer.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')") }
        try newer.close()
        let before = FileManager.default.contents(atPath: bench.file.path)

        let error = await portalError { _ = try bench.open() }
        #expect(error?.detail?.contains("newer version") == true)
        #expect(error?.detail?.contains(bench.file.path) == true)
        #expect(FileManager.default.contents(atPath: bench.file.path) == before)
        #expect(try bench.damagedFiles().isEmpty)
    }

    @Test("A bit that flipped in the name of a migration is damage, not a newer version")
    func damagedNameOfMigration() async throws {
        let store = try bench.open()
        try await store.journal.saveDraft(Sample.draft())
        store.close()
        let damaged = try bench.rawDatabase()
        try await damaged.write {
            try $0.execute(sql: "UPDATE grdb_migrations SET identifier = '2 mease' WHERE identifier LIKE '2 %'")
        }
        try damaged.close()
        let next = try bench.open()
        #expect(next.loadStart().drafts.map(\.id) == [Sample.draft().id])
        #expect(next.notes.contains { $0.sentence.contains("1 draft was taken over from it") })
        #expect(try bench.damagedFiles().count == 1)
        next.close()
    }

    @Test func programsThatStartTogetherForTheFirstTimeAllOpen() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask { [bench] in
                    let store = try bench.open(as: .elsewhere("node\(number)"))
                    try store.saveDraftsNow([Sample.draft("\(number)")])
                }
            }
            try await group.waitForAll()
        }
        #expect(try bench.open().loadStart().drafts.count == 8)
    }
}
