import Foundation
import Synchronization
import TerminalHarness

/// A distant network on loopback: what goes through arrives later, and answers can be held back for as long as a story
/// wants. Each connection has two threads; they end with the connection.
final class DelayingRelay: Sendable {
    let port: Int
    private let gate: Gate
    private let listener: Int32

    /// - Parameters:
    ///   - target: the port on loopback that everything goes to.
    ///   - delay: of every piece, each way.
    init(to target: Int, delay: Duration) throws {
        (listener, port) = try Self.listen()
        let gate = Gate(delay: delay)
        self.gate = gate
        let listener = listener
        Thread.detachNewThread {
            while true {
                let client = accept(listener, nil, nil)
                // Closed: the story is over.
                guard client >= 0 else { return }
                gate.open()
                guard let server = try? Self.connect(to: target) else {
                    close(client)
                    continue
                }
                Self.join(client, server, gate)
            }
        }
    }

    deinit {
        gate.release()
        // Wakes `accept`.
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// From now on no byte of an answer arrives.
    func hold() { gate.hold() }
    func release() { gate.release() }
    /// Bytes of answers that have arrived so far.
    var answered: Int { gate.answered }
    /// Bytes of calls that were sent so far.
    var asked: Int { gate.asked }
    /// Connections that were opened so far.
    var connections: Int { gate.connections }

    // MARK: - Bytes

    private static func join(_ client: Int32, _ server: Int32, _ gate: Gate) {
        let open = Mutex(2)
        let ends = Ends(client: client, server: server, open: open)
        Thread.detachNewThread { pump(from: client, to: server, ends) { gate.passCall($0) } }
        Thread.detachNewThread { pump(from: server, to: client, ends) { gate.passAnswer($0) } }
    }

    /// Both sockets are closed when neither direction needs them any more.
    private final class Ends: Sendable {
        private let client: Int32
        private let server: Int32
        private let open: Mutex<Int>

        init(client: Int32, server: Int32, open: consuming Mutex<Int>) {
            self.client = client
            self.server = server
            self.open = open
        }

        func directionEnded() {
            let isLast = open.withLock { count in
                count -= 1
                return count == 0
            }
            guard isLast else { return }
            close(client)
            close(server)
        }
    }

    private static func pump(from source: Int32, to target: Int32, _ ends: Ends, pass: (Int) -> Void) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(source, &buffer, buffer.count)
            guard count > 0 else { break }
            pass(count)
            guard send(buffer, count, to: target) else { break }
        }
        shutdown(target, Int32(SHUT_WR))
        ends.directionEnded()
    }

    private static func send(_ bytes: [UInt8], _ count: Int, to target: Int32) -> Bool {
        var sent = 0
        while sent < count {
            // The other end may have gone: that is no reason for a signal.
            let written = bytes.withUnsafeBytes {
                Glibc.send(target, $0.baseAddress?.advanced(by: sent), count - sent, Int32(MSG_NOSIGNAL))
            }
            guard written > 0 else { return false }
            sent += written
        }
        return true
    }

    // MARK: - Sockets

    private static func listen() throws -> (socket: Int32, port: Int) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = loopback(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && Glibc.listen(listener, 16) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        guard listener >= 0, isBound else { throw HarnessError("The relay cannot listen.") }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }

    private static func connect(to port: Int) throws -> Int32 {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = loopback(port: port)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard connection >= 0, isConnected else { throw HarnessError("Nothing listens on port \(port).") }
        return connection
    }

    private static func loopback(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
        return address
    }
}

/// What every piece passes, in its own direction.
private final class Gate: Sendable {
    private struct State {
        var isHeld = false
        var answered = 0
        var asked = 0
        var connections = 0
    }

    private let delay: Duration
    private let state = Mutex(State())

    init(delay: Duration) { self.delay = delay }

    var answered: Int { state.withLock(\.answered) }
    var asked: Int { state.withLock(\.asked) }
    var connections: Int { state.withLock(\.connections) }
    func open() { state.withLock { $0.connections += 1 } }
    func hold() { state.withLock { $0.isHeld = true } }
    func release() { state.withLock { $0.isHeld = false } }

    func passCall(_ count: Int) {
        wait()
        state.withLock { $0.asked += count }
    }

    /// Counted while it is sure that nothing is held, so that what is counted after `hold` has come through before it.
    func passAnswer(_ count: Int) {
        wait()
        while true {
            let isThrough = state.withLock { state in
                if !state.isHeld { state.answered += count }
                return !state.isHeld
            }
            if isThrough { return }
            Self.pass(.milliseconds(5))
        }
    }

    private func wait() { Self.pass(delay) }

    /// The delay is what this is for: nobody waits here for anything to happen.
    private static func pass(_ time: Duration) { _ = poll(nil, 0, Int32(time / .milliseconds(1))) }
}
