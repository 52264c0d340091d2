import FoundationEssentials
import PortalModel
import Testing

@testable import PortalServices

extension GatewayTests {
    @Suite("What comes through, and what does not")
    struct Answers {
        private static let create = "POST /daam/api/v1/applications/create"

        @Test("Ids that look like paths, exports and files of 10 MB come through as they are")
        func contents() async throws {
            try await GatewayUnderTest.run { gateway async throws in
                try await gateway.portal(token: gateway.token) { portal async throws in
                    // What stands behind a dot is a format to the service, which has none of these (domain.md).
                    for (id, kind) in [
                        ("no such/dataset é", PortalError.Kind.notFound), ("no such/dataset.ttl é", .invalid([])),
                        ("a.b", .invalid([])), ("..x", .invalid([])),
                    ] {
                        let error = await failure { () throws(PortalError) in
                            try await portal.discoveryService.dataset(DatasetID(id))
                        }
                        #expect(error?.kind == kind, "\(id)")
                        #expect(error?.detail?.contains("gateway") == false)
                    }
                    let graph = try await portal.discoveryService.export(DatasetID("ddd"), .turtle)
                    #expect(String(decoding: graph, as: UTF8.self).contains("dcat:Dataset"))

                    let access = portal.accessService
                    let id = try await access.create(["EGAS00001000775"])
                    let file = FileContents(
                        name: "plan.pdf", type: "application/pdf",
                        bytes: Data("%PDF-1.7\n".utf8) + Data(repeating: 0x25, count: 9_999_991))
                    let attachment = try await access.attach(id, file, nil)
                    #expect(try await access.attachment(id, attachment).bytes == file.bytes)

                    let larger = FileContents(
                        name: "plan.pdf", type: "application/pdf", bytes: Data(repeating: 0x25, count: 10_485_760))
                    let error = await failure { () throws(PortalError) in try await access.attach(id, larger, nil) }
                    #expect(error?.kind == .invalid([]))
                    #expect(error?.detail == "The file is larger than the portal takes; most take 10 MB.")
                }
            }
        }

        @Test("Other paths lead nowhere, and no path climbs from one service to the other")
        func routes() async throws {
            try await GatewayUnderTest.run { gateway async throws in
                for path in ["/faults", "/guide/api/v1/datasets", "/discovery", "/daam", "/"] {
                    #expect(try await gateway.ask("status", path).integer == 404)
                }
                for path in ["/discovery/../daam/api/v1/applications", "/discovery/%2E%2e/daam/health"] {
                    #expect(try await gateway.ask("status", path).integer == 400)
                }
                #expect(try await gateway.ask("status", "/health").integer == 200)
                #expect(try await gateway.ask("status", "/metrics").integer == 404)
            }
        }

        @Test("The pages in HTML of a proxy as it comes are told in a line of text")
        func pages() async throws {
            try await GatewayUnderTest.run(.init(portals: 1, configuration: "plain.cfg")) { gateway async throws in
                // Each on a connection of its own: a proxy explains less on one that was used before.
                func refusal(_ fault: String? = nil) async throws -> PortalError? {
                    if let fault { try await gateway.misbehave(at: Self.create, fault, seconds: 2) }
                    return try await gateway.portal(token: gateway.token, retry: .never) { portal in
                        await failure { () throws(PortalError) in
                            try await portal.accessService.create(["EGAS00001000775"])
                        }
                    }
                }
                for (fault, status, words) in [
                    ("delay", 504, "504 Gateway Time-out"), ("drop-after", 502, "502 Bad Gateway"),
                    ("bad-gateway", 502, "The service behind this gateway cannot be reached"),
                    ("unavailable", 503, "The service is being maintained"),
                ] {
                    let error = try await refusal(fault)
                    #expect(error?.kind == .serverFault(status: status))
                    #expect(error?.sentence == "The portal failed (status \(status)).")
                    #expect(error?.detail == words)
                    #expect(error?.outcomeIsUnknown == true)
                }
                let page = try await refusal("html")
                #expect(page?.kind == .unreadableAnswer)
                #expect(page?.detail?.contains("Please sign in to this network") == true)
                try await gateway.ask(#"{"kill": 0}"#)
                let gone = try await refusal()
                #expect(gone?.kind == .serverFault(status: 503))
                #expect(gone?.detail == "503 Service Unavailable")
            }
        }

        @Test(
            "A proxy that hangs up on a kept connection leaves open what became of the call, and that is what is said")
        func silence() async throws {
            try await GatewayUnderTest.run(.init(portals: 1, configuration: "plain.cfg")) { gateway async throws in
                try await gateway.portal(token: gateway.token, retry: .never) { portal async throws in
                    #expect(try await portal.accessService.applications().isEmpty)
                    try await gateway.misbehave(at: Self.create, "drop-after")
                    let error = await failure { () throws(PortalError) in
                        try await portal.accessService.create(["EGAS00001000775"])
                    }
                    #expect(error?.kind == .offline)
                    #expect(error?.detail == "The portal closed the connection without an answer.")
                    #expect(error?.outcomeIsUnknown == true)
                    #expect(try await portal.accessService.applications().count == 1)
                }
            }
        }

        @Test("A service that does not answer in time is told so, and the next call is served")
        func slow() async throws {
            let settings = ["GATEWAY_SERVER_TIMEOUT": "1s"]
            try await GatewayUnderTest.run(.init(portals: 1, settings: settings)) { gateway async throws in
                try await gateway.portal(token: gateway.token, retry: .never) { portal async throws in
                    try await gateway.misbehave(at: Self.create, "delay", seconds: 2)
                    let error = await failure { () throws(PortalError) in
                        try await portal.accessService.create(["EGAS00001000775"])
                    }
                    #expect(error?.kind == .serverFault(status: 504))
                    #expect(error?.detail == "The service did not answer in time.")
                    #expect(error?.outcomeIsUnknown == true)
                    #expect(try await portal.accessService.applications().isEmpty)
                }
            }
        }
    }
}
