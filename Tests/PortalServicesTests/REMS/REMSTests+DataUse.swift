import FoundationEssentials
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

extension REMSTests {
    /// By what a REMS shows that it uses codes.
    enum Sign: CaseIterable {
        case application, dataset, configuration, none, oldVersion
    }

    @Test("Codes take the place of those that are there, and the answers go along", arguments: Sign.allCases)
    func declaredUse(sign: Sign) async throws {
        let resource = sign == .dataset ? #", "resource/duo": {"duo/codes": []}"# : ""
        let duo = sign == .application ? #", "application/duo": {"duo/codes": [{"id": "DUO:0000042"}]}"# : ""
        let application = #"""
            {"application/id": 8, "application/forms": [{"form/id": 2, "form/fields": [{"field/id": "a",
             "field/type": "text", "field/visible": true, "field/value": "kept"}]}],
             "application/resources": [{"catalogue-item/id": 1, "resource/ext-id": "EGAD1"\#(resource)}]\#(duo)}
            """#
        let uses = try ResearchPurpose(parsing: "DS:MONDO:0005105,NCU,MOR:2027-01-31").uses
        let isUsed = sign != .none && sign != .oldVersion
        try await withREMS { request in
            guard !request.line.contains("/api/config") else {
                return sign == .oldVersion
                    ? HTTPText.json(#"{"error": "not found"}"#, status: "404 Not Found")
                    : HTTPText.json(#"{"enable-duo": \#(isUsed)}"#)
            }
            return HTTPText.json(request.line.hasPrefix("GET") ? application : #"{"success": true}"#)
        } _: { rems, server in
            do throws(PortalError) {
                try await rems.accessService.declareUse(ApplicationID(8), uses)
                #expect(isUsed)
            } catch {
                #expect(!isUsed && error.reason == .change(.codesNotUsed))
                #expect(!server.requests.contains { $0.line.hasPrefix("POST") }, "nothing was sent")
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

    @Test("What a request says of its purpose is read with what REMS made of it")
    func purpose() throws {
        let application = try JSONValue(
            literal: #"""
                {"application/id": 8, "application/state": "application.state/submitted",
                 "application/resources": [{"catalogue-item/id": 4, "resource/id": 11, "resource/ext-id": "EGAD1"}],
                 "application/processing-state": {"public": {"processing-state/value": "ethics",
                   "processing-state/title": {"en": "At the ethics board", "fi": "Eettisessä lautakunnassa"}}},
                 "application/duo": {
                   "duo/codes": [{"id": "DUO:0000007", "shorthand": "DS", "restrictions": [
                     {"type": "mondo", "values": [{"id": "MONDO:0005105", "label": "melanoma"}]}]},
                     {"id": "not a code"}],
                   "duo/matches": [
                     {"duo/id": "DUO:0000007", "resource/id": 11, "duo/validation": {"validity": "duo/compatible"}},
                     {"duo/id": "DUO:0000021", "resource/id": 11, "duo/validation": {"validity": "duo/not-found"}},
                     {"duo/id": "DUO:0000024", "resource/id": 12, "duo/validation": {"validity": "not-compatible"}},
                     {"duo/id": "DUO:0000028", "resource/id": 11, "duo/validation": {}}]}}
                """#)
        let reader = REMSReader(naming: .resource, user: nil)
        let read = try #require(reader.application(application, requested: ApplicationID(8)))
        #expect(read.processingState?.text(in: ["fi"]) == "Eettisessä lautakunnassa")
        #expect(reader.summary(application)?.processingState?.text(in: ["en"]) == "At the ethics board")
        let purpose = try #require(read.purpose)
        #expect(purpose.uses.map(\.code.id) == ["DUO:0000007"])
        #expect(purpose.uses.first?.restrictions == ["MONDO:0005105"])
        #expect(purpose.matches.map(\.verdict) == [.fits, .notDeclared, .doesNotFit, .needsPerson])
        #expect(purpose.matches.map(\.dataset) == ["EGAD1", "EGAD1", nil, "EGAD1"])
        #expect(purpose.openMatches.count == 3)
        func says(_ words: String) throws -> Bool { purpose.says(try ResearchPurpose(parsing: words).uses) }
        #expect(try says("DS:MONDO:0005105"))
        #expect(try !says("DS:MONDO:0006517"), "the same code, restricted to something else")
        #expect(try !says("DS:MONDO:0005105,NCU") && !says("NCU"))
        let without = try JSONValue(literal: #"{"application/id": 8}"#)
        #expect(reader.application(without, requested: ApplicationID(8))?.purpose == nil)
    }
}
