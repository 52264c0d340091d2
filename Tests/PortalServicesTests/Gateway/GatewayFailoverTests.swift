import JSONStream
import PortalModel
import Testing

@testable import PortalServices

extension GatewayTests {
    /// Portals are killed, so that they finish nothing.
    @Suite("When a portal dies")
    struct Failover {
        /// Tests call until an instance is back: its next check is soon, and many calls are not too many.
        private static let impatient = ["GATEWAY_CHECK_INTERVAL": "200ms", "GATEWAY_RATE_SUBJECT": "100000"]
        private static let create = "POST /daam/api/v1/applications/create"

        @Test("In the middle of a search: the other one answers it")
        func searching() async throws {
            try await GatewayUnderTest.run { gateway async throws in
                try await gateway.portal(token: gateway.token) { portal async throws in
                    let expected = try await portal.discoveryService.search(SearchQuery(text: "cancer"), 0, 20)
                    try await gateway.misbehave(at: "POST /discovery/api/v1/datasets/search", "delay-after")
                    async let found = portal.discoveryService.search(SearchQuery(text: "cancer"), 0, 20)
                    try await gateway.kills(whoever: gateway.met())
                    #expect(try await found == expected)
                }
            }
        }

        @Test(
            "In the middle of creating a request: it is made once or not at all, and the portal knows which",
            arguments: [("delay", 0), ("delay-after", 1)])
        func creating(fault: String, made: Int) async throws {
            try await GatewayUnderTest.run { gateway async throws in
                try await gateway.portal(token: gateway.token) { portal async throws in
                    // Not the first call of its connection: upon that HAProxy would ask to try again.
                    #expect(try await portal.accessService.applications().isEmpty)
                    try await gateway.misbehave(at: Self.create, fault)
                    async let creation = failure { () throws(PortalError) in
                        try await portal.accessService.create(["EGAS00001000775"])
                    }
                    let met = try await gateway.met()
                    try await gateway.portal(directly: 1 - met) { portal async throws in
                        while try await portal.accessService.applications().count < made {}
                    }
                    try await gateway.kills(whoever: met)
                    let error = try #require(await creation)
                    #expect(error.kind == .serverFault(status: 502))
                    #expect(error.detail == "The service broke off before it answered.")
                    #expect(error.outcomeIsUnknown)
                    #expect(try await portal.accessService.applications().count == made)
                }
            }
        }

        @Test(
            "In the middle of submitting one: it is submitted once or not at all, and can be submitted then",
            arguments: [("delay", 0), ("delay-after", 1)])
        func submitting(fault: String, submitted: Int) async throws {
            try await GatewayUnderTest.run { gateway async throws in
                try await gateway.portal(token: gateway.token) { portal async throws in
                    let access = portal.accessService
                    let id = try await access.completeDraft(for: "EGAS00001000775")
                    try await gateway.misbehave(at: "POST /daam/api/v1/applications/*/submit", fault)
                    async let submission = failure { () throws(PortalError) in try await access.submit(id) }
                    let met = try await gateway.met()
                    try await gateway.portal(directly: 1 - met) { portal async throws in
                        while try await portal.accessService.submissions(of: id) < submitted {}
                    }
                    try await gateway.kills(whoever: met)
                    let error = try #require(await submission)
                    #expect(error.outcomeIsUnknown)
                    #expect(try await access.submissions(of: id) == submitted)
                    if submitted == 0 { try await access.submit(id) }
                    #expect(try await access.submissions(of: id) == 1)
                    #expect(try await access.applications().map(\.id) == [id])
                    // The gateway is not asked to judge itself.
                    try await gateway.portal(directly: 1 - met) { portal async throws in
                        #expect(try await portal.accessService.submissions(of: id) == 1)
                        #expect(try await portal.accessService.applications().map(\.id) == [id])
                    }
                }
            }
        }

        @Test("Before any call: nobody notices, and when it is back it is asked again")
        func returning() async throws {
            try await GatewayUnderTest.run(.init(settings: Self.impatient)) { gateway async throws in
                let names = RequestNames()
                try await gateway.portal(token: gateway.token, options: ConnectionOptions(requestID: names.next)) {
                    portal in
                    func instances(_ calls: Int) async throws -> Set<String> {
                        var answered: Set<String> = []
                        for _ in 0..<calls {
                            _ = try await portal.accessService.applications()
                            answered.formUnion(
                                try await gateway.log(of: names.last).compactMap { $0["instance"].text })
                        }
                        return answered
                    }
                    #expect(try await instances(6) == ["access1", "access2"])
                    try await gateway.ask(#"{"kill": 0}"#)
                    #expect(try await instances(6) == ["access2"])
                    try await gateway.ask(#"{"start": 0}"#)
                    // As often as it takes until its checks have succeeded.
                    while try await !instances(2).contains("access1") {}
                }
            }
        }

        @Test("All of them: it is said so, and they are back as soon as they are")
        func all() async throws {
            try await GatewayUnderTest.run(.init(settings: Self.impatient)) { gateway async throws in
                try await gateway.portal(token: gateway.token, retry: .never) { portal async throws in
                    for portal in 0..<2 { try await gateway.ask("kill", portal) }
                    let error = await failure { () throws(PortalError) in
                        try await portal.accessService.create(["EGAS00001000775"])
                    }
                    #expect(error?.kind == .serverFault(status: 503))
                    #expect(error?.detail == "No instance of the service is running at the moment.")
                    for portal in 0..<2 { try await gateway.ask("start", portal) }
                }
                while await !gateway.answers() {}
            }
        }

        @Test("A call that changes something reaches one instance once, whatever becomes of it there")
        func neverTwice() async throws {
            let first = ScriptedServer.answering { request, _ in Self.breaksOff(request) }
            try await first.run { server in
                let other = ScriptedServer.answering { request, _ in Self.breaksOff(request) }
                try await other.run { second in
                    let instances = [server, second].map { "127.0.0.1:\($0.port)" }
                    func calls(_ path: String) -> Int {
                        (server.requests + second.requests).count { $0.line.contains(path) }
                    }
                    try await GatewayUnderTest.run(.init(portals: 0, instances: instances)) { gateway async throws in
                        try await gateway.portal(token: gateway.token, retry: .never) { portal async throws in
                            _ = await failure { () throws(PortalError) in try await portal.accessService.create(["a"]) }
                            #expect(calls("/daam/api/v1/applications/create") == 1)
                            _ = await failure { () throws(PortalError) in
                                try await portal.discoveryService.search(SearchQuery(), 0, 1)
                            }
                            #expect(calls("/discovery/api/v1/datasets/search") > 1)
                        }
                    }
                }
            }
        }

        private static func breaksOff(_ request: ScriptedServer.Request) -> ScriptedServer.Answer {
            request.line.contains("/health") ? HTTPText.json(#"{"status": "UP"}"#) : .closeWithoutAnswer
        }
    }
}

extension GatewayUnderTest {
    /// Whether somebody who comes now gets an answer.
    func answers() async -> Bool {
        let applications = try? await portal(token: token, retry: .never) { portal async throws in
            try await portal.accessService.applications()
        }
        return applications != nil
    }

    /// Waits until a portal has the call that goes wrong in hand.
    func met() async throws -> Int { Int(try #require(try await ask(#"{"met": null}"#).integer)) }

    func kills(whoever portal: Int) async throws { try await ask("kill", portal) }
}
