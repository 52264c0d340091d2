import PortalModel
import Synchronization
import Testing

@testable import PortalServices

@Suite("A service that fails is left alone")
struct CircuitBreakerTests {
    /// A clock that a test turns.
    private final class Clock: Sendable {
        private let time = Mutex(ContinuousClock.now)

        func pass(_ duration: Duration) { time.withLock { $0 += duration } }

        var settings: BreakerSettings { BreakerSettings(now: { self.time.withLock { $0 } }) }
    }

    @Test("After five failures in a row it rests for 30 s, then one call tries")
    func opening() {
        let clock = Clock()
        let breaker = CircuitBreaker(clock.settings)
        for _ in 0..<4 {
            #expect(breaker.refusal() == nil)
            breaker.failed()
        }
        breaker.answered()
        for _ in 0..<5 {
            #expect(breaker.refusal() == nil)
            breaker.failed()
        }
        #expect(breaker.refusal() == 30)
        clock.pass(.seconds(20))
        #expect(breaker.rest == 10)
        #expect(breaker.refusal() == 10)
        clock.pass(.seconds(10))
        #expect(breaker.rest == nil, "looking is no trial")
        #expect(breaker.refusal() == nil, "one call tries")
        #expect(breaker.refusal() != nil, "the others wait for it")
        breaker.failed()
        #expect(breaker.refusal() == 30)
        clock.pass(.seconds(31))
        #expect(breaker.refusal() == nil)
        breaker.answered()
        #expect(breaker.refusal() == nil)
    }

    @Test("A trial that was cancelled leaves the next call to try")
    func cancelledTrial() {
        let clock = Clock()
        let breaker = CircuitBreaker(clock.settings)
        for _ in 0..<5 { breaker.failed() }
        clock.pass(.seconds(30))
        #expect(breaker.refusal() == nil)
        breaker.abandoned()
        #expect(breaker.refusal() == nil)
    }

    @Test("Who asks for it is let through at once, until the next failure")
    func atOnce() {
        let clock = Clock()
        let breaker = CircuitBreaker(clock.settings)
        for _ in 0..<5 { breaker.failed() }
        breaker.tryAtOnce()
        #expect(breaker.refusal() == nil)
        #expect(breaker.refusal() == nil, "all that a refresh asks for")
        breaker.failed()
        #expect(breaker.refusal() == 30)
    }

    @Test("A service that rests is not called, the other one is; health is asked all the same")
    func overHTTP() async throws {
        let clock = Clock()
        let isWell = Mutex(false)
        try await ScriptedServer.answering { request, _ in
            request.line.contains("/filters") && !isWell.withLock { $0 }
                ? HTTPText.answer("", status: "502 No") : HTTPText.json("[]")
        }.run { server in
            try await withPortal(at: server.address, breaker: clock.settings) { portal in
                let discovery = portal.discoveryService
                for _ in 0..<2 { _ = await failure { () throws(PortalError) in try await discovery.filters() } }
                // The fifth failure was the first try of the second call, which was let through before.
                #expect(server.requests.count == 8)
                let error = await failure { () throws(PortalError) in try await discovery.filters() }
                #expect(error?.kind == .notTried(retryAfter: 30))
                #expect(error?.outcomeIsUnknown == false)
                #expect(error?.canBeRetried == true)
                #expect(error?.requestID != nil)
                #expect(server.requests.count == 8)
                _ = try await portal.accessService.applications()
                _ = try await discovery.status()
                isWell.withLock { $0 = true }
                #expect(await failure { () throws(PortalError) in try await discovery.filters() } != nil)
                portal.tryAtOnce()
                _ = try await discovery.filters()
                _ = try await discovery.filters()
            }
        }
    }

    @Test("Refusals and cancelled calls are no failures", arguments: ["400 Bad", "404 None", "409 Else", "429 Slow"])
    func refusals(status: String) async throws {
        try await ScriptedServer.answering { _, _ in HTTPText.answer("", status: status) }.run { server in
            try await withPortal(at: server.address, retry: .never) { portal in
                for _ in 0..<8 {
                    _ = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                }
            }
            #expect(server.requests.count == 8)
        }
        let breaker = CircuitBreaker(Clock().settings)
        for _ in 0..<8 { breaker.abandoned() }
        #expect(breaker.refusal() == nil)
    }

    @Test("A half answered call is none; a service that is silent is left alone")
    func silence() async throws {
        try await ScriptedServer.answering { _, _ in .silence }.run { server in
            let options = ConnectionOptions(callTimeout: .milliseconds(50))
            try await withPortal(at: server.address, options: options, retry: .never) { portal in
                for _ in 0..<5 {
                    _ = await failure { () throws(PortalError) in try await portal.accessService.applications() }
                }
                let error = await failure { () throws(PortalError) in
                    try await portal.accessService.submit(ApplicationID(1))
                }
                #expect(error?.kind == .notTried(retryAfter: 30) || error?.kind == .notTried(retryAfter: 29))
            }
        }
    }
}
