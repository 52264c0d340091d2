import FoundationEssentials
import PortalModel
import Testing

@testable import PortalServices

@Suite("Whether what came is a dataset's description")
struct DescriptionCheckTests {
    private static let good: [(ExportFormat, String)] = [
        (.turtle, "# a comment\n@prefix dcat: <http://www.w3.org/ns/dcat#> .\n<urn:1> a dcat:Dataset ."),
        (.turtle, "PREFIX dcat: <http://www.w3.org/ns/dcat#>\n<urn:1> a dcat:Dataset ."),
        (.turtle, "<https://e.org/1> <http://purl.org/dc/terms/title> \"x\" ."), (.turtle, "[] a <urn:x> ."),
        (.turtle, "<a> <b> <c> ."),
        (.turtle, "_:b0 <urn:p> <urn:o> ."), (.jsonLD, #"{"@context": {}, "@graph": []}"#),
        (.jsonLD, #"[{"@id": "urn:1"}]"#), (.jsonLD, "[]"), (.jsonLD, #"{"dct:title": "x"}"#),
        (
            .rdfXML,
            #"<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>"#
        ),
    ]

    @Test("Descriptions are taken", arguments: good.indices)
    func taken(index: Int) {
        let (format, text) = Self.good[index]
        #expect(DescriptionCheck.refusal(of: Data(text.utf8), as: format) == nil, "\(text)")
        #expect(DescriptionCheck.refusal(of: Data("\u{FEFF}\n\(text)".utf8), as: format) == nil || format == .jsonLD)
    }

    @Test(
        "Everything else is refused with words",
        arguments: [
            "", "  \n", "<html>Sign in</html>", "<!DOCTYPE html><title>x</title>", "Service unavailable", "done",
            #"{"title": "Not found", "status": 404}"#, "<?xml version=\"1.0\"?><error/>", "Error: not here", "null",
        ])
    func refused(text: String) {
        for format in ExportFormat.allCases {
            #expect(DescriptionCheck.refusal(of: Data(text.utf8), as: format) != nil, "\(format) \(text)")
        }
    }

    @Test("One format is not another")
    func mixed() {
        for (format, text) in Self.good {
            for other in ExportFormat.allCases where other != format && text != "[]" {
                #expect(DescriptionCheck.refusal(of: Data(text.utf8), as: other) != nil, "\(other) \(text)")
            }
        }
    }

    @Test("What came instead is not printed", arguments: ExportFormat.allCases)
    func overHTTP(format: ExportFormat) async throws {
        for body in ["done", "<html>Sign in</html>", ""] {
            try await ScriptedServer.answering { _, _ in HTTPText.answer(body, status: "200 OK") }.run { server in
                try await withPortal(at: server.address) { portal in
                    let error = await failure { () throws(PortalError) in
                        try await portal.discoveryService.export(DatasetID("x"), format)
                    }
                    #expect(error?.kind == .unreadableAnswer)
                    #expect(error?.detail?.isEmpty == false)
                }
            }
        }
    }
}
