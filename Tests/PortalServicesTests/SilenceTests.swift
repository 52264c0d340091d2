import FoundationEssentials
import PortalModel
import Synchronization
import Testing

@testable import PortalServices

@Suite("A service that accepts and never answers")
struct SilenceTests {
    @Test("It is told while the call waits, with how long it waits yet, and taken back when it has ended")
    func told() async throws {
        let (waits, tell) = AsyncStream.makeStream(of: CallWait.self)
        var options = ConnectionOptions(callTimeout: .seconds(600), patience: .milliseconds(1))
        options.onWait = { tell.yield($0) }
        try await ScriptedServer.answering { _, _ in .silence }.run { [options] server in
            try await withPortal(at: server.address, options: options) { portal in
                let call = Task {
                    await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                }
                var all = waits.makeAsyncIterator()
                let first = try #require(await all.next())
                #expect(first.reason == .silence)
                #expect(first.operation == "loading the filters")
                #expect(first.secondsLeft(now: Date()) > 60)
                #expect(first.words(now: Date()).hasPrefix("No answer yet, waiting "))
                call.cancel()
                #expect(await call.value?.kind == .cancelled)
                let last = try #require(await all.next())
                #expect(last.id == first.id)
                #expect(last.secondsLeft(now: Date()) == 0)
            }
        }
    }

    @Test("Nothing is said of a call that is answered")
    func answered() async throws {
        let waits = Mutex<[CallWait]>([])
        // A busy machine is no silence.
        let options = ConnectionOptions(
            callTimeout: .seconds(3600), patience: .seconds(600),
            onWait: { wait in waits.withLock { $0.append(wait) } })
        try await ScriptedServer.answering { _, _ in HTTPText.json("[]") }.run { server in
            _ = try await withPortal(at: server.address, options: options) { portal in
                try await portal.discoveryService.filters()
            }
        }
        #expect(waits.withLock { $0 }.isEmpty)
    }

    @Test("Whether a service is well is asked with the token, and without one where none can be had")
    func health() async throws {
        for token in ["t", nil] {
            try await ScriptedServer.answering { _, _ in HTTPText.json(#"{"status": "UP"}"#) }.run { server in
                try await withPortal(at: server.address, token: token) { portal in
                    let status = try await portal.accessService.status()
                    #expect(status.words == "UP")
                }
                #expect(server.requests.map { $0.headers["authorization"] } == [token.map { "Bearer \($0)" }])
            }
        }
        let dead = Credentials(token: { () throws(PortalError) in throw PortalError(.offline, operation: "renewing") })
        try await ScriptedServer.answering { _, _ in HTTPText.json(#"{"status": "UP"}"#) }.run { server in
            let portal = try PortalClient(PortalAddresses(discovery: server.address), credentials: dead)
            let error = await failure { () throws(PortalError) in try await portal.discoveryService.status() }
            await portal.shutdown()
            #expect(error == nil)
            #expect(server.requests.map { $0.headers["authorization"] } == [nil])
        }
    }
}
