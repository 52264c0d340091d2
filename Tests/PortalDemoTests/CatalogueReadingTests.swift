import Foundation
import Synchronization
import Testing

@testable import PortalDemo

@Suite("Reading a catalogue in pieces")
struct CatalogueReadingTests {
    /// Hands out a text in pieces of so many bytes.
    private final class Dribble: CatalogueBytes {
        private var rest: ArraySlice<UInt8>
        private let most: Int
        private(set) var position = 0

        init(_ bytes: some Sequence<UInt8>, most: Int) {
            rest = Array(bytes)[...]
            self.most = most
        }

        func read(into room: UnsafeMutableRawBufferPointer) throws -> Int {
            let taken = rest.prefix(min(most, room.count))
            room.copyBytes(from: taken)
            rest = rest.dropFirst(taken.count)
            position += taken.count
            return taken.count
        }
    }

    private func lines(_ bytes: any CatalogueBytes) throws -> [String?] {
        var reader = LineReader(bytes)
        var found: [String?] = []
        while let line = try reader.next() {
            switch line {
            case .text(let text): found.append(String(decoding: text, as: UTF8.self))
            case .tooLong: found.append(nil)
            }
        }
        return found
    }

    @Test("lines are the same however the bytes come", arguments: [1, 2, 3, 7, 1000])
    func pieces(most: Int) throws {
        #expect(try lines(Dribble("\u{FEFF}one\n\ntwo\r\nthree".utf8, most: most)) == ["one", "", "two\r", "three"])
        #expect(try lines(Dribble("\n".utf8, most: most)) == [""])
        #expect(try lines(Dribble([], most: most)) == [])
    }

    @Test("a line longer than a piece is whole, and one that nobody could show is passed over")
    func longLines() throws {
        let long = String(repeating: "x", count: 1_000_000)
        #expect(try lines(Dribble("a\n\(long)\nb".utf8, most: 4096)) == ["a", long, "b"])
        let endless = repeatElement(UInt8(ascii: "y"), count: LineReader.longest + 1_000_000)
        #expect(
            try lines(Dribble(Array("a\n".utf8) + endless + Array("\nb\n".utf8), most: 1 << 18)) == ["a", nil, "b"])
        #expect(try lines(Dribble(Array("a\n".utf8) + endless, most: 1 << 18)) == ["a", nil])
    }

    /// Two streams one after the other, as `cat` makes of two files: a and b, then c.
    private static let packed = """
        /Td6WFoAAAFpIt42AgAhARwAAAAQz1jMAQAmeyJpZCI6ImEiLCJ0aXRsZSI6IlBhY2tlZCJ9CnsiaWQiOiJiIn0KAAAE7J2sAAE7\
        J3jvPrmQQpkNAQAAAAABWVr9N3pYWgAAAWki3jYCACEBHAAAABDPWMwBAAp7ImlkIjoiYyJ9CgAA1HqRdwABHws9Yg56kEKZDQEA\
        AAAAAVla
        """

    private func withPacked(_ change: (inout Data) -> Void, _ body: (String) async throws -> Void) async throws {
        var bytes = try #require(Data(base64Encoded: Self.packed))
        change(&bytes)
        try await withTemporaryDirectory { directory in
            let file = directory.appending(path: "catalogue.jsonl.xz")
            try bytes.write(to: file)
            try await body(file.path)
        }
    }

    @Test("what xz has packed is read")
    func packed() async throws {
        try await withPacked({ _ in }) { path in
            try await withPortal(DemoOptions(catalogue: .file(path: path))) { portal async throws in
                #expect(portal.portal.summary == CatalogueSummary(datasets: 3, unreadableCount: 0, unreadable: []))
                #expect(try await portal.dataset("a").json["title"].text == "Packed")
            }
        }
    }

    @Test("what is cut off or damaged is refused, and leaves the catalogue of before")
    func damaged() async throws {
        let changes: [(reason: String, change: (inout Data) -> Void)] = [
            ("it ends before it is whole", { $0.removeLast(20) }), ("it is damaged", { $0[30] ^= 1 }),
            ("it is damaged", { $0.append(contentsOf: Array("what is this".utf8)) }),
        ]
        for (reason, change) in changes {
            try await withPacked(change) { path in
                try await withTemporaryDirectory { directory in
                    let storage = DemoOptions.Storage.directory(path: directory.path)
                    let before = try await DemoPortal.start(DemoOptions(storage: storage))
                    await before.stop()
                    await #expect(throws: StartFailure.catalogueUnreadable(path: path, reason: reason)) {
                        _ = try await DemoPortal.start(DemoOptions(catalogue: .file(path: path), storage: storage))
                    }
                    let counted = Mutex(0)
                    let again = try await DemoPortal.start(
                        DemoOptions(storage: storage, progress: { _ in counted.withLock { $0 += 1 } }))
                    #expect(again.summary == before.summary)
                    #expect(counted.withLock { $0 } == 0, "nothing had to be read again")
                    await again.stop()
                }
            }
        }
    }

    @Test("how far it is told, and ends with all of the file")
    func progress() async throws {
        let text = (0..<1000).map { #"{"id":"\#($0)"}"# }.joined(separator: "\n")
        try await withTemporaryDirectory { directory in
            let file = directory.appending(path: "catalogue.jsonl")
            try Data(text.utf8).write(to: file)
            let told = Mutex<[CatalogueProgress]>([])
            let options = DemoOptions(
                catalogue: .file(path: file.path), progress: { progress in told.withLock { $0.append(progress) } })
            let portal = try await DemoPortal.start(options)
            await portal.stop()
            let all = told.withLock { $0 }
            #expect(all.map(\.datasets) == [200, 400, 600, 800, 1000, 1000])
            #expect(all.allSatisfy { $0.size == text.utf8.count && (1...$0.size).contains($0.bytes) })
            #expect(all.last?.bytes == text.utf8.count)
        }
    }

    @Test("series of the same title are one value, and one that is missing is called by its id")
    func series() async throws {
        let lines = [
            #"{"id":"one","inSeries":"s1"}"#, #"{"id":"two","inSeries":"s2"}"#, #"{"id":"three","inSeries":"gone"}"#,
            #"{"id":"s1","title":"Breath","isSeries":true}"#, #"{"id":"s2","title":"Breath","isSeries":true}"#,
            #"{"id":"four","inSeries":"two"}"#,
        ]
        try await withPortal(catalogue: lines.joined(separator: "\n")) { portal async throws in
            func members(_ title: String) async throws -> [String] {
                let facet = #"{"source":"ckan","type":"FREE_TEXT","key":"vocab_in_series_title","value":"\#(title)"}"#
                return try await portal.found(#"{"facets":[\#(facet)]}"#)
            }
            #expect(try await members("Breath") == ["one", "two"])
            #expect(try await members("gone") == ["three"])
            #expect(try await members("two") == ["four"], "a dataset that is no series gives no title")
        }
    }

    @Test("words that mean one value count a dataset once")
    func oneValue() async throws {
        let files = #"[{"format":"VCF"},{"format":"VCF"}]"#
        let line = #"{"id":"a","themes":["Health","health"],"keywords":["x","x"],"distributions":\#(files)}"#
        try await withPortal(catalogue: line) { portal async throws in
            let filters = try await portal.send(.get, .discovery, "api/v1/filters").json.list
            for filter in filters where ["theme", "format"].contains(filter["key"].text) {
                #expect(filter["values"].list.map { $0["count"].int } == [1], "\(filter)")
            }
        }
    }
}
