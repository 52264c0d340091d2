import Foundation
import PortalModel
import Synchronization
import Testing

@testable import PortalServices

@Suite("Calls that are made again")
struct RetryTests {
    /// What was waited for, without waiting: the longest that could be.
    private final class Waits: Sendable {
        private let log = Mutex<[CallWait]>([])
        private let pauses = Mutex<[Duration]>([])

        var all: [CallWait] { log.withLock { $0 } }
        var durations: [Duration] { pauses.withLock { $0 } }

        var policy: RetryPolicy {
            RetryPolicy(
                jitter: { $0 }, sleep: { pause in self.pauses.withLock { $0.append(pause) } },
                now: { Date(timeIntervalSince1970: 1000) })
        }

        var options: ConnectionOptions {
            // A busy machine is no silence: that is another test's.
            ConnectionOptions(
                patience: .seconds(3600), requestID: { "r-1" },
                onWait: { wait in self.log.withLock { $0.append(wait) } })
        }
    }

    @Test("A safe call is made four times, with longer and longer waits", arguments: [502, 503, 504])
    func statuses(status: Int) async throws {
        let waits = Waits()
        try await ScriptedServer.answering { _, _ in HTTPText.answer("", status: "\(status) No") }.run { server in
            try await withPortal(at: server.address, options: waits.options, retry: waits.policy) { portal in
                let error = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                #expect(error?.kind == .serverFault(status: status))
            }
            #expect(server.requests.count == 4)
            #expect(Set(server.requests.map { $0.headers["x-request-id"] }) == ["r-1"])
        }
        #expect(waits.durations == [.seconds(1), .seconds(2), .seconds(4)])
        #expect(waits.all.map(\.attempt) == [2, 3, 4])
        #expect(waits.all.allSatisfy { $0.reason == .failed(.serverFault(status: status)) && $0.id == "r-1" })
        #expect(waits.all.map { $0.until.timeIntervalSince1970 } == [1001, 1002, 1004])
    }

