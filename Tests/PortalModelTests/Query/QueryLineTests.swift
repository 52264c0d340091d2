import PortalModel
import Testing

@Suite("Searches as a line")
struct QueryLineTests {
    private func terms(_ text: String) throws -> [QueryTerm.Kind] { try QueryLine.parse(text).terms.map(\.kind) }

    private func condition(_ key: String, _ comparison: QueryComparison = .equal, _ values: String...) -> QueryTerm.Kind
    {
        .condition(QueryCondition(QueryFacetName(key: key), comparison, values))
    }

    @Test func aLineSaysEverything() throws {
        let line = try QueryLine.parse(
            #"breast cancer access:restricted theme:(Oncology or "Rare diseases") individuals>=100 modified>=2024 "#
                + "-publisher:EBI sort:modified")
        #expect(
            line.terms.map(\.kind) == [
                .word("breast"), .word("cancer"), condition("access", .equal, "restricted"),
                condition("theme", .equal, "Oncology", "Rare diseases"),
                condition("individuals", .greaterOrEqual, "100"), condition("modified", .greaterOrEqual, "2024"),
                .not(QueryTerm(condition("publisher", .equal, "EBI"))),
            ])
        #expect(line.sort?.known == .newest)
        #expect(line.beacon == nil)
    }

    @Test(arguments: [
        ("  breast   cancer ", "breast cancer"),
        ("theme=Oncology", "theme:Oncology"), ("theme!=Oncology", "-theme:Oncology"), ("n:>=5", "n>=5"),
        ("theme:(Rare diseases or Oncology)", #"theme:("Rare diseases" or Oncology)"#),
        ("breast OR lung cancer", "(breast or lung) cancer"), ("(breast or lung) (cancer)", "(breast or lung) cancer"),
        ("a OR b OR c", "(a or b or c)"), ("(a or (b or c))", "(a or b or c)"), ("((a b) or c)", "((a b) or c)"),
        ("NOT a", "-a"), ("--a", "a"), ("-(-(a b))", "a b"), ("-(a b)", "-(a b)"), ("a AND b", "a b"),
        ("with or without", "with or without"), ("Breast cancer - a cohort", #"Breast cancer \- a cohort"#),
        ("access:“restricted”", "access:restricted"), (#"theme:"“x”""#, #"theme:"“x”""#), ("theme:“x", #"theme:"“x""#),
        ("theme:(„Rare diseases“ or ”Oncology”)", #"theme:("Rare diseases" or Oncology)"#),
        ("theme:(The “rare” ones)", #"theme:"The “rare” ones""#),
        ("sort:newest", "sort:modified"), ("sort:oldest", "sort:-modified"), ("SORT:Title", "sort:title"),
        ("beacon:yes", "beacon:on"), (#""sort":x"#, #""sort":x"#), (#""Number of people">5"#, #""Number of people">5"#),
        ("beacon/sex:female", "beacon/sex:female"), ("mutation.geneId:BRCA1", "mutation.geneId:BRCA1"),
        (#"chr1\:123"#, #"chr1\:123"#), (#""chr1:123""#, #""chr1:123""#), (#""""#, ""), ("BRCA1/2", "BRCA1/2"),
        ("theme:http://a.b/c?d=e", "theme:http://a.b/c?d=e"), ("a\nb", "a b"),
        ("MIMIC-IV: records: all", #"MIMIC-IV\: records\: all"#), (#"foo"bar baz""#, #"foo "bar baz""#),
    ])
    func whatIsTypedIsWrittenInOneWay(typed: String, written: String) throws {
        let line = try QueryLine.parse(typed)
        #expect(line.text == written)
        #expect(try QueryLine.parse(line.text) == line)
    }

    @Test(arguments: [
        ("theme:", 6, 0, QueryReason.valueExpected(name: "theme:")),
        ("a theme: b", 8, 1, .valueExpected(name: "theme:")),
        (">=100", 0, 1, .nameExpected(sign: ">=")), ("a :b", 2, 1, .nameExpected(sign: ":")),
        (#"a "b c"#, 2, 1, .quoteOpen), ("(a or b", 0, 1, .groupOpen), ("theme:(a or", 6, 1, .groupOpen),
        ("a ()", 2, 2, .groupEmpty), ("theme:()", 6, 2, .groupEmpty), ("a) b", 1, 1, .strayClose),
        ("a OR", 2, 2, .termExpected(sign: "OR")), ("OR a", 0, 2, .termExpected(sign: "OR")),
        ("(a or )", 3, 2, .termExpected(sign: "or")), ("-)", 0, 1, .termExpected(sign: "-")),
        ("NOT", 0, 3, .termExpected(sign: "NOT")), (#"theme:(a "b")"#, 9, 3, .orExpected),
        (#"theme:"a"b"#, 9, 1, .blankExpected), ("theme:a(b)", 7, 1, .blankExpected),
        ("n>(1 or 2)", 2, 8, .oneValue(sign: ">")), ("(sort:title)", 1, 4, .onlyOutside(name: "sort")),
        ("-sort:title", 1, 4, .onlyOutside(name: "sort")), ("sort:title OR a", 0, 15, .onlyOutside(name: "sort")),
        ("sort:title sort:title", 11, 4, .saidTwice(name: "sort")), ("sort>title", 5, 5, .oneValue(sign: "sort:")),
        ("beacon:maybe", 7, 5, .unknownChoice(name: "beacon", given: "maybe", known: ["on", "off"], meant: [])),
        ("é👩‍🔬 theme:", 9, 0, .valueExpected(name: "theme:")),
    ])
    func whatIsWrongIsToldWhereItStands(typed: String, start: Int, length: Int, reason: QueryReason) {
        #expect {
            _ = try QueryLine.parse(typed)
        } throws: { error in
            let problem = error as? QueryProblem
            return problem?.reason == reason && problem?.start == start && problem?.length == length
        }
    }

    @Test(arguments: [
        ("", true), ("breast cancer", true), (#"breast "lung can"#, true), (#""lung cancer" breast"#, true),
        ("with or without", true), ("a - b", true), ("IL-6", true),
        ("MIMIC-IV: records", true), ("theme:", false), ("n>5", false), ("(a)", false),
        ("-a", false), ("a OR b", false), ("NOT a", false), (#""a":b"#, false), (#"a\:b"#, false), ("a != b", false),
        ("wow!", true),
    ])
    func wordsAloneAreNoSyntax(typed: String, isPlain: Bool) {
        #expect(QueryLine.isPlain(typed) == isPlain)
    }

    @Test func whatIsWrittenIsReadAsItWasMeant() throws {
        for seed in 0..<4_000 as Range<UInt64> {
            var made = MadeLines(seed: seed)
            let line = made.line()
            do {
                let read = try QueryLine.parse(line.text)
                #expect(read == line, "seed \(seed): \(line.text)")
            } catch {
                Issue.record("seed \(seed): \(line.text): \(error)")
            }
        }
    }

    @Test func anythingIsReadOrRefusedAtAPlaceOfIts() {
        for seed in 0..<20_000 as Range<UInt64> {
            var made = MadeLines(seed: seed)
            let text = made.anything()
            do throws(QueryProblem) {
                let line = try QueryLine.parse(text)
                let again = try QueryLine.parse(line.text)
                #expect(again == line, "seed \(seed): \(text)")
            } catch {
                #expect(error.start >= 0 && error.length >= 0, "seed \(seed): \(text)")
                #expect(error.start + error.length <= text.count, "seed \(seed): \(text)")
            }
        }
    }

    @Test func bytesOfAnyKindAreReadOrRefused() {
        var chance = SeededGenerator(seed: 11)
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &chance)).map { _ in
                UInt8.random(in: 0...255, using: &chance)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            guard let line = try? QueryLine.parse(text) else { continue }
            #expect(throws: Never.self) { try QueryLine.parse(line.text) }
        }
    }

    @Test(arguments: ["(", "-", "\\", "\"", "a:", "(-", "NOT ", "a OR ", "theme:("])
    func muchOfTheSameIsNoHarm(piece: String) {
        let text = String(repeating: piece, count: 20_000)
        _ = try? QueryLine.parse(text)
        _ = QueryLine.isPlain(text)
        #expect(throws: QueryProblem.self) { try QueryLine.parse(String(repeating: "a", count: 100_001)) }
    }
}
