import PortalDomain
import Testing

@Suite("Names that an archive gives its files")
struct LocalPathTests {
    @Test("a name that stays below the folder is taken as it is")
    func good() throws {
        for name in ["a", "reads/sample 1.bam.c4gh", "a/b/c/d.txt", "Größe/é.vcf", "..a/b..", "x.c4gh.tbi"] {
            #expect(try LocalPath(name).text == name)
        }
        #expect(try LocalPath("a/b.bam").encrypted.text == "a/b.bam.c4gh")
        #expect(try LocalPath("a/b.bam").plain.text == "a/b.bam")
        #expect(try LocalPath("a/b.bam.C4GH").encrypted.text == "a/b.bam.C4GH")
        #expect(try LocalPath("a/b.bam.c4gh").plain.text == "a/b.bam")
        #expect(try LocalPath(".c4gh").plain.text == ".c4gh")
        #expect(try LocalPath("...c4gh").plain.text == "...c4gh")
    }

    @Test(
        "what leads elsewhere, hides, or is an option is refused",
        arguments: [
            ("", LocalPath.Refusal.empty), ("/etc/passwd", .absolute), ("//x", .absolute), ("../x", .climbs),
            ("a/../../x", .climbs), ("a/..", .climbs), ("./x", .climbs), ("a//b", .climbs), ("a/", .climbs),
            (".", .climbs), ("a\u{0}b", .controls), ("a\nb", .controls), ("a\r\nb", .controls),
            ("\u{1B}[2J", .controls),
            ("fdp.\u{202E}exe", .controls), ("a\u{2028}b", .controls), ("a\\b", .backslash), ("..\\x", .backslash),
            ("-rf", .option), ("a/-x/b", .option), ("x.part", .reserved), ("x.c4gh.part.c4gh", .reserved),
            ("portal-data.jsonl", .reserved), ("Portal-Data.jsonl.c4gh", .reserved),
        ])
    func bad(_ name: String, _ refusal: LocalPath.Refusal) {
        #expect(throws: refusal) { try LocalPath(name) }
    }

    @Test("what is longer than disks take is refused")
    func long() throws {
        let most = String(repeating: "x", count: 240)
        #expect(try LocalPath(most).text == most)
        #expect(throws: LocalPath.Refusal.tooLong) { try LocalPath(most + "x") }
        #expect(throws: LocalPath.Refusal.tooLong) { try LocalPath(String(repeating: "é", count: 121)) }
        let deep = Array(repeating: "x", count: 1600).joined(separator: "/")
        #expect(throws: LocalPath.Refusal.tooLong) { try LocalPath(deep) }
    }

    @Test("of two files that are one on some disk neither is written")
    func equal() throws {
        func places(_ names: [String]) -> [Bool] {
            LocalPath.places(of: names.map { ArchiveFile(id: $0, path: $0, size: 1) }).map { (try? $0.get()) != nil }
        }
        #expect(places(["a", "b", "a/b"]) == [true, true, true])
        #expect(places(["A", "a", "b"]) == [false, false, true])
        #expect(places(["\u{E9}", "e\u{301}"]) == [false, false])
        #expect(places(["x.bam", "x.bam.c4gh"]) == [false, false])
        #expect(places(["x", "x"]) == [false, false])
        #expect(places(["..", "b"]) == [false, true])
    }
}
