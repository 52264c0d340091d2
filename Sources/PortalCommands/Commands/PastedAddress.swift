import Foundation

/// An address that is pasted where lines are read. Terminals and mails break long ones anywhere, also where the part
/// before could stand alone: what comes at once belongs together.
enum PastedAddress {
    /// Waits for the next text.
    ///
    /// - Parameter pause: how long nothing comes between two texts, in milliseconds.
    /// - Returns: nil at the end of the input.
    static func next(from descriptor: Int32, pause: Int32 = 400) -> String? {
        var bytes: [UInt8] = []
        while true {
            var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let isLineEnd = bytes.last == UInt8(ascii: "\n")
            let ready = poll(&wanted, 1, isLineEnd ? pause : -1)
            if ready < 0, errno == EINTR { continue }
            if ready == 0 { return String(decoding: bytes, as: UTF8.self) }
            var chunk = [UInt8](repeating: 0, count: 4096)
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0, bytes.count < largest else {
                return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
            }
            bytes += chunk[..<count]
        }
    }

    private static let largest = 64 * 1024
}
