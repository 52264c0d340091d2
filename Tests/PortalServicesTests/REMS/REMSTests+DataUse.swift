import FoundationEssentials
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

extension REMSTests {
    @Test("Codes take the place of those that are there, and the answers go along", arguments: [true, false])
    func declaredUse(isUsed: Bool) async throws {
        let application = #"""
            {"application/id": 8, "application/forms": [{"form/id": 2, "form/fields": [{"field/id": "a",
             "field/type": "text", "field/visible": true, "field/value": "kept"}]}],
             "application/duo": {"duo/codes": [{"id": "DUO:0000042"}]\#(isUsed ? #", "duo/matches": []"# : "")}}
            """#
        let uses = try ResearchPurpose(parsing: "DS:MONDO:0005105,NCU,MOR:2027-01-31").uses
        try await withREMS { request in
            HTTPText.json(request.line.hasPrefix("GET") ? application : #"{"success": true}"#)
        } _: { rems, server in
            do throws(PortalError) {
                try await rems.accessService.declareUse(ApplicationID(8), uses)
                #expect(isUsed)
            } catch {
                #expect(!isUsed && error.reason == .change(.codesNotUsed))
                #expect(server.requests.count == 1, "nothing was sent")
                return
            }
            let body = try JSONValue(literal: try #require(server.requests.last).body)
            #expect(
                try body
                    == JSONValue(
                        literal: #"""
                            {"application-id": 8, "field-values": [{"form": 2, "field": "a", "value": "kept"}],
                             "duo-codes": [{"id": "DUO:0000007",
                               "restrictions": [{"type": "mondo", "values": [{"id": "MONDO:0005105"}]}]},
                              {"id": "DUO:0000046"},
                              {"id": "DUO:0000024", "restrictions": [{"type": "date", "values": [{"value": "2027-01-31"}]}]}]}
                            """#))
        }
    }
}
