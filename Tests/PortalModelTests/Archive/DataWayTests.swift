import PortalDomain
import Testing

@Suite("The ways to a dataset's data")
struct DataWayTests {
    private func ways(
        _ distributions: [Distribution] = [], _ configured: [(DataWay.Kind, String)] = [], of dataset: String = "D1"
    ) -> [DataWay] {
        DataWays(of: dataset).all(distributions, configured: configured)
    }

    private func service(_ title: String, _ address: String, conformsTo: String) -> Distribution {
        Distribution(
            title: title, accessURL: address, entries: [DetailEntry(label: "Conforms to", values: [conformsTo])])
    }

    @Test("a distribution is known by what it conforms to, by its access service and by its address")
    func distributions() {
        let found = ways([
            service(
                "Files", "https://a.example/sda", conformsTo: "https://github.com/neicnordic/sensitive-data-archive"),
            service(
                "Reads", "https://b.example/reads/X", conformsTo: "http://samtools.github.io/hts-specs/htsget.html"),
            service("Desk", "https://c.example", conformsTo: "Secure processing environment"),
            Distribution(title: "Object", accessURL: "drs://d.example/123"),
            Distribution(title: "EGA", accessURL: "https://ega-archive.org/datasets/X"),
            Distribution(title: "Box", accessURL: "sftp://outbox.example/D1"),
            Distribution(title: "Table", downloadURL: "https://e.example/t.csv"),
            Distribution(title: "Page", accessURL: "https://f.example/about"),
            Distribution(title: "Trespass", accessURL: "https://g.example/"),
        ])
        #expect(found.map(\.kind) == [.sda, .htsget, .workspace, .drs, .ega, .sftp, .web])
        #expect(found.map(\.address)[1] == "https://b.example")
        #expect(found[0].source == .distribution("Files"))
        #expect(found[0].lines.first == "portal data fetch D1")
        #expect(found[0].lines[1].contains("--dataset-id D1 --url https://a.example/sda --outdir DIR --dataset"))
        #expect(found[1].lines.first?.hasSuffix("samtools view -b -o reads.bam https://b.example/reads/D1") == true)
        #expect(found[5].lines == ["sftp sftp://outbox.example/D1"])
    }

    @Test("what was configured comes behind, and nothing twice")
    func configured() {
        let found = ways(
            [service("Files", "https://a.example", conformsTo: "SDA")],
            [(.sda, "https://a.example"), (.sftp, "outbox.example")])
        #expect(found.map(\.kind) == [.sda, .sftp])
        #expect(found[1].source == .configuration)
        #expect(ways([], [], of: "EGAD00001000001").map(\.kind) == [.ega])
        #expect(ways([], [], of: "EGAD0000100000x").isEmpty)
    }

    @Test("each kind of the EGA's ids has the lines of its client, by the id within an address too")
    func ega() {
        let client = "pyega3 -cf credentials.json"
        #expect(
            ways([], [], of: "https://ega-archive.org/datasets/EGAD00001000001")[0].lines
                == [
                    "\(client) files EGAD00001000001",
                    "mkdir -p DIR && \(client) fetch EGAD00001000001 --output-dir DIR",
                ])
        #expect(
            ways([], [], of: "EGAF00001000001")[0].lines
                == ["mkdir -p DIR && \(client) fetch EGAF00001000001 --output-dir DIR"])
        // A study is no id of the client's: its datasets are among those that it lists.
        #expect(ways([], [], of: "EGAS00001000001")[0].lines.first == "\(client) datasets")
        #expect(ways([], [], of: "EGAX00001000001").isEmpty)
    }

    @Test("a folder that is known stands in every line that asks for one")
    func folder() {
        let ways = DataWays(of: "EGAD00001000001", into: "/data/a b")
        let lines = ways.all([], configured: [(.sda, "https://a.example")]).flatMap(\.lines)
        #expect(lines[0] == "portal data fetch EGAD00001000001 --to '/data/a b'")
        #expect(lines[1].contains(" --outdir '/data/a b' "))
        #expect(lines.last?.hasSuffix(" --output-dir '/data/a b'") == true)
        #expect(!lines.contains { $0.contains("DIR") })
    }

    @Test("ids and addresses are words of a shell, whatever is in them, and never an option")
    func quoting() {
        let odd = ways([], [(.sda, "https://a.example/$(id)")], of: "10.5/a b'c")
        #expect(odd[0].lines[0] == #"portal data fetch '10.5/a b'\''c'"#)
        #expect(odd[0].lines[1].contains("--url 'https://a.example/$(id)' "))
        let reads = ways([], [(.htsget, "https://b.example/")], of: "10.5/a b")
        #expect(reads[0].lines[0].hasSuffix("https://b.example/reads/10.5%2Fa%20b"))
        for id in ["-rf", "a\nb", "\u{1B}[2J", ""] {
            #expect(ways([], [(.sda, "https://a.example")], of: id)[0].lines.isEmpty)
        }
    }
}
