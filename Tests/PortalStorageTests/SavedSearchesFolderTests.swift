import Foundation
import PortalDomain
import Testing

@testable import PortalStorage

@Suite("The folder of saved searches")
struct SavedSearchesFolderTests {
    private func folder() throws -> SavedSearchesFolder {
        let path = FileManager.default.temporaryDirectory.appending(path: "searches-\(UUID().uuidString)").path
        return try SavedSearchesFolder(
            profile: "demo", in: StorageDirectories(data: path + "/data", cache: path + "/cache"))
    }

    private func search(_ id: String, _ name: String) -> SavedSearch {
        SavedSearch(
            id: id, name: name, line: "lung access:restricted", at: Date(timeIntervalSinceReferenceDate: 700_000_000),
            total: 3)
    }

    private let seen = SeenDatasets([
        "a": .init(modified: Date(timeIntervalSinceReferenceDate: 0.123)), "b": .init(modified: nil),
        "é/../": .init(modified: .distantPast, goneAt: Date(timeIntervalSinceReferenceDate: 7)),
    ])

    private func reason(_ body: () throws -> Void) -> SavedSearchReason? {
        do { try body() } catch {
            guard case .savedSearch(let reason) = (error as? PortalError)?.reason else { return nil }
            return reason
        }
        return nil
    }

    @Test func whatIsKeptIsThereAgain() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        #expect(try folder.list() == .init())
        #expect(!FileManager.default.fileExists(atPath: folder.path), "looking makes nothing")
        for (id, name) in [("1", "lung cancer"), ("2", "../../x"), ("3", "é"), ("4", "b")] {
            try folder.add(search(id, name), seen: seen)
        }
        #expect(try folder.list().searches.map(\.name) == ["../../x", "b", "lung cancer", "é"])
        #expect(try folder.list().searches[0] == search("2", "../../x"))
        #expect(try folder.seen(of: "2") == seen)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files.count == 4)
        for file in files {
            let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + file)[.posixPermissions]
            #expect(mode as? Int == 0o600)
        }
        #expect(reason { try folder.add(search("5", "b"), seen: seen) } == .nameTaken(name: "b"))
        #expect(reason { try folder.add(search("5", "a\nb"), seen: seen) } == .noName(longest: 60))
        let removed = try #require(try folder.remove("4"))
        #expect(try folder.remove("4") == nil)
        #expect(try folder.list().searches.count == 3)
        try folder.restore(removed)
        #expect(try folder.seen(of: "4") == seen)
    }

    @Test func aSearchIsRenamedUnlessAnotherHasTheName() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        try folder.add(search("1", "a"), seen: seen)
        try folder.add(search("2", "b"), seen: seen)
        #expect(try folder.update("1") { search, _, _ in search.name = "c" }?.name == "c")
        #expect(reason { _ = try folder.update("1") { search, _, _ in search.name = "b" } } == .nameTaken(name: "b"))
        #expect(try folder.list().searches.map(\.name) == ["b", "c"])
        #expect(try folder.update("9") { search, _, _ in search.name = "x" } == nil)
        #expect(try folder.seen(of: "1") == seen)
    }

    @Test func newsAreKeptUntilTheyAreSeen() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        try folder.add(search("1", "a"), seen: seen)
        let date = Date(timeIntervalSinceReferenceDate: 5.5)
        let news = SearchNews(
            items: [
                NewsItem(id: DatasetID("n"), title: "„New“", modified: date, isNew: true),
                NewsItem(id: DatasetID("a"), title: "A", modified: nil, isNew: false),
            ], gone: ["b"])
        _ = try folder.update("1") { search, kept, _ in (kept, search.news) = (news, news.count) }
        #expect(try folder.news(of: "1") == news)
        #expect(try folder.list().searches[0].news == NewsCount(new: 1, changed: 1, gone: 1))
        let (marked, told) = try #require(try folder.markSeen("1"))
        #expect(told == news.count)
        #expect(marked.news == NewsCount())
        #expect(try folder.news(of: "1") == SearchNews())
        let marks = try #require(try folder.seen(of: "1")).marks
        #expect(marks["n"]?.modified == date)
        #expect(marks["a"]?.modified == Date(timeIntervalSinceReferenceDate: 0.123), "no date is no other date")
        #expect(marks["b"]?.goneAt != nil)
    }

    @Test func aDamagedFileIsToldAndLeft() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        for (id, name) in [("1", "x"), ("2", "y")] { try folder.add(search(id, name), seen: seen) }
        let file = folder.path + "/1.json"
        for damage in ["{", "", "{}\n{}\n{}\n"] {
            try Data(damage.utf8).write(to: URL(fileURLWithPath: file))
            #expect(try folder.list().unreadable == [file])
            #expect(try folder.list().searches.map(\.name) == ["y"])
            #expect(reason { _ = try folder.seen(of: "1") } == .unreadable(path: file))
            #expect(reason { _ = try folder.remove("1") } == .unreadable(path: file))
            #expect(FileManager.default.contents(atPath: file) == Data(damage.utf8))
        }
    }

    @Test func whoChangesOneAtTheSameTimeLosesNothing() async throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        try folder.add(search("1", "x"), seen: SeenDatasets())
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    _ = try? folder.update("1") { search, _, seen in
                        search.total += 1
                        let item = NewsItem(id: DatasetID("\(number)"), title: "", modified: nil, isNew: true)
                        seen.mark(SearchNews(items: [item]), at: .distantPast)
                    }
                }
            }
        }
        #expect(try folder.seen(of: "1")?.marks.count == 40)
        #expect(try folder.list().searches.first?.total == 43)
    }

    @Test func earlierSearchesAreEachKeptOnce() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "recent-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try RecentSearchesFile(profile: "demo", in: StorageDirectories(data: path, cache: path))
        #expect(file.read().recent.isEmpty)
        for line in ["a", "b", "a", String(repeating: "x", count: 5000)] { try file.remember(line) }
        #expect(file.read().recent == ["a", "b"])
        for number in 0..<150 { try file.remember("\(number)") }
        #expect(file.read().recent.count == KeptSearches.mostRecent)
        try Data("nothing".utf8).write(to: URL(fileURLWithPath: file.path))
        #expect(file.read().recent.isEmpty)
        try file.remember("c")
        #expect(file.read().recent == ["c"])
    }
}
