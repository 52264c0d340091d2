import PortalModel
import Testing

@Suite("What the end of an unfinished line stands in")
struct QueryCursorTests {
    private static let cases: [(line: String, start: Int, typed: String, name: String?, isInList: Bool)] = [
        ("", 0, "", nil, false), ("the", 0, "the", nil, false), ("breast can", 7, "can", nil, false),
        ("breast ", 7, "", nil, false), ("-the", 1, "the", nil, false), ("-", 1, "", nil, false),
        ("(the", 1, "the", nil, false), ("(", 1, "", nil, false), ("(a or b) the", 9, "the", nil, false),
        ("theme:", 6, "", "theme", false), ("theme:On", 6, "On", "theme", false),
        ("theme:\"Rare dis", 6, "Rare dis", "theme", false), ("ckan/theme:On", 11, "On", "ckan/theme", false),
        ("\"Number of people\">=1", 20, "1", "\"Number of people\"", false), ("-theme:On", 7, "On", "theme", false),
        ("individuals>=1", 13, "1", "individuals", false), ("theme!=On", 7, "On", "theme", false),
        ("theme:On ", 9, "", nil, false), ("theme:(", 7, "", "theme", true), ("theme:(On", 7, "On", "theme", true),
        ("theme:(Rare dis", 7, "Rare dis", "theme", true), ("theme:(A or ", 12, "", "theme", true),
        ("theme:(A or B", 12, "B", "theme", true), ("theme:(A or", 7, "A or", "theme", true),
        ("theme:(\"A b\" or \"C d", 16, "C d", "theme", true), ("theme:(A)", 9, "", nil, false),
        ("theme:(A) acc", 10, "acc", nil, false), ("sort:ti", 5, "ti", "sort", false),
        // Past what cannot be read.
        ("beacon:maybe theme:On", 19, "On", "theme", false), ("a) theme:On", 9, "On", "theme", false),
        ("sort:a sort:b theme:On", 20, "On", "theme", false), ("=x theme:On", 9, "On", "theme", false),
        ("a\\:b the", 5, "the", nil, false), ("ä\u{308} theme:On", 8, "On", "theme", false),
    ]

    @Test("is what the parser began to read last", arguments: cases.indices)
    func end(index: Int) {
        let expected = Self.cases[index]
        let cursor = QueryCursor(expected.line)
        #expect(cursor.start == expected.start, "\(expected.line)")
        #expect(cursor.typed == expected.typed, "\(expected.line)")
        #expect(cursor.name == expected.name, "\(expected.line)")
        #expect(cursor.isInList == expected.isInList, "\(expected.line)")
    }

    @Test("is told of every beginning of a line that can be read, and lies in it")
    func everyBeginning() {
        var lines = MadeLines(seed: 0x11E)
        for _ in 0..<200 {
            let line = lines.line().text
            for length in 0...line.count {
                let beginning = String(line.prefix(length))
                let cursor = QueryCursor(beginning)
                #expect((0...length).contains(cursor.start), "\(beginning)")
                // By scalars: a mark that combines with a sign is no part of it.
                let typed = Array(cursor.typed.unicodeScalars)
                #expect(Array(beginning.unicodeScalars.suffix(typed.count)) == typed, "\(beginning)")
            }
        }
    }
}
