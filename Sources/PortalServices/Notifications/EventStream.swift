import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import PortalDomain
import PortalVersion
import SocketIO
import Synchronization

/// What a portal tells by server-sent events (WHATWG HTML, 9.2): one HTTP call whose answer does not end.
///
/// Each event means that it is time to ask again, whatever it says.
final class EventStream: NotificationWire {
    /// What is known from one connection to the next.
    private struct Memory: Sendable {
        var lastEventID = ""
        var retry: Duration?
    }

    private let address: String
    private let client: SharedClient
    private let memory = Mutex(Memory())
    /// When something came last.
    private let heard = Mutex(ContinuousClock.now)

    init(_ address: String, client: SharedClient) {
        self.address = address
        self.client = client
    }

    /// The server says how long is to be waited until the next connection.
    var leastWait: Double { Double((memory.withLock { $0.retry } ?? .zero) / .milliseconds(1)) / 1000 }

    /// What stands in between ends calls that last: one that lasted a while had come about.
    func counted(_ lasted: Duration?) -> Duration? {
        guard let lasted, lasted >= Self.usual else { return lasted }
        return max(lasted, SocketIOReconnection.steady)
    }

    func run(
        token: Secret, live: @escaping @Sendable (String) -> Void, changed: @escaping @Sendable () -> Void
    ) async throws(NotificationEnd) -> Never {
        do {
            let body = try await answer(token)
            live("events")
            try await read(body, changed)
            // A cancelled body ends as if it were complete.
            throw SocketIOFault.broken
        } catch let end as NotificationEnd {
            throw end
        } catch {
            throw .fault(Task.isCancelled ? .cancelled : SocketIOFault(error))
        }
    }

    private func answer(_ token: Secret) async throws -> HTTPClientResponse.Body {
        var request = HTTPClientRequest(url: address)
        request.headers = [
            "User-Agent": PortalVersion.userAgent, "Accept": "text/event-stream", "Cache-Control": "no-store",
            "Accept-Encoding": "identity", "Authorization": "Bearer \(token.reveal())",
        ]
        let last = memory.withLock { $0.lastEventID }
        if Self.mayBeSent(last) { request.headers.add(name: "Last-Event-ID", value: last) }
        let response = try await client.execute(request, timeout: TimeAmount(SocketIOBounds().greeting))
        let status = Int(response.status.code)
        switch status {
        case 200: break
        case 204: throw NotificationEnd.notWanted
        case 401, 403: throw SocketIOFault.refused(SocketIORefusal(message: ""))
        default: throw SocketIOFault.answered(status: status)
        }
        let kind = response.headers.first(name: "Content-Type") ?? ""
        guard kind.lowercased().prefix(while: { $0 != ";" && $0 != " " }) == "text/event-stream" else {
            throw SocketIOFault.notUnderstood
        }
        return response.body
    }

    private func read(_ body: HTTPClientResponse.Body, _ changed: @escaping @Sendable () -> Void) async throws {
        heard.withLock { $0 = .now }
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await self.take(body, changed) }
            group.addTask { try await self.watch() }
            try await group.next()
        }
    }

    private func take(_ body: HTTPClientResponse.Body, _ changed: @Sendable () -> Void) async throws {
        var parser = EventStreamParser(lastEventID: memory.withLock { $0.lastEventID })
        for try await chunk in body {
            heard.withLock { $0 = .now }
            let events = try parser.take(chunk.readableBytesView)
            let (id, retry) = (parser.lastEventID, parser.retry)
            memory.withLock { memory in
                memory.lastEventID = id
                memory.retry = retry ?? memory.retry
            }
            for _ in events { changed() }
        }
    }

    /// Servers promise no signs of life: a connection that died unseen is found out by this alone.
    private func watch() async throws {
        while true {
            let left = ContinuousClock.now.duration(to: heard.withLock { $0 } + Self.patience)
            guard left > .zero else { throw SocketIOFault.silent }
            try await NetworkPause.sleep(for: left)
        }
    }

    /// It comes from the server, and goes into a header.
    private static func mayBeSent(_ id: String) -> Bool {
        (1...1000).contains(id.utf8.count) && id.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }

    /// As long as the list is not asked for while it is live.
    private static let patience = Duration.seconds(300)
    private static let usual = Duration.seconds(10)
}
