import Foundation
import Synchronization
import Testing

@testable import TerminalBackend
@testable import TerminalHarness

/// A connection that has stopped: nobody reads what the program writes.
@Suite(.timeLimit(.minutes(5)))
struct StalledLineTests {
    private static let much = [UInt8](repeating: UInt8(ascii: "x"), count: 200_000)

    /// Writes on a thread of its own and gives back whether it has come to an end.
    private func write(
        _ device: TerminalDevice, onStall: @escaping @Sendable () -> Void, isEnding: @escaping @Sendable () -> Bool
    ) -> AsyncStream<Void> {
        AsyncStream { continuation in
            Thread.detachNewThread {
                Self.much.withUnsafeBytes { device.write($0, onStall: onStall, isEnding: isEnding) }
                continuation.finish()
            }
        }
    }

    @Test func isNoticedAndEverythingArrivesWhenItGoesOn() async throws {
        let terminal = try PseudoTerminal(columns: 80, rows: 24)
        let device = try TerminalDevice(input: terminal.slave, output: terminal.slave)
        device.enterRawMode()
        let (stalls, stalled) = AsyncStream<Void>.makeStream()
        let end = write(device, onStall: { stalled.yield() }, isEnding: { false })
        for await _ in stalls { break }
        let master = terminal.master
        let reading = Task.detached {
            var count = 0
            var buffer = [UInt8](repeating: 0, count: 4096)
            while count < Self.much.count {
                var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
                guard poll(&entry, 1, -1) > 0 else { break }
                count += max(0, read(master, &buffer, buffer.count))
            }
            return count
        }
        #expect(await reading.value == Self.much.count)
        for await _ in end {}
    }

    @Test func doesNotKeepAProgramFromEnding() async throws {
        let terminal = try PseudoTerminal(columns: 80, rows: 24)
        let device = try TerminalDevice(input: terminal.slave, output: terminal.slave)
        let (stalls, stalled) = AsyncStream<Void>.makeStream()
        let flag = Flag()
        let end = write(device, onStall: { stalled.yield() }, isEnding: { flag.isSet })
        for await _ in stalls { break }
        flag.set()
        for await _ in end {}
    }

    private final class Flag: Sendable {
        private let value = Mutex(false)
        var isSet: Bool { value.withLock { $0 } }
        func set() { value.withLock { $0 = true } }
    }
}
