import Glibc
import NIOCore

/// Ways of sending an answer that no server should have.
enum Misbehaviour {
    static func send(_ bytes: ByteBuffer, closing: Bool, on channel: any Channel) {
        channel.writeAndFlush(bytes, promise: nil)
        if closing { channel.close(promise: nil) }
    }

    static func trickle(_ bytes: ByteBuffer, on channel: any Channel) {
        var rest = bytes
        guard channel.isActive, let byte = rest.readSlice(length: 1) else { return }
        channel.writeAndFlush(byte, promise: nil)
        channel.eventLoop.scheduleTask(in: .milliseconds(10)) { [rest] in trickle(rest, on: channel) }
    }

    /// The next is sent when the last was taken.
    static func repeatEndlessly(_ chunk: ByteBuffer, on channel: any Channel) {
        channel.writeAndFlush(chunk).whenSuccess {
            channel.eventLoop.execute { repeatEndlessly(chunk, on: channel) }
        }
    }

    /// Closing without lingering makes the kernel reset the connection.
    static func reset(after bytes: ByteBuffer, on channel: any Channel) {
        channel.writeAndFlush(bytes).whenComplete { _ in
            let atOnce = linger(l_onoff: 1, l_linger: 0)
            let isSet = (channel as? any SocketOptionProvider)?.setSoLinger(atOnce)
            (isSet ?? channel.eventLoop.makeSucceededVoidFuture()).whenComplete { _ in channel.close(promise: nil) }
        }
    }
}
