import Foundation
import GRDB
import PortalModel
import Testing

@testable import PortalStorage

/// The cache is a throw-away: nothing that happens to its file may be more than a lost answer.
@Suite struct AnswersFileTests {
    private let bench: AnswerBench

    init() throws { bench = try AnswerBench() }

    private func keptStore() async -> AnswerStore {
        let store = bench.store()
        await store.take(.filters(Sample.page.filters), to: .filters)
        return store
    }

    private func expectToWork(_ store: AnswerStore, at place: SourceLocation = #_sourceLocation) async {
        await store.take(.entitlements([]), to: .entitlements)
        #expect(await store.cache.recall(.entitlements) != nil, sourceLocation: place)
    }

    @Test(arguments: ["", "garbage", "SQLite format 3\u{0}garbage"])
    func aDamagedFileIsBegunAnew(_ contents: String) async throws {
        await keptStore().close()
        try Data(contents.utf8).write(to: URL(fileURLWithPath: bench.path))
        let store = bench.store()
        #expect(await store.cache.recall(.filters) == nil)
        await expectToWork(store)
        #expect(bench.log.count == (contents.isEmpty ? 0 : 1))
    }

    @Test func aFileDamagedInTheMiddleIsBegunAnew() async throws {
        let store = await keptStore()
        for number in Int64(1)...60 {
            await store.take(.application(Sample.application(number)), to: .application(ApplicationID(number)))
        }
        store.close()
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: bench.path))
        let end = try file.seekToEnd()
        for page in stride(from: UInt64(4096), to: end, by: 4096) {
            try file.seek(toOffset: page)
            try file.write(contentsOf: Data(repeating: 0xA5, count: 3000))
        }
        try file.close()
        let next = bench.store()
        #expect(await next.cache.recall(.application(ApplicationID(9))) == nil)
        await expectToWork(next)
    }

    @Test(arguments: [0, 2, 99])
    func aFileOfAnotherVersionIsBegunAnew(_ version: Int) async throws {
        await keptStore().close()
        try bench.raw { database in
            try database.execute(sql: "ALTER TABLE answer RENAME COLUMN contents TO body")
            try database.execute(sql: "PRAGMA user_version = \(version)")
        }
        let store = bench.store()
        #expect(await store.cache.recall(.filters) == nil)
        await expectToWork(store)
        #expect(bench.log.count == 1)
    }

    @Test func anAnswerThatCannotBeUnderstoodIsNone() async throws {
        let store = await keptStore()
        await expectToWork(store)
        try bench.raw { try $0.execute(sql: #"UPDATE answer SET contents = '{"filters":{"_0":[{}]}}'"#) }
        #expect(await store.cache.recall(.filters) == nil)
        #expect(await store.cache.recall(.entitlements) == nil)
        await expectToWork(store)
        store.close()
        #expect(try bench.rows() == 1, "what cannot be understood is deleted")
        #expect(bench.log.isEmpty)
    }

    @Test func aLinkInItsPlaceIsNotFollowed() async throws {
        try FileManager.default.createDirectory(atPath: bench.directory, withIntermediateDirectories: true)
        let elsewhere = bench.bench.root + "/elsewhere"
        try Data().write(to: URL(fileURLWithPath: elsewhere))
        try FileManager.default.createSymbolicLink(atPath: bench.path, withDestinationPath: elsewhere)
        await expectToWork(bench.store())
        #expect(try Data(contentsOf: URL(fileURLWithPath: elsewhere)).isEmpty)
    }

    @Test func aFolderThatCannotBeMadeCostsTheCacheAndNothingElse() async throws {
        try Data().write(to: URL(fileURLWithPath: bench.bench.root + "/cache"))
        let store = bench.store()
        await store.take(.filters([]), to: .filters)
        await store.take(.filters([]), to: .filters)
        #expect(await store.cache.recall(.filters) == nil)
        store.close()
        #expect(bench.log.count == 1, "said once, in the log")
    }

    // MARK: Size

    @Test func theLeastRecentlyUsedGoFirst() async throws {
        let limit = 40 * 8192
        let store = bench.store(limit: limit)
        func ask(_ number: Int) -> Question { .dataset(DatasetID("d-\(number)")) }
        var detail = Sample.detail
        detail.summary.description = String(repeating: "word ", count: 1000)
        for number in 0..<30 {
            bench.now += 100
            await store.take(.dataset(detail), to: ask(number))
        }
        bench.now += 100
        #expect(await store.cache.recall(ask(0)) != nil, "used again: it stays")
        for number in 30..<50 {
            bench.now += 100
            await store.take(.dataset(detail), to: ask(number))
        }
        #expect(await store.cache.recall(ask(0)) != nil)
        #expect(await store.cache.recall(ask(1)) == nil)
        #expect(await store.cache.recall(ask(49)) != nil)
        store.close()
        let size = try FileManager.default.attributesOfItem(atPath: bench.path)[.size] as? Int ?? 0
        #expect(size <= limit + limit / 4, "the file is \(size) bytes")
    }

    @Test func anAnswerThatWouldDriveOutAllOthersIsNotKept() async throws {
        let store = bench.store(limit: 1 << 20)
        await store.take(.filters([]), to: .filters)
        var detail = Sample.detail
        detail.summary.description = String(repeating: "long ", count: 100_000)
        await store.take(.dataset(detail), to: .dataset(DatasetID("d-1")))
        #expect(await store.cache.recall(.dataset(DatasetID("d-1"))) == nil)
        #expect(await store.cache.recall(.filters) != nil)
    }

    @Test func whatIsOlderThanAMonthIsDropped() async throws {
        await keptStore().close()
        bench.now += 31 * 86_400
        await expectToWork(bench.store())
        #expect(try bench.rows() == 1)
    }

    @Test func askingAgainAndAgainDoesNotWrite() async throws {
        let store = await keptStore()
        let file = { try Data(contentsOf: URL(fileURLWithPath: bench.path)) }
        #expect(await store.cache.recall(.filters) != nil)
        let before = try file()
        for _ in 0..<11 {
            bench.now += 5
            await store.take(.filters(Sample.page.filters), to: .filters)
            #expect(await store.cache.recall(.filters)?.at == Workbench.noon)
        }
        #expect(try file() == before)
        bench.now += 10
        await store.take(.filters(Sample.page.filters), to: .filters)
        #expect(await store.cache.recall(.filters)?.at == bench.now, "its age is right to the minute")
    }

    // MARK: Other programs

    @Test func twoProgramsShareTheAnswers() async {
        let (first, second) = (bench.store(), bench.store())
        await first.take(.filters([]), to: .filters)
        #expect(await first.cache.recall(.filters) != nil)
        #expect(await second.cache.recall(.filters) != nil)
        second.cache.forget(ChangedRequest(ApplicationID(1)))
        await second.take(.entitlements([]), to: .entitlements)
        #expect(await second.cache.recall(.entitlements) != nil)
        #expect(await first.cache.recall(.entitlements) != nil)
    }

    @Test func theCacheIsClearedUnderARunningProgramWhichGoesOn() async throws {
        let words = "planted words"
        let store = bench.store()
        await store.take(.application(Sample.application(4, text: words)), to: .application(ApplicationID(4)))
        await store.take(.page(Sample.page), to: .search(SearchQuery(), start: 0, rows: 50))
        #expect(await store.cache.recall(.application(ApplicationID(4))) != nil)

        #expect(try await AnswerStore.clear(bench.bench.directories))
        #expect(await store.cache.recall(.application(ApplicationID(4))) == nil)
        #expect(!FileManager.default.fileExists(atPath: bench.resultsPath))
        #expect(try Data(contentsOf: URL(fileURLWithPath: bench.path)).range(of: Data(words.utf8)) == nil)
        await expectToWork(store)
        #expect(bench.log.isEmpty)
    }

    @Test func clearingRemovesWhatIsNoDatabaseAnyMore() async throws {
        await keptStore().close()
        try Data("garbage".utf8).write(to: URL(fileURLWithPath: bench.path))
        try Data("x".utf8).write(to: URL(fileURLWithPath: bench.bench.directories.cache + "/stray"))
        #expect(try await AnswerStore.clear(bench.bench.directories))
        let left = FileManager.default.subpaths(atPath: bench.bench.directories.cache) ?? []
        #expect(Set(left).isSubset(of: ["demo", "demo/answers.sqlite"]))
        await expectToWork(bench.store())
        #expect(try await !AnswerStore.clear(StorageDirectories(data: "/nowhere", cache: "/nowhere")))
    }

    @Test func aFileThatIsDeletedUnderARunningProgramIsMadeAnew() async throws {
        let store = await keptStore()
        #expect(await store.cache.recall(.filters) != nil)
        try FileManager.default.removeItem(atPath: bench.directory)
        #expect(await store.cache.recall(.filters) == nil)
        await expectToWork(store)
        #expect(bench.log.isEmpty)
    }

    @Test func aProgramThatWritesForLongCostsAnAnswerAndNoWaiting() async throws {
        let store = await keptStore()
        #expect(await store.cache.recall(.filters) != nil)
        let other = try bench.writer()
        try other.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
        #expect(await store.cache.recall(.filters) == nil)
        try other.inDatabase { try $0.execute(sql: "COMMIT") }
        #expect(await store.cache.recall(.filters) != nil)
    }

    @Test func signingOutRemovesTheFileThatCannotBeChanged() async throws {
        let store = await keptStore()
        #expect(await store.cache.recall(.filters) != nil)
        let other = try bench.writer()
        try other.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
        try await store.forgetPrivate()
        #expect(!FileManager.default.fileExists(atPath: bench.path))
        try other.inDatabase { try $0.execute(sql: "COMMIT") }
        await expectToWork(store)
    }
}
