import PortalModel
import Testing

@testable import PortalServices

extension GatewayTests {
    @Suite("How often one may call")
    struct Rates {
        private static let settings = [
            "GATEWAY_RATE_PERIOD": "2", "GATEWAY_RATE_SUBJECT": "3", "GATEWAY_RATE_ADDRESS": "4",
        ]

        @Test("Who calls too often is told for how long to wait; nothing is done, and others are not kept waiting")
        func refused() async throws {
            try await GatewayUnderTest.run(.init(settings: Self.settings)) { gateway async throws in
                try await gateway.portal(token: gateway.token, retry: .never) { portal async throws in
                    for _ in 0..<3 { #expect(try await portal.accessService.applications().isEmpty) }
                    let error = await failure { () throws(PortalError) in
                        try await portal.accessService.create(["EGAS00001000775"])
                    }
                    #expect(error?.kind == .tooManyRequests(retryAfter: 2))
                    #expect(error?.sentence == "The portal asks to wait 2 s.")
                    #expect(error?.outcomeIsUnknown == false)
                }
                let colleague = try await gateway.ask(#"{"issue": {"claims": {"sub": "grace"}}}"#).text
                try await gateway.portal(token: colleague) { portal async throws in
                    // Ada's: the demo portals take every token of this test for hers.
                    #expect(try await portal.accessService.applications().isEmpty)
                }
            }
        }

        @Test("A search or a look waits as long as is asked, says so, and then gets its answer")
        func obeyed() async throws {
            try await GatewayUnderTest.run(.init(settings: Self.settings)) { gateway async throws in
                let (waits, waiting) = AsyncStream.makeStream(of: CallWait.self)
                let options = ConnectionOptions(onWait: { waiting.yield($0) })
                try await gateway.portal(token: gateway.token, options: options, retry: RetryPolicy()) {
                    portal async throws in
                    for _ in 0..<4 { #expect(try await portal.accessService.applications().isEmpty) }
                }
                waiting.finish()
                let first = try #require(await waits.first { _ in true })
                #expect(first.reason == .asked)
                #expect(first.attempt == 2)
                #expect(first.operation == "loading your requests")
            }
        }

        @Test("Those who did not sign in are counted by address, bad tokens among them; health is not counted")
        func anonymous() async throws {
            try await GatewayUnderTest.run(.init(settings: Self.settings)) { gateway async throws in
                try await gateway.portal(token: "guessed", retry: .never) { portal async throws in
                    for _ in 0..<4 {
                        let error = await failure { () throws(PortalError) in
                            try await portal.accessService.applications()
                        }
                        #expect(error?.kind == .signedOut)
                    }
                }
                try await gateway.portal(token: nil, retry: .never) { portal async throws in
                    let error = await failure { () throws(PortalError) in
                        try await portal.discoveryService.dataset(DatasetID("ddd"))
                    }
                    #expect(error?.kind == .tooManyRequests(retryAfter: 2))
                    for _ in 0..<6 { #expect(try await portal.discoveryService.status().words == "UP") }
                }
                try await gateway.portal(token: gateway.token) { portal async throws in
                    #expect(try await portal.accessService.applications().isEmpty)
                }
            }
        }
    }
}
