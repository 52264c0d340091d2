/// Packets in the bodies of HTTP calls: one that waits for what comes, and one at a time that brings what is sent.
struct PollingTransport: Sendable {
    let network: SocketIONetwork
    let bounds: SocketIOBounds

    /// Runs until the connection ends, from the first question on.
    ///
    /// - Parameters: as with `WebSocketTransport.run`.
    func run(
        _ outgoing: AsyncStream<EngineIOPacket>, take: @escaping @Sendable (EngineIOPacket) async throws -> Void
    ) async throws {
        let first = try await packets(Self.query, within: bounds.greeting)
        guard case .open(let handshake) = first.first else { throw SocketIOFault.notUnderstood }
        let query = Self.query + "&sid=" + handshake.session
        do {
            for packet in first { try await take(packet) }
            try await talk(query, handshake, outgoing, take: take)
        } catch {
            await leave(query)
            throw error
        }
    }

    private func talk(
        _ query: String, _ handshake: EngineIOHandshake, _ outgoing: AsyncStream<EngineIOPacket>,
        take: @escaping @Sendable (EngineIOPacket) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask {
                while true {
                    let start = ContinuousClock.now
                    let packets = try await packets(query, within: handshake.patience)
                    for packet in packets { try await take(packet) }
                    // A server that answers at once with nothing is not asked as fast as it answers.
                    if packets.allSatisfy({ $0 == .noop }), start.duration(to: .now) < Self.leastPause {
                        try await network.pause(Self.leastPause)
                    }
                }
            }
            group.addTask {
                for await packet in outgoing { try await send([packet], query) }
            }
            while try await group.next() != nil {}
        }
    }

    private func packets(_ query: String, within limit: Duration) async throws -> [EngineIOPacket] {
        let reply = try await network.ask(SocketIOQuestion(query: query, body: nil, limit: limit))
        guard reply.status == 200 else { throw SocketIOFault.answered(status: reply.status) }
        return try EngineIOPacket.packets(in: reply.body, bounds: bounds)
    }

    private func send(_ packets: [EngineIOPacket], _ query: String) async throws {
        let question = SocketIOQuestion(
            query: query, body: EngineIOPacket.body(of: packets), limit: bounds.greeting)
        let reply = try await network.ask(question)
        guard reply.status == 200 else { throw SocketIOFault.answered(status: reply.status) }
    }

    /// Tells the server, which would hold the place until its time is up. In a task of its own, since this one may be
    /// cancelled.
    private func leave(_ query: String) async {
        let farewell = SocketIOQuestion(query: query, body: EngineIOPacket.body(of: [.close]), limit: Self.farewell)
        await Task { _ = try? await network.ask(farewell) }.value
    }

    private static let query = "?EIO=4&transport=polling"
    private static let leastPause = Duration.seconds(1)
    private static let farewell = Duration.milliseconds(500)
}
