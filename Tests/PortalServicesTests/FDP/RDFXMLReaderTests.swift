import Foundation
import LinkedData
import Testing

@Suite("RDF/XML, as raptor reads it")
struct RDFXMLReaderTests {
    private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

    /// What stands within rdf:RDF.
    private func document(_ text: String, before: String = "", names: String = "") -> String {
        before + #"<rdf:RDF xmlns:rdf="\#(Self.rdf)" xmlns:e="http://ex.example/"\#(names)>"# + text + "</rdf:RDF>"
    }

    private func read(_ text: String) throws(RDFXMLRefusal) -> RDFGraph {
        try RDFXMLReader.read(Data(text.utf8), base: "https://point.example/dataset/1")
    }

    private func refusal(_ text: String) -> RDFXMLRefusal? {
        do throws(RDFXMLRefusal) {
            _ = try read(text)
            return nil
        } catch {
            return error
        }
    }

    /// The ways of https://www.w3.org/TR/rdf-syntax-grammar/, sections 2.2 to 2.17: typed nodes, properties as attributes,
    /// parseType Resource, Collection and Literal, xml:lang, xml:base, rdf:ID, rdf:li and entities for datatypes.
    @Test("Each way in which RDF/XML says something is read as what it says")
    func everyWay() throws {
        let graph = try read(
            document(
                """
                <e:Thing rdf:about="" e:short="by attribute" xml:lang="en">
                  <e:title>One</e:title><e:title xml:lang="de">Ä &amp; ü</e:title><e:title xml:lang="">plain</e:title>
                  <e:next rdf:resource="../2?x=1#part"/><e:next rdf:resource="/root"/>
                  <e:issued rdf:datatype="&xsd;date">2024-05-06</e:issued>
                  <e:agent rdf:parseType="Resource"><e:name>Inner</e:name></e:agent>
                  <e:list rdf:parseType="Collection"><e:Thing rdf:about="http://ex.example/a"/></e:list>
                  <e:markup rdf:parseType="Literal"><b>bold</b></e:markup>
                </e:Thing>
                <rdf:Description rdf:ID="part" xml:base="http://other.example/a"><e:has rdf:nodeID="n"/></rdf:Description>
                <rdf:Bag rdf:nodeID="n"><rdf:li>first</rdf:li><rdf:li>second</rdf:li></rdf:Bag>
                """,
                before: #"<?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY xsd "http://www.w3.org/2001/XMLSchema#">]>"#)
        )
        func e(_ name: String) -> String { "http://ex.example/" + name }
        let node = RDFTerm.iri("https://point.example/dataset/1")
        #expect(graph[node, Self.rdf + "type"] == [.iri(e("Thing"))])
        // Of a property that is written as an attribute raptor tells no language.
        #expect(graph[node, e("short")].map(\.text) == ["by attribute"])
        #expect(
            graph[node, e("title")] == [
                .literal("One", language: "en"), .literal("Ä & ü", language: "de"), .literal("plain"),
            ])
        #expect(
            graph[node, e("next")] == [
                .iri("https://point.example/2?x=1#part"), .iri("https://point.example/root"),
            ])
        #expect(
            graph[node, e("issued")] == [
                .literal("2024-05-06", datatype: "http://www.w3.org/2001/XMLSchema#date")
            ])
        let agent = try #require(graph[node, e("agent")].first)
        #expect(graph[agent, e("name")] == [.literal("Inner", language: "en")])
        let list = try #require(graph[node, e("list")].first)
        #expect(graph[list, Self.rdf + "first"] == [.iri(e("a"))])
        #expect(graph[list, Self.rdf + "rest"] == [.iri(Self.rdf + "nil")])
        let markup = try #require(graph[node, e("markup")].first?.text)
        #expect(markup.contains("<b") && markup.contains("bold</b>"))
        let bag = try #require(graph[.iri("http://other.example/a#part"), e("has")].first)
        #expect(graph[bag, Self.rdf + "_1"] == [.literal("first")])
        #expect(graph[bag, Self.rdf + "_2"] == [.literal("second")])
    }

    @Test("It says the same as Turtle")
    func asTurtle() throws {
        let xml = try read(
            document(
                #"<e:Thing rdf:about="http://ex.example/1"><e:title xml:lang="en">One</e:title></e:Thing>"#))
        let turtle = try TurtleReader.read(
            Data(#"<http://ex.example/1> a <http://ex.example/Thing>; <http://ex.example/title> "One"@en ."#.utf8),
            base: "https://point.example/")
        #expect(
            xml.subjects == turtle.subjects && xml[.iri("http://ex.example/1")] == turtle[.iri("http://ex.example/1")])
    }

    @Test(
        "What is no RDF/XML is refused with its line",
        arguments: [
            ("", 1), ("\n\n", 1), ("<a> <b> <c> .", 1), ("{\"@context\": 1}", 1), ("<rdf:RDF", 1),
            ("<?xml version='1.0'?>\n<rdf:RDF xmlns:rdf='\(rdf)'>\n<rdf:Description>\n</rdf:RDF>", 4),
            (
                "<?xml version='1.0'?>\n<r:RDF xmlns:r='\(rdf)'>\n<r:Description><r:li>&no;</r:li></r:Description></r:RDF>",
                3
            ),
            ("<r:RDF xmlns:r='\(rdf)'>\n<r:Description r:ID='1 2'/></r:RDF>", 2),
        ])
    func notRDFXML(_ text: String, _ line: Int) {
        guard case .notRDFXML(let found) = refusal(text) else {
            Issue.record("\(text): \(refusal(text).map { "\($0)" } ?? "read")")
            return
        }
        #expect(found == line || found == 0, "\(text)")
    }

    @Test("The encodings that XML names are read, and bytes that are none of theirs are refused")
    func encodings() throws {
        let text = document("<e:A rdf:about='http://ex.example/1'><e:b>Grüße</e:b></e:A>")
        let latin =
            Data(#"<?xml version="1.0" encoding="ISO-8859-1"?>"#.utf8) + (text.data(using: .isoLatin1) ?? Data())
        for data in [Data(text.utf8), Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8), latin] + [
            text.data(using: .utf16) ?? Data()
        ] {
            let graph = try RDFXMLReader.read(data, base: "https://point.example/")
            #expect(graph[.iri("http://ex.example/1"), "http://ex.example/b"] == [.literal("Grüße")])
        }
        let broken = Data(document("<e:A><e:b>").utf8) + [0xFF, 0xC3]
        #expect(throws: RDFXMLRefusal.self) { try RDFXMLReader.read(broken, base: "https://point.example/") }
    }

    // MARK: - What wants too much

    private func entities(_ declared: String, _ used: String) -> String {
        document(
            "<e:A><e:b>\(used)</e:b></e:A>", before: "<!DOCTYPE rdf:RDF [\(declared)]>")
    }

    @Test("Abbreviations that unfold without an end are not unfolded")
    func laughs() {
        let nested =
            #"<!ENTITY a0 "laughs">"#
            + (1...10).map { n in "<!ENTITY a\(n) \"\(String(repeating: "&a\(n - 1);", count: 10))\">" }.joined()
        #expect(refusal(entities(nested, "&a10;")) != nil)
        #expect(refusal(entities(nested, "").replacing("<e:A>", with: #"<e:A e:c="&a10;">"#)) != nil)
        // Long once, and named often: nothing is in one another, and a megabyte says ten gigabytes.
        let long = #"<!ENTITY a "\#(String(repeating: "x", count: 100_000))">"#
        #expect(refusal(entities(long, String(repeating: "&a;", count: 100_000))) == .tooLong)
        let attributes = (0..<200).map { n in
            "<e:A e:b=\"\(String(repeating: "&a;", count: 50))\" e:c=\"\(n)\"/>"
        }
        #expect(refusal(entities(long, "").replacing("<e:A>", with: attributes.joined() + "<e:A>")) == .tooLong)
        #expect(refusal(entities(#"<!ENTITY a "&b;"><!ENTITY b "&a;">"#, "&a;")) != nil)
        #expect(refusal(entities(#"<!ENTITY short "one of two">"#, "&short;&short;")) == nil)
    }

    @Test("Nothing but the document is read")
    func outside() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let secret = folder.appending(path: "secret")
        try Data("hidden".utf8).write(to: secret)
        for declared in [
            #"<!ENTITY a SYSTEM "file://\#(secret.path)">"#, #"<!ENTITY a SYSTEM "http://127.0.0.1:1/">"#,
            #"<!ENTITY % p SYSTEM "file://\#(secret.path)"> %p; <!ENTITY a "">"#,
            #"<!ENTITY % p "<!ENTITY a 'x'>"> %p;"#,
        ] { #expect(refusal(entities(declared, "&a;")) == .foreignEntities, "\(declared)") }
        // Declarations that lie elsewhere are not wanted.
        let graph = try read(
            document("<e:A><e:b>here</e:b></e:A>", before: #"<!DOCTYPE rdf:RDF SYSTEM "file://\#(secret.path)">"#))
        #expect(graph.count == 2)
    }

    @Test("What lies in one another without an end, or is one piece without an end, is refused")
    func depth() {
        let opening = "<rdf:Description><e:b>"
        #expect(refusal(document(String(repeating: opening, count: 100_000))) == .tooDeep)
        #expect(refusal(document(String(repeating: "<e:b rdf:parseType='Resource'>", count: 100_000))) == .tooDeep)
        let closing = "</e:b></rdf:Description>"
        let most = TurtleReader.deepest
        #expect(
            refusal(document(String(repeating: opening, count: most) + String(repeating: closing, count: most))) == nil)
        let attributes = (0..<100_000).map { " e:a\($0)='1'" }.joined()
        #expect(refusal(document("<e:A\(attributes)/>")) == .tooLong)
        #expect(refusal("<!--" + String(repeating: "x", count: 1_000_000)) == .tooLong)
    }

    @Test("There is an end to how much a document may say")
    func count() {
        let one = "<e:b>1</e:b>"
        let many = "<e:A>" + String(repeating: one, count: TurtleReader.mostStatements + 1) + "</e:A>"
        #expect(refusal(document(many)) == .tooManyStatements)
        let long = "<l:A xmlns:l=\"http://l.example/\(String(repeating: "x", count: 200_000))\">"
        let named = String(repeating: "<e:b><l:B/></e:b>", count: 2_000)
        #expect(refusal(document(long + named + "</l:A>")) == .tooManyNames)
    }

    @Test("Documents are read from several threads at a time")
    func together() async throws {
        let text = document(
            (0..<200).map { "<e:A rdf:about='http://ex.example/\($0)'><e:b>\($0)</e:b></e:A>" }.joined())
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<16 {
                group.addTask { try RDFXMLReader.read(Data(text.utf8), base: "https://point.example/").count }
            }
            for try await count in group { #expect(count == 400) }
        }
    }
}
