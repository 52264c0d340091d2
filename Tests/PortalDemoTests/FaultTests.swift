import AsyncHTTPClient
import Foundation
import Testing

@testable import PortalDemo

@Suite("Faults that tests ask for")
struct FaultTests {
    private static let create = "POST /daam/api/v1/applications/create"

    private func order(_ rules: String, of portal: PortalClient) async throws {
        #expect(try await portal.send(.put, .faults, "", body: rules).status == 204)
    }

    @Test("without the flag there is no such address")
    func absent() async throws {
        try await withCommittee { ada, _ async throws in
            #expect(try await ada.portal.send(.get, .faults, "").status == 404)
            #expect(try await ada.portal.send(.put, .faults, "", body: "[]").status == 404)
        }
    }

    @Test("a connection that is dropped after the commit loses the answer, not what was done")
    func dropAfter() async throws {
        try await withCommittee(faults: true) { ada, _ async throws in
            try await order(#"[{"call":"\#(Self.create)","fault":"drop-after","times":1}]"#, of: ada.portal)
            await #expect(throws: (any Error).self) { try await ada.create("EGAD1") }
            #expect(try await ada.get("applications").json.list.count == 1)
            #expect(try await ada.create("EGAD1").status == 200)
            let report = try await ada.portal.send(.get, .faults, "").json[0]
            #expect(report["calls"].int == 2 && report["faults"].int == 1)
        }
    }

    @Test("a connection that is dropped before leaves nothing done, at the call that was counted to")
    func dropBefore() async throws {
        try await withCommittee(faults: true) { ada, _ async throws in
            try await order(
                #"[{"call":"\#(Self.create)","fault":"drop-before","after":1,"times":1}]"#, of: ada.portal)
            #expect(try await ada.create("EGAD1").status == 200)
            await #expect(throws: (any Error).self) { try await ada.create("EGAD1") }
            #expect(try await ada.create("EGAD1").status == 200)
            #expect(try await ada.get("applications").json.list.count == 2)
        }
    }

    @Test("half an answer arrives")
    func truncation() async throws {
        try await withCommittee(faults: true) { ada, _ async throws in
            try await order(#"[{"call":"GET /daam/api/v1/applications","fault":"truncate"}]"#, of: ada.portal)
            _ = try await ada.createDraft("EGAD1")
            await #expect(throws: (any Error).self) { try await ada.get("applications") }
        }
    }

    @Test(
        "refusals as services and gateways have them",
        arguments: [
            (#""too-many-requests","retryAfter":"2""#, 429, "text/html"), (#""unavailable""#, 503, "text/html"),
            (#""bad-gateway""#, 502, "text/html"), (#""unsupported""#, 500, "application/json"),
            (#""html""#, 200, "text/html"),
        ])
    func refusals(fault: String, status: Int, type: String) async throws {
        try await withCommittee(faults: true) { ada, _ async throws in
            try await order(#"[{"call":"\#(Self.create)","fault":\#(fault)}]"#, of: ada.portal)
            let answer = try await ada.create("EGAD1")
            #expect(answer.status == status)
            #expect(answer.header("Content-Type")?.hasPrefix(type) == true)
            #expect(answer.header("Retry-After") == (status == 429 ? "2" : nil))
            #expect(try await ada.portal.send(.delete, .faults, "").status == 204)
            #expect(try await ada.get("applications").json.list.isEmpty, "nothing was done")
        }
    }

    @Test("one part of a path stands for any, and rules are tried in their order")
    func patterns() async throws {
        try await withCommittee(faults: true) { ada, _ async throws in
            let id = try await ada.createDraft("EGAD1")
            try await order(
                """
                [{"call":"GET /daam/api/v1/applications/*","fault":"unauthorized","times":1},
                {"call":"GET /daam/api/v1/applications/*","fault":"unavailable","times":1}]
                """, of: ada.portal)
            #expect(try await ada.get("applications").status == 200, "a shorter path is another call")
            #expect(try await ada.get("applications/\(id)").status == 401)
            #expect(try await ada.get("applications/\(id)").status == 503)
            #expect(try await ada.get("applications/\(id)").status == 200)
        }
    }

    @Test("a broken Beacon network is said in the answer, which counts no records")
    func beacon() async throws {
        try await withCommittee(faults: true) { ada, _ async throws in
            try await order(
                #"[{"call":"POST /discovery/api/v1/datasets/search","fault":"beacon-error"}]"#, of: ada.portal)
            let answer = try await ada.portal.search("{}").json
            #expect(answer["beaconError"].text?.contains("helpdesk") == true)
            #expect(answer["count"].int == 7)
            #expect(try await ada.portal.search(#"{"includeBeacon":false}"#).json["beaconError"] == .null)
        }
    }

    @Test("rules that do not fit are refused")
    func malformed() async throws {
        try await withCommittee(faults: true) { ada, _ async throws in
            for rules in ["{}", #"[{"call":"GET /x"}]"#, #"[{"call":"GET /x","fault":"explode"}]"#] {
                #expect(try await ada.portal.send(.put, .faults, "", body: rules).status == 400)
            }
        }
    }
}
