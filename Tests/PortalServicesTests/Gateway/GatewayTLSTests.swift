import FoundationEssentials
import PortalModel
import Testing

@testable import PortalServices

extension GatewayTests {
    @Suite("Whose certificate is taken")
    struct Certificates {
        /// What a person reads who searches, and whether anything reached the gateway.
        private func search(_ gateway: GatewayUnderTest, trusting caFile: String?) async throws -> PortalError? {
            try await withPortal(
                discovery: gateway.address + "/discovery", access: gateway.address + "/daam",
                options: ConnectionOptions(caFile: caFile), token: gateway.token
            ) { portal async throws in
                await failure { () throws(PortalError) in
                    try await portal.discoveryService.search(SearchQuery(), 0, 1)
                }
            }
        }

        @Test("Our own authority's where it is given; one that ended, or is another machine's, is told so")
        func certificates() async throws {
            try await GatewayUnderTest.run(.init(portals: 1)) { gateway async throws in
                #expect(try await search(gateway, trusting: gateway.caFile) == nil)

                let unknown = try await search(gateway, trusting: nil)
                #expect(unknown?.kind == .offline)
                #expect(
                    unknown?.detail
                        == "This machine does not trust who issued the portal's certificate, so nothing was sent. If that is "
                        + "your institution, give its certificates with --ca-file.")

                try await gateway.ask(#"{"certify": {"days": -1}}"#)
                let ended = try await search(gateway, trusting: gateway.caFile)
                #expect(ended?.kind == .offline)
                #expect(
                    ended?.detail?.contains(
                        #/^The portal's certificate ended on 20\d\d-\d\d-\d\d, so nothing was sent\./#) == true)

                try await gateway.ask(#"{"certify": {"names": "DNS:portal.elsewhere.example"}}"#)
                let elsewhere = try await search(gateway, trusting: gateway.caFile)
                #expect(elsewhere?.kind == .offline)
                #expect(
                    elsewhere?.detail
                        == "The certificate at this address is not for 127.0.0.1, so nothing was sent. Check the address."
                )

                try await gateway.ask(#"{"certify": {}}"#)
                #expect(try await search(gateway, trusting: gateway.caFile) == nil)
            }
        }
    }
}
