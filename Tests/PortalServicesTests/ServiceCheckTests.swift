import Foundation
import PortalModel
import Testing

@testable import PortalServices

@Suite("Asking services how they are")
struct ServiceCheckTests {
    private let place = ServicePlace(.access, at: "https://portal.example/daam")

    @Test("What a service says of itself is told")
    func healthy() async {
        let finding = await ServiceCheck(place) { ServiceStatus(version: "2.1", words: "UP") }.finding()
        #expect(finding.state == .healthy)
        #expect(finding.version == "2.1")
        #expect(finding.detail == "UP")
        #expect(finding.place == place)
    }

    @Test(
        "Whether something came back decides between unhealthy and unreachable",
        arguments: [
            (PortalError.Kind.offline, ServiceFinding.State.unreachable), (.timedOut(seconds: 5), .unreachable),
            (.serverFault(status: 503), .unhealthy), (.unreadableAnswer, .unhealthy), (.forbidden, .unhealthy),
        ])
    func states(kind: PortalError.Kind, state: ServiceFinding.State) async {
        let finding = await ServiceCheck(place) { () throws(PortalError) in
            throw PortalError(kind, operation: "asking", detail: "The reason.")
        }.finding()
        #expect(finding.state == state)
        #expect(finding.detail?.isEmpty == false)
    }

    @Test("A service that never answers is given up")
    func silent() async {
        let finding = await ServiceCheck(place) { () throws(PortalError) in
            for await _ in AsyncStream<Void>.makeStream().stream {}
            throw PortalError(.cancelled, operation: "asking")
        }.finding(within: .milliseconds(50))
        #expect(finding.state == .unreachable)
        #expect(finding.detail?.hasPrefix("No answer within") == true)
    }

    @Test("A health call goes out without a token where none can be had: it does not depend on the sign-in service")
    func anonymous() async throws {
        try await ScriptedServer.answering { _, _ in HTTPText.json(#"{"status": "UP"}"#) }.run { server in
            let client = try PortalClient(
                PortalAddresses(discovery: server.address, access: server.address),
                credentials: Credentials(token: { () throws(PortalError) in
                    throw PortalError(.offline, operation: "renewing the sign-in")
                }))
            #expect(try await client.accessService.status().words == "UP")
            #expect(server.requests.allSatisfy { $0.headers["authorization"] == nil })
            await client.shutdown()
        }
    }

    @Test("A sign-in service is asked anew each time, and says which ways it offers")
    func identity() async throws {
        let issuer = FakeIssuer()
        try await issuer.run { address in
            let session = Session(IdentitySettings(issuer: address, clientID: "portal"), store: nil)
            let status = try await session.serviceStatus()
            #expect(status.words == "offers sign-in by a code or a browser")
            await session.shutdown()
        }
        // Another one, which is not there.
        let closed = try ClosedPort()
        let session = Session(IdentitySettings(issuer: closed.address, clientID: "portal"), store: nil)
        let finding = await ServiceCheck(ServicePlace(.identity)) { () throws(PortalError) in
            try await session.serviceStatus()
        }.finding()
        #expect(finding.state == .unreachable)
        await session.shutdown()
    }

    @Test(
        "The developer guide's issuer is asked whether it is ready, where it knows the question",
        arguments: [true, false])
    func readiness(isKnown: Bool) async throws {
        let issuer = FakeIssuer()
        if isKnown { issuer.on("/health/ready", answers: [HTTPText.json(#"{"status": "UP"}"#)]) }
        try await issuer.run { address in
            let session = Session(IdentitySettings(issuer: address, clientID: "portal"), store: nil)
            let words = try await session.serviceStatus(isGuide: true).words
            #expect(words == (isKnown ? "UP" : "offers sign-in by a code or a browser"))
            await session.shutdown()
        }
    }
}
