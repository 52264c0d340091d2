import PortalDomain
import Testing

@testable import PortalServices

@Suite("The demo portal, which tells at once", .timeLimit(.minutes(1)))
struct DemoChannelTests {
    @Test("Whoever follows it hears of their own requests, and a second person of nothing")
    func told() async throws {
        var followers: [Follower] = []
        try await DemoAddresses.run { demo in
            for token in [demo.token, "demo-colleague"] {
                let follower = try Follower(demo.notifications, .readyToken(Secret(token)))
                #expect(await follower.hears() == .connecting)
                #expect(await follower.hears() == .live)
                followers.append(follower)
            }
            try await withPortal(discovery: demo.discovery, access: demo.access, token: demo.token) { portal in
                let id = try await portal.accessService.create(["mimic-iv"])
                #expect(await followers[0].hears() == .changed)
                try await portal.accessService.delete(id)
                #expect(await followers[0].hears() == .changed)
            }
        }
        // Nothing came before this.
        for follower in followers {
            #expect(await follower.hears() == .lost(1))
            follower.cancel()
        }
    }

    @Test("A token that is none of the portal's people is refused, and so is nobody's")
    func refused() async throws {
        try await DemoAddresses.run { demo in
            let follower = try Follower(demo.notifications, .readyToken(Secret("somebody")))
            #expect(await follower.hears() == .connecting)
            #expect(await follower.hears() == .refused)
            #expect(await follower.hears() == .ended)
        }
    }
}
