import NIOCore
import NIOWebSocket

/// Engine.IO's packets as frames, one each.
struct LiveSocket: Sendable {
    let frames: NIOAsyncChannel<WebSocketFrame, WebSocketFrame>
    /// Of a program that has polled before and tries this now; nil of one that begins here.
    let session: String?
    let listeners: Listeners

    /// Runs until one of both ends the connection.
    func serve() async {
        let (words, said) = AsyncStream.makeStream(of: String.self)
        guard let session = await begin(said) else {
            // Not the channel's own `close`: its writer has to finish too, or ends the whole program (NIOAsyncWriter).
            try? await frames.executeThenClose { _, _ in }
            return
        }
        var isTaken = self.session == nil
        try? await frames.executeThenClose { inbound, outbound in
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await word in words {
                        do { try await outbound.write(Self.frame(.text, ByteBuffer(string: word))) } catch { break }
                    }
                    outbound.finish()
                }
                do {
                    for try await frame in inbound {
                        guard try await take(frame, session, said, outbound, &isTaken) else { break }
                    }
                } catch {
                    // Rubbish, or a connection that broke: both end here.
                }
                said.finish()
            }
        }
        await session.lost(isTaken)
    }

    private func begin(_ said: LiveSession.Socket) async -> LiveSession? {
        if let session {
            guard let known = listeners[session], await known.tries() else { return nil }
            return known
        }
        guard let new = listeners.add(socket: said) else { return nil }
        await new.open(upgrades: [], on: frames.channel.eventLoop)
        return new
    }

    /// - Parameter isTaken: Whether the session is reached by this.
    /// - Returns: whether more may come.
    private func take(
        _ frame: WebSocketFrame, _ session: LiveSession, _ said: LiveSession.Socket,
        _ outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>, _ isTaken: inout Bool
    ) async throws -> Bool {
        switch frame.opcode {
        case .text:
            guard let packet = LivePacket(String(buffer: frame.unmaskedData)[...]) else { return false }
            switch packet {
            case .probe where !isTaken: said.yield(LiveWords.probed)
            case .upgrade where !isTaken:
                isTaken = await session.goesOn(by: said)
                return isTaken
            case _ where isTaken: await session.take([packet])
            // Nothing else is said before it is taken.
            default: return false
            }
        case .ping: try await outbound.write(Self.frame(.pong, frame.unmaskedData))
        case .connectionClose:
            try await outbound.write(Self.frame(.connectionClose, frame.unmaskedData))
            return false
        case .binary, .pong, .continuation: break
        default: return false
        }
        return true
    }

    private static func frame(_ opcode: WebSocketOpcode, _ data: ByteBuffer) -> WebSocketFrame {
        WebSocketFrame(fin: true, opcode: opcode, data: data)
    }
}
