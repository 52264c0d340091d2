import AsyncHTTPClient
import NIOCore
import NIOPosix
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// This machine by its name. `localhost` and what ends with it are asked of nobody (RFC 6761, section 6.3): a machine
/// without `/etc/hosts` reaches itself too, and no resolver can send such calls elsewhere.
enum Loopback {
    /// Where services of this machine listen, in the order in which they are tried.
    static let addresses = ["127.0.0.1", "::1"]

    /// - Parameter host: without brackets or with them; a dot at the end does not count.
    static func isName(_ host: String) -> Bool {
        var host = host.lowercased()[...]
        if host.hasSuffix(".") { host = host.dropLast() }
        return host == "localhost" || host.hasSuffix(".localhost")
    }

    /// What to connect to in place of a name.
    static func resolved(_ host: String) -> String { isName(host) ? addresses[0] : host }
}

/// Clients that know a name of this machine without asking. The name stays the one that certificates are held against and
/// that the service is told.
final class LoopbackClients: Sendable {
    private let make: @Sendable (_ host: String, _ address: String) -> HTTPClient
    private let made = Mutex<[String: [HTTPClient]]>([:])

    init(_ make: @escaping @Sendable (_ host: String, _ address: String) -> HTTPClient) { self.make = make }

    /// - Returns: nil when the request is for another machine.
    func execute(
        _ request: HTTPClientRequest, for host: String, timeout: TimeAmount
    ) async throws -> HTTPClientResponse? {
        guard Loopback.isName(host) else { return nil }
        var refusal: (any Error)?
        for client in clients(for: host) {
            do {
                return try await client.execute(request, timeout: timeout)
            } catch let error where Self.isUnreachable(error) {
                // Nothing was sent. What the first address says is what matters: many machines have no second.
                refusal = refusal ?? error
            }
        }
        if let refusal { throw refusal }
        return nil
    }

    private func clients(for host: String) -> [HTTPClient] {
        made.withLock { made in
            if let known = made[host] { return known }
            let clients = Loopback.addresses.map { make(host, $0) }
            made[host] = clients
            return clients
        }
    }

    private static func isUnreachable(_ error: any Error) -> Bool {
        let codes =
            switch error {
            case let error as IOError: [error.errnoCode]
            case let error as NIOConnectionError:
                error.connectionErrors.compactMap { ($0.error as? IOError)?.errnoCode }
            default: [CInt]()
            }
        return codes.contains { [ECONNREFUSED, EADDRNOTAVAIL, ENETUNREACH, EAFNOSUPPORT].contains($0) }
    }

    func shutdown() async throws {
        for client in made.withLock({ $0.values.flatMap(\.self) }) { try await client.shutdown() }
    }
}
