import Glibc

/// A port of loopback at which nobody listens, and nobody can as long as this is kept: connections are refused.
final class ClosedPort {
    private let socket: CInt
    let port: UInt16

    init() throws {
        let socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) == 0 ? getsockname(socket, address, &length) : -1
            }
        }
        guard code == 0 else { throw Unavailable(code: errno) }
        self.socket = socket
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(socket) }

    var address: String { "http://127.0.0.1:\(port)" }

    struct Unavailable: Error { var code: CInt }
}
