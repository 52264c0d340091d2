import Foundation
import PortalModel
import Synchronization
import Testing

@testable import PortalServices

@Suite("Calls of somebody who is signed in")
struct CredentialsTests {
    @Test("A refused token is replaced once, before anything is shown; a change is made once")
    func replaced() async throws {
        let asked = Mutex<[Secret]>([])
        let credentials = Credentials(
            token: { () throws(PortalError) in Secret("old") },
            replacement: { refused throws(PortalError) in
                asked.withLock { $0.append(refused) }
                return Secret("new")
            })
        try await ScriptedServer.answering { request, _ in
            request.headers["authorization"] == "Bearer new"
                ? .bytes("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
                : HTTPText.json("{}", status: "401 Unauthorized")
        }.run { server in
            let portal = try PortalClient(
                PortalAddresses(discovery: server.address, access: server.address), credentials: credentials)
            let error = await failure { () throws(PortalError) in
                try await portal.accessService.accept(ApplicationID("7"), [3])
            }
            await portal.shutdown()
            #expect(error == nil)
            #expect(server.requests.map { $0.headers["authorization"] } == ["Bearer old", "Bearer new"])
            #expect(server.requests.first?.headers["x-request-id"] == server.requests.last?.headers["x-request-id"])
        }
        #expect(asked.withLock { $0 } == [Secret("old")])
    }

    @Test("When the other token is refused too, or there is none, one is signed out", arguments: [nil, "new"])
    func signedOut(other: String?) async throws {
        let credentials = Credentials(
            token: { () throws(PortalError) in Secret("old") },
            replacement: { _ throws(PortalError) in other.map { Secret($0) } })
        try await ScriptedServer.answering { _, _ in
            HTTPText.answer("", status: "401 Unauthorized", headers: ["WWW-Authenticate: Bearer"])
        }.run { server in
            let portal = try PortalClient(
                PortalAddresses(discovery: server.address, access: server.address), credentials: credentials)
            let error = await failure { () async throws(PortalError) in try await portal.accessService.applications() }
            #expect(error?.kind == .signedOut)
            #expect(server.requests.count == (other == nil ? 1 : 2))
            await portal.shutdown()
        }
    }

    @Test("A ready token that is refused is named by where it came from")
    func readyToken() async throws {
        try await ScriptedServer.answering { _, _ in HTTPText.json("{}", status: "401 Unauthorized") }.run { server in
            let portal = try PortalClient(
                PortalAddresses(discovery: server.address, access: server.address),
                credentials: .readyToken(Secret("t"), from: "PORTAL_TOKEN"))
            let error = await failure { () async throws(PortalError) in try await portal.accessService.applications() }
            #expect(error?.kind == .signedOut)
            #expect(error?.detail?.contains("PORTAL_TOKEN") == true)
            #expect(server.requests.count == 1)
            await portal.shutdown()
        }
    }

    @Test("A sign-in that cannot be renewed now fails the call and says so")
    func notRenewable() async throws {
        let credentials = Credentials(token: { () throws(PortalError) in
            throw PortalError(.offline, operation: "renewing the sign-in")
        })
        try await ScriptedServer.answering { _, _ in HTTPText.json("[]") }.run { server in
            let portal = try PortalClient(
                PortalAddresses(discovery: server.address, access: server.address), credentials: credentials)
            let error = await failure { () async throws(PortalError) in try await portal.discoveryService.filters() }
            #expect(error?.operation == "renewing the sign-in")
            #expect(server.requests.isEmpty)
            await portal.shutdown()
        }
    }
}
