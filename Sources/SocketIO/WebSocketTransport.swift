import NIOCore
import NIOWebSocket

/// Packets as frames, one each.
struct WebSocketTransport: Sendable {
    let frames: WebSocketUpgrade.Frames

    /// Runs until the connection ends.
    ///
    /// - Parameters:
    ///   - outgoing: what is to be sent, in its order.
    ///   - take: gets each packet that comes.
    func run(
        _ outgoing: AsyncStream<EngineIOPacket>, take: @escaping @Sendable (EngineIOPacket) async throws -> Void
    ) async throws {
        try await frames.executeThenClose { inbound, outbound in
            try await withThrowingTaskGroup(of: Void.self) { group in
                defer { group.cancelAll() }
                group.addTask {
                    for try await frame in inbound {
                        guard try await Self.take(frame, outbound, take) else { break }
                    }
                    try Task.checkCancellation()
                    throw SocketIOFault.broken
                }
                group.addTask {
                    for await packet in outgoing { try await outbound.write(Self.frame(packet)) }
                }
                // Nobody sends any more long before nobody listens.
                while try await group.next() != nil {}
            }
        }
    }

    /// - Returns: whether more may come.
    private static func take(
        _ frame: WebSocketFrame, _ outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>,
        _ take: @Sendable (EngineIOPacket) async throws -> Void
    ) async throws -> Bool {
        var data = frame.unmaskedData
        switch frame.opcode {
        case .text:
            let bytes = data.readBytes(length: data.readableBytes) ?? []
            guard let text = String(validating: bytes, as: UTF8.self) else { throw SocketIOFault.notUnderstood }
            try await take(EngineIOPacket(text[...]))
        case .binary: try await take(.binary(data.readBytes(length: data.readableBytes) ?? []))
        case .ping: try await outbound.write(answer(.pong, data))
        case .connectionClose:
            try await outbound.write(answer(.connectionClose, data))
            return false
        default: break
        }
        return true
    }

    private static func frame(_ packet: EngineIOPacket) -> WebSocketFrame {
        if case .binary(let bytes) = packet { return answer(.binary, ByteBuffer(bytes: bytes)) }
        return answer(.text, ByteBuffer(string: packet.text))
    }

    /// What a client sends is masked (RFC 6455, 5.3).
    private static func answer(_ opcode: WebSocketOpcode, _ data: ByteBuffer) -> WebSocketFrame {
        WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: data)
    }
}
