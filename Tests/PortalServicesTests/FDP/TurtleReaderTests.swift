import Foundation
import LinkedData
import Testing

@Suite("Turtle, as serd reads it")
struct TurtleReaderTests {
    private func read(_ text: String) throws(TurtleRefusal) -> RDFGraph {
        try TurtleReader.read(Data(text.utf8), base: "https://point.example/dataset/1")
    }

    private func refusal(_ text: String) -> TurtleRefusal? {
        do throws(TurtleRefusal) {
            _ = try read(text)
            return nil
        } catch {
            return error
        }
    }

    @Test("Names are made whole: abbreviated ones, and those that are relative to the document")
    func names() throws {
        let graph = try read(
            #"""
            @prefix ex: <http://ex.example/> .
            PREFIX dct: <http://purl.org/dc/terms/>
            <> a ex:Thing ; dct:title "One"@en, "Eins"@de, "1"^^ex:number ; ex:next <../2?x=1#part>, </root> .
            @base <http://other.example/a/> .
            <b> ex:has [ ex:in [ ex:deep true ] ] ; ex:list ( 1 "two" ) .
            """#)
        let node = RDFTerm.iri("https://point.example/dataset/1")
        #expect(
            graph[node, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"] == [.iri("http://ex.example/Thing")])
        #expect(
            graph[node, "http://purl.org/dc/terms/title"] == [
                .literal("One", language: "en"), .literal("Eins", language: "de"),
                .literal("1", datatype: "http://ex.example/number"),
            ])
        #expect(
            graph[node, "http://ex.example/next"] == [
                .iri("https://point.example/2?x=1#part"), .iri("https://point.example/root"),
            ])
        let other = try #require(graph[.iri("http://other.example/a/b"), "http://ex.example/has"].first)
        let inner = try #require(graph[other, "http://ex.example/in"].first)
        #expect(graph[inner, "http://ex.example/deep"].first?.text == "true")
        #expect(graph.count == 14)
    }

    @Test(
        "What is no Turtle is refused with its line",
        arguments: [
            ("<a> <b> \"c\" .\n<a> <b> ", 2), ("<a> <b> \"never closed", 1), ("<a", 1), ("{\"@context\": 1}", 1),
            ("<html><body>A page</body></html>", 1), ("<a> <b> \"c\" .\n\n<a> <b c> <d> .", 3), ("<a> <b> <c>", 1),
            ("<a> <b> <c>, , <d> .", 1), ("[ <a> oops ] .", 1), ("<a> <b> \"\u{0}\u{0}", 1),
        ])
    func notTurtle(_ text: String, _ line: Int) { #expect(refusal(text) == .notTurtle(line: line)) }

    @Test("A prefix has to be declared, wherever it is used")
    func prefixes() {
        for text in ["<a> <b> q:c .", "<a> <b> q:c, <d> .", "[ <a> q:b ] .", "<a> <b> \"1\"^^q:int ."] {
            #expect(refusal(text) == .undeclaredPrefix, "\(text)")
        }
        let many = (0...1000).map { "@prefix p\($0): <http://p.example/> .\n" }.joined()
        #expect(refusal(many) == .tooManyStatements)
    }

    @Test("Nothing of a document is a document, and bytes that are no UTF-8 stand in for themselves")
    func oddBytes() throws {
        #expect(try read("").count == 0)
        #expect(try read("# only a remark").count == 0)
        #expect(try read("\u{FEFF}<a> <b> <c> .").count == 1)
        let graph = try TurtleReader.read(
            Data("<a> <b> \"".utf8) + [0xFF, 0xC3] + Data("\" .".utf8), base: "https://point.example/")
        #expect(graph[.iri("https://point.example/a"), "https://point.example/b"].first?.text == "\u{FFFD}\u{FFFD}")
        // Control characters are text here; the terminal's own text takes them out.
        #expect(try read(#"<a> <b> "\u001B[31mred" ."#).subjects.count == 1)
    }

    @Test("What lies in one another without an end does not end the program")
    func depth() {
        for opening in ["[ <b> ", "( ", "( [ <b> "] {
            let text = "<a> <b> " + String(repeating: opening, count: 200_000)
            #expect(refusal(text) == .tooDeep, "\(opening)")
        }
        #expect(refusal(String(repeating: "( ", count: 200_000)) == .tooDeep)
        #expect(refusal(String(repeating: "[ <b> ", count: 200_000)) == .tooDeep)
        // Not deep, only long.
        #expect(refusal("<a> <b> (" + String(repeating: " 1", count: 50_000) + ") .") == nil)
        let wide = "<a> <b> " + (0..<5_000).map { _ in "[ <c> [ <d> 1 ] ]" }.joined(separator: ", ") + " ."
        #expect(refusal(wide) == nil)
    }

    @Test("There is an end to how much a document may say")
    func count() {
        let one = "<a> <b> 1 .\n"
        #expect(refusal(String(repeating: one, count: TurtleReader.mostStatements + 1)) == .tooManyStatements)
        // Few of them, whose names unfold into more than anybody means.
        let long = "@prefix p: <http://p.example/\(String(repeating: "x", count: 200_000))> .\n"
        #expect(refusal(long + String(repeating: "p:a p:b p:c .\n", count: 1_000)) == .tooLong)
        #expect(refusal(long + "p:a p:b p:c .\n") == nil)
    }
}