    @Test("A service that comes back meanwhile answers the same call, a search by POST too")
    func recovery() async throws {
        let waits = Waits()
        try await ScriptedServer.answering { _, before in
            before < 2
                ? HTTPText.answer("", status: "503 No") : HTTPText.json(#"{"count": 1, "results": [{"id": "a"}]}"#)
        }.run { server in
            let page = try await withPortal(at: server.address, options: waits.options, retry: waits.policy) {
                try await $0.discoveryService.search(SearchQuery(text: "x"), 0, 10)
            }
            #expect(page.total == 1)
            #expect(server.requests.map(\.body).allSatisfy { $0.contains(#""query":"x""#) })
            #expect(server.requests.count == 3)
        }
    }

    @Test("So it is where nothing listens, where no answer comes, and where the answer breaks off")
    func connections() async throws {
        let waits = Waits()
        let closed = try ClosedPort()
        try await withPortal(at: closed.address, options: waits.options, retry: waits.policy) { portal in
            let error = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
            #expect(error?.kind == .offline)
        }
        #expect(waits.all.map(\.reason) == Array(repeating: .failed(.offline), count: 3))
        for answer in [
            ScriptedServer.Answer.silence, .reset(after: "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n["),
            .bytes("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n["),
        ] {
            try await ScriptedServer.answering { _, before in before == 0 ? answer : HTTPText.json("[]") }.run {
                server in
                var options = waits.options
                options.callTimeout = .seconds(1)
                _ = try await withPortal(at: server.address, options: options, retry: waits.policy) {
                    try await $0.discoveryService.filters()
                }
                #expect(server.requests.count >= 2)
            }
        }
    }

    @Test(
        "What may have changed something is never made again",
        arguments: [
            ScriptedServer.Answer.closeWithoutAnswer, .reset(after: "HTTP/1.1 200 OK\r\n"),
            HTTPText.answer("", status: "502 No"), HTTPText.answer("", status: "504 No"),
            HTTPText.answer("", status: "503 No", headers: ["Retry-After: 1"]),
            HTTPText.answer("", status: "429 No", headers: ["Retry-After: 1"]),
        ])
    func changes(answer: ScriptedServer.Answer) async throws {
        let waits = Waits()
        try await ScriptedServer.answering { _, _ in answer }.run { server in
            try await withPortal(at: server.address, options: waits.options, retry: waits.policy) { portal in
                let error = await failure { () throws(PortalError) in
                    try await portal.accessService.submit(ApplicationID(1))
                }
                #expect(error != nil)
                if case .bytes(let text, _) = answer, text.contains("Retry-After") {
                    #expect(error?.secondsToWait == 1)
                }
            }
            #expect(server.requests.count == 1)
        }
        #expect(waits.all.isEmpty)
    }

    @Test(
        "What another try cannot change is not tried again",
        arguments: [
            "400 Bad", "401 Who", "403 No", "404 Nowhere", "409 Else", "501 Unknown", "505 Version",
        ])
    func lasting(status: String) async throws {
        try await ScriptedServer.answering { _, _ in HTTPText.answer("", status: status) }.run { server in
            try await withPortal(at: server.address) { portal in
                let error = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                #expect(error != nil)
            }
            #expect(server.requests.count == 1)
        }
    }

    @Test("500 and 429 without a time to wait are tried again as often as the others", arguments: ["500 X", "429 X"])
    func passing(status: String) async throws {
        let waits = Waits()
        try await ScriptedServer.answering { _, before in
            before == 0 ? HTTPText.answer("", status: status) : HTTPText.json("[]")
        }.run { server in
            _ = try await withPortal(at: server.address, options: waits.options, retry: waits.policy) {
                try await $0.discoveryService.filters()
            }
            #expect(server.requests.count == 2)
        }
        #expect(waits.all.count == 1)
    }

    @Test("What a service does not have is not asked for again, though it says so with 500")
    func unsupported() async throws {
        let answer = HTTPText.json(#"{"title": "x", "detail": "Unsupported operation"}"#, status: "500 X")
        try await ScriptedServer.answering { _, _ in answer }.run { server in
            try await withPortal(at: server.address) { portal in
                let error = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                #expect(error?.kind == .unsupported)
            }
            #expect(server.requests.count == 1)
        }
    }

    @Test("Retry-After is waited for exactly, as seconds and as a date", arguments: ["429 Slowly", "503 Later"])
    func asked(status: String) async throws {
        let waits = Waits()
        try await ScriptedServer.answering { _, before in
            switch before {
            case 0: HTTPText.answer("", status: status, headers: ["Retry-After: 12"])
            case 1:
                HTTPText.answer(
                    "", status: status,
                    headers: [
                        "Date: Wed, 21 Oct 2026 07:28:00 GMT", "Retry-After: Wed, 21 Oct 2026 07:29:30 GMT",
                    ])
            default: HTTPText.json("[]")
            }
        }.run { server in
            _ = try await withPortal(at: server.address, options: waits.options, retry: waits.policy) {
                try await $0.discoveryService.filters()
            }
        }
        #expect(waits.durations == [.seconds(12), .seconds(90)])
        #expect(waits.all.map(\.reason) == [.asked, .asked])
    }

    @Test("Who asks to wait longer than two minutes is not waited for, and the time is said")
    func longWait() async throws {
        for (status, kind) in [
            ("429 Slowly", PortalError.Kind.tooManyRequests(retryAfter: 300)),
            ("503 Later", .unavailable(retryAfter: 300)),
        ] {
            let waits = Waits()
            try await ScriptedServer.answering { _, _ in
                HTTPText.answer("", status: status, headers: ["Retry-After: 300"])
            }.run { server in
                try await withPortal(at: server.address, options: waits.options, retry: waits.policy) { portal in
                    let error = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                    #expect(error?.kind == kind)
                    #expect(error?.sentence.contains("5 min") == true)
                    #expect(error?.secondsToWait == 300)
                }
                #expect(server.requests.count == 1)
            }
            #expect(waits.all.isEmpty)
        }
    }

    @Test("A wait ends with its task")
    func cancellation() async throws {
        let (waits, waiting) = AsyncStream<CallWait>.makeStream()
        try await ScriptedServer.answering { _, _ in
            HTTPText.answer("", status: "429 Slowly", headers: ["Retry-After: 100"])
        }.run { server in
            let options = ConnectionOptions(onWait: { waiting.yield($0) })
            try await withPortal(at: server.address, options: options, retry: RetryPolicy()) { portal in
                let id = ReadID(.filters, 7)
                let call = Task {
                    await CallPurpose.$current.withValue(.read(id)) {
                        await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                    }
                }
                let wait = await waits.first { _ in true }
                #expect(wait?.purpose == .read(id))
                #expect(wait?.operation == "loading the filters")
                call.cancel()
                #expect(await call.value?.kind == .cancelled)
            }
            #expect(server.requests.count == 1)
        }
    }

    @Test("How well a service is, is asked once")
    func probe() async throws {
        try await ScriptedServer.answering { _, _ in HTTPText.answer("", status: "503 No") }.run { server in
            try await withPortal(at: server.address) { portal in
                let error = await failure { () throws(PortalError) in try await portal.discoveryService.status() }
                #expect(error?.kind == .serverFault(status: 503))
            }
            #expect(server.requests.count == 1)
        }
    }

    @Test("Delays are at random up to their bound, and no bound is above 30 s")
    func jitter() {
        let policy = RetryPolicy(delays: [.seconds(100)])
        let failed = TryOutcome.failed(FailedTry(error: PortalError(.offline, operation: "x"), prospect: .mayPass))
        let pauses = (0..<1000).compactMap { _ in policy.pause(after: failed, tries: 1)?.duration }
        #expect(pauses.count == 1000)
        #expect(pauses.allSatisfy { $0 >= .zero && $0 <= .seconds(30) })
        #expect(pauses.contains { $0 < .seconds(5) } && pauses.contains { $0 > .seconds(25) })
        #expect(policy.pause(after: failed, tries: 2) == nil)
    }
}
