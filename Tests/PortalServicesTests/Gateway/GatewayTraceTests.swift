import FoundationEssentials
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

extension GatewayTests {
    @Suite("What the gateway tells its operators")
    struct Traces {
        @Test("A line of JSON for each call, with the name that the client gave it, and no secret in any")
        func log() async throws {
            try await GatewayUnderTest.run { gateway async throws in
                let names = RequestNames()
                let options = ConnectionOptions(requestID: names.next)
                try await gateway.portal(token: gateway.token, options: options) { portal async throws in
                    _ = try await portal.discoveryService.search(SearchQuery(text: "planted-secret"), 0, 5)
                    #expect(
                        try await gateway.log(of: names.last).first?["instance"].text?.hasPrefix("discovery") == true)
                    _ = try await portal.accessService.create(["EGAS00001000775"])
                    let line = try #require(try await gateway.log(of: names.last).first)
                    #expect(line["status"].integer == 200)
                    #expect(line["method"].text == "POST")
                    #expect(line["path"].text == "/daam/api/v1/applications/create")
                    #expect(line["subject"].text == "ada")
                    #expect(line["instance"].text?.hasPrefix("access") == true)
                    #expect(line["agent"].text?.hasPrefix("portal/") == true)
                    #expect(line["retries"].text == "0")
                }
                try await gateway.portal(token: "planted-token", options: options) { portal async throws in
                    _ = await failure { () throws(PortalError) in try await portal.accessService.applications() }
                    #expect(try await gateway.log(of: names.last).first?["refused"].text == "signature")
                }
                let written = try await gateway.ask(#"{"written": null}"#).text ?? ""
                for secret in [gateway.token, "planted-secret", "planted-token", "Bearer"] {
                    #expect(!written.contains(secret))
                }
                for line in written.split(separator: "\n") where line.hasPrefix("{") {
                    _ = try JSONValue(parsing: Data(line.utf8))
                }
            }
        }

        @Test("Services learn the call's name and who sent it from the gateway, not from its caller")
        func headers() async throws {
            try await ScriptedServer.answering { request, _ in
                HTTPText.json(request.line.contains("/health") ? #"{"status": "UP"}"# : Samples.search)
            }.run { server in
                let choices = GatewayUnderTest.Choices(portals: 0, instances: ["127.0.0.1:\(server.port)"])
                try await GatewayUnderTest.run(choices) { gateway async throws in
                    for (id, isKept) in [
                        ("call-1", true), ("not {sane}", false), (String(repeating: "x", count: 65), false),
                    ] {
                        let options = ConnectionOptions(requestID: { id })
                        try await gateway.portal(token: gateway.token, options: options) { portal async throws in
                            _ = try await portal.discoveryService.search(SearchQuery(), 0, 5)
                        }
                        let seen = try #require(server.requests.last { $0.line.contains("search") }).headers
                        let name = try #require(seen["x-request-id"])
                        #expect((name == id) == isKept)
                        #expect(try await gateway.log(of: name).count == 1)
                        #expect(seen["x-forwarded-for"] == "127.0.0.1")
                        #expect(seen["x-forwarded-proto"] == "https")
                        #expect(seen["authorization"] == "Bearer \(gateway.token)")
                    }
                }
            }
        }

        @Test("Metrics count calls, refusals and who is up, at an address of their own")
        func metrics() async throws {
            try await GatewayUnderTest.run { gateway async throws in
                let (answered, refused) = (
                    #"haproxy_frontend_http_responses_total{proxy="access",code="2xx"}"#,
                    #"haproxy_frontend_http_responses_total{proxy="portal",code="4xx"}"#
                )
                let before = try await gateway.metrics()
                try await gateway.portal(token: gateway.token) { portal async throws in
                    for _ in 0..<3 { _ = try await portal.accessService.applications() }
                }
                try await gateway.portal(token: nil) { portal async throws in
                    _ = await failure { () throws(PortalError) in try await portal.accessService.applications() }
                }
                let after = try await gateway.metrics()
                #expect((after[answered] ?? 0) - (before[answered] ?? 0) == 3)
                #expect((after[refused] ?? 0) - (before[refused] ?? 0) == 1)
                for (proxy, server) in [("discovery", "discovery1"), ("access", "access2")] {
                    #expect(after[#"haproxy_server_status{proxy="\#(proxy)",server="\#(server)",state="UP"}"#] == 1)
                }
            }
        }
    }
}

extension GatewayUnderTest {
    /// By name and labels, as Prometheus reads them.
    func metrics() async throws -> [String: Double] {
        let text = try await ask(#"{"metrics": null}"#).text ?? ""
        let samples = text.split(separator: "\n").compactMap { line -> (String, Double)? in
            guard let space = line.lastIndex(of: " "), let value = Double(line[line.index(after: space)...])
            else { return nil }
            return (String(line[..<space]), value)
        }
        return Dictionary(samples) { $1 }
    }
}
