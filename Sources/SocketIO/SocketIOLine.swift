import JSONStream
import Synchronization

/// What can be said to a server while a connection lasts.
package final class SocketIOLine: Sendable {
    private let namespace: String
    private let outgoing: AsyncStream<EngineIOPacket>.Continuation
    private let pause: @Sendable (Duration) async throws -> Void
    private let asked = Mutex<Asked>(Asked())

    private struct Asked: Sendable {
        var last: Int64 = 0
        var waiting: [Int64: AsyncStream<[JSONValue]>.Continuation] = [:]
        var hasEnded = false
    }

    /// Packets that wait to be sent. One more ends the connection: nothing goes out any more.
    static let mostWaiting = 256

    init(
        namespace: String, send: AsyncStream<EngineIOPacket>.Continuation,
        pause: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.namespace = namespace
        outgoing = send
        self.pause = pause
    }

    /// Tells the server something, and awaits nothing.
    package func emit(_ name: String, _ arguments: [JSONValue] = []) throws(SocketIOFault) {
        try emit(name, arguments, id: nil)
    }

    /// Tells the server something, and awaits what it answers.
    ///
    /// - Throws: `.silent` without an answer in time, `.broken` when the connection ends before.
    package func ask(
        _ name: String, _ arguments: [JSONValue] = [], within limit: Duration
    ) async throws(SocketIOFault) -> [JSONValue] {
        let (answers, arrive) = AsyncStream.makeStream(of: [JSONValue].self)
        let id = asked.withLock { asked in
            asked.last += 1
            if asked.hasEnded { arrive.finish() } else { asked.waiting[asked.last] = arrive }
            return asked.last
        }
        defer { asked.withLock { $0.waiting[id] = nil } }
        try emit(name, arguments, id: id)
        do {
            return try await withThrowingTaskGroup(of: [JSONValue].self) { group in
                defer { group.cancelAll() }
                group.addTask {
                    for await answer in answers { return answer }
                    throw SocketIOFault.broken
                }
                group.addTask { [pause] in
                    try await pause(limit)
                    throw SocketIOFault.silent
                }
                guard let answer = try await group.next() else { throw SocketIOFault.broken }
                return answer
            }
        } catch {
            throw SocketIOFault(error)
        }
    }

    /// Answers an event that wants it; of others nothing is sent.
    package func answer(_ event: SocketIOEvent, _ values: [JSONValue] = []) throws(SocketIOFault) {
        guard let id = event.id else { return }
        try send(.message(SocketIOPacket(.ack, namespace: namespace, id: id, payload: .array(values)).text))
    }

    private func emit(_ name: String, _ arguments: [JSONValue], id: Int64?) throws(SocketIOFault) {
        let packet = SocketIOPacket(
            .event, namespace: namespace, id: id, payload: .array([.string(name)] + arguments))
        try send(.message(packet.text))
    }

    func send(_ packet: EngineIOPacket) throws(SocketIOFault) {
        guard case .enqueued = outgoing.yield(packet) else { throw .broken }
    }

    func answered(_ id: Int64, _ values: [JSONValue]) {
        let arrive = asked.withLock { $0.waiting.removeValue(forKey: id) }
        arrive?.yield(values)
        arrive?.finish()
    }

    /// Whoever waits for an answer gets none.
    func end() {
        outgoing.finish()
        let waiting = asked.withLock { asked in
            asked.hasEnded = true
            defer { asked.waiting = [:] }
            return Array(asked.waiting.values)
        }
        for arrive in waiting { arrive.finish() }
    }
}
