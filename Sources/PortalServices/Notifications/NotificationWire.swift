import JSONStream
import PortalDomain
import SocketIO

/// By what a portal tells at once, one connection at a time.
protocol NotificationWire: Sendable {
    /// Runs until the connection ends.
    ///
    /// - Parameters:
    ///   - live: the server has taken the connection, and by what it goes; what happened before is told by nobody.
    ///   - changed: it has told something.
    func run(
        token: Secret, live: @escaping @Sendable (String) -> Void, changed: @escaping @Sendable () -> Void
    ) async throws(NotificationEnd) -> Never

    /// Seconds between two connections, which the server has asked for.
    var leastWait: Double { get }

    /// How long a connection has lasted, as it counts for the next try.
    func counted(_ lasted: Duration?) -> Duration?
}

/// Why a connection has ended.
enum NotificationEnd: Error, Sendable {
    case fault(SocketIOFault)
    /// The server wants nobody to come again.
    case notWanted
}

/// By Socket.IO.
struct SocketIOWire: NotificationWire {
    private let client: SocketIOClient

    init(_ client: SocketIOClient) { self.client = client }

    func run(
        token: Secret, live: @escaping @Sendable (String) -> Void, changed: @escaping @Sendable () -> Void
    ) async throws(NotificationEnd) -> Never {
        do throws(SocketIOFault) {
            try await client.run(credentials: .object(["token": .string(token.reveal())])) { news in
                switch news {
                case .connected(_, let way): live("\(way)")
                case .event: changed()
                }
            }
        } catch {
            throw .fault(error)
        }
    }

    var leastWait: Double { 0 }

    func counted(_ lasted: Duration?) -> Duration? { lasted }
}
