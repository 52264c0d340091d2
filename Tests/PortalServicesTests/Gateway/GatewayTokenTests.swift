import FoundationEssentials
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

extension GatewayTests {
    @Suite("Who is let through")
    struct Tokens {
        @Test("Everybody may browse and ask for health; a request needs a sign-in")
        func anonymous() async throws {
            try await GatewayUnderTest.run { gateway async throws in
                try await gateway.portal(token: nil) { portal async throws in
                    let page = try await portal.discoveryService.search(SearchQuery(text: "cancer"), 0, 5)
                    let first = try #require(page.results.first?.dataset)
                    #expect(try await portal.discoveryService.dataset(first.id).summary.title == first.title)
                    #expect(try await portal.discoveryService.status().words == "UP")
                    #expect(try await portal.accessService.status().words == "UP")
                    let error = await failure { () throws(PortalError) in try await portal.accessService.applications()
                    }
                    #expect(error?.kind == .signedOut)
                    #expect(error?.detail == "Sign in first.")
                }
            }
        }

        /// Tokens that the services would take: what refuses them is the gateway.
        private static let bad: [(token: String, words: String)] = [
            (#"{"signer": "stranger"}"#, "The token is not one that this portal takes."),
            (#"{"algorithm": "none"}"#, "The token is not one that this portal takes."),
            (#"{"algorithm": "HS256"}"#, "The token is not one that this portal takes."),
            (#"{"claims": {"iss": "https://other.example"}}"#, "The token is not one that this portal takes."),
            (#"{"claims": {"aud": "account"}}"#, "The token is for another service."),
            (#"{"claims": {"aud": ["account", "other"]}}"#, "The token is for another service."),
            (#"{"claims": {"aud": null}}"#, "The token is for another service."),
            (#"{"claims": {"exp": 1700000000}}"#, "The token has ended."),
            (#"{"claims": {"exp": null}}"#, "The token has ended."),
            (#"{"claims": {"nbf": 4000000000}}"#, "The token is not valid yet; a clock may be wrong."),
        ]

        @Test("A token that is forged, ended, unsigned or somebody else's is refused everywhere, and goes no further")
        func bad() async throws {
            // Enough that so many refusals are not too many.
            try await GatewayUnderTest.run { gateway async throws in
                let garbage = [("garbage", Self.bad[0].words), ("a.b.c", Self.bad[0].words)]
                var tokens = garbage
                for (choices, words) in Self.bad {
                    tokens.append((try await gateway.ask(#"{"issue": \#(choices)}"#).text ?? "", words))
                }
                for (token, words) in tokens {
                    let id = UUID().uuidString
                    let options = ConnectionOptions(requestID: { id })
                    try await gateway.portal(token: token, options: options) { portal async throws in
                        let browsing = await failure { () throws(PortalError) in
                            try await portal.discoveryService.filters()
                        }
                        let asking = await failure { () throws(PortalError) in
                            try await portal.accessService.applications()
                        }
                        for error in [browsing, asking] {
                            #expect(error?.kind == .signedOut)
                            #expect(error?.detail == words)
                        }
                    }
                    for line in try await gateway.log(of: id) { #expect(line["instance"].text == "-") }
                }
            }
        }

        @Test("A good token names the portal as its only audience or as one of several")
        func good() async throws {
            try await GatewayUnderTest.run { gateway async throws in
                let choices = [#"{}"#, #"{"claims": {"aud": "portal-services"}}"#]
                for choice in choices {
                    let token = try await gateway.ask(#"{"issue": \#(choice)}"#).text
                    try await gateway.portal(token: token) { portal async throws in
                        #expect(try await portal.accessService.applications().isEmpty)
                        #expect(try await portal.discoveryService.search(SearchQuery(), 0, 1).total > 0)
                    }
                }
            }
        }

        @Test(
            "When the realm changes its key, tokens of the new one pass after a reload and those of the old one do not")
        func rotation() async throws {
            try await GatewayUnderTest.run { gateway async throws in
                let id = try await gateway.portal(token: gateway.token) { portal async throws in
                    try await portal.accessService.create(["EGAS00001000775"])
                }
                try await gateway.ask(#"{"renew": "keys"}"#)
                try await gateway.portal(token: gateway.token) { portal async throws in
                    let error = await failure { () throws(PortalError) in try await portal.accessService.applications()
                    }
                    #expect(error?.kind == .signedOut)
                }
                let renewed = try await gateway.ask(#"{"issue": {}}"#).text
                try await gateway.portal(token: renewed) { portal async throws in
                    #expect(try await portal.accessService.applications().map(\.id) == [id])
                }
            }
        }
    }
}
