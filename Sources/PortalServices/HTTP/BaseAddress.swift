import FoundationEssentials
import PortalDomain

/// Where a service is mounted: an origin and the path in front of its `/api/v1`.
struct BaseAddress: Hashable, Sendable {
    /// Scheme, host and port, as in `https://portal.example:8443`.
    var origin: String
    /// Percent-encoded, empty or beginning with a slash, without one at its end.
    var prefix: String

    /// - Parameter allowsInsecure: whether plain HTTP to another machine is accepted. A token sent that way can be read
    ///   by everybody on the path.
    /// - Throws: `.local` with what is wrong with the address.
    init(_ text: String, allowsInsecure: Bool = false) throws(PortalError) {
        func refusal(_ reason: SetupReason) -> PortalError {
            PortalError(.local, operation: "reading the portal's address", because: .setup(reason))
        }
        guard let url = URL(string: text.trimmed), let scheme = url.scheme?.lowercased(), let host = url.host(),
            !host.isEmpty
        else { throw refusal(.noAddress(Self.shown(text))) }
        guard scheme == "https" || scheme == "http" else {
            throw refusal(.scheme(scheme, shown: Self.shown(text)))
        }
        guard url.user() == nil, url.password() == nil else {
            throw refusal(.userInAddress)
        }
        guard url.query() == nil, url.fragment() == nil else {
            throw refusal(.queryInAddress(Self.shown(text)))
        }
        guard scheme == "https" || allowsInsecure || Self.isLoopback(host) else {
            throw refusal(.unencrypted(Self.shown(text)))
        }
        guard Self.isPort(url.port) else {
            throw refusal(.badPort(Self.shown(text)))
        }
        origin = Self.origin(scheme: scheme, host: host, port: url.port)
        prefix = Self.prefix(url.path(percentEncoded: true))
    }

    /// As people know it: without a scheme, and without a port where it is the usual one.
    var host: String { origin.firstRange(of: "://").map { String(origin[$0.upperBound...]) } ?? origin }

    /// Of what was given only the first line: what follows by mistake may be a secret.
    private static func shown(_ text: String) -> String {
        String(String(text.prefix { !$0.isNewline }).withoutCredentials.prefix(200))
    }

    /// Whether something can be asked there: connecting to another number ends the program in SwiftNIO.
    static func isPort(_ port: Int?) -> Bool { port.map { (1...65535).contains($0) } ?? true }

    /// The address of a resource, with every part percent-encoded.
    func address(of parts: [String]) -> String {
        origin + prefix + "/" + parts.map(Self.percentEncoded).joined(separator: "/")
    }

    func address(of call: ServiceCall) -> String {
        if let document = call.document { return origin + document }
        let query = call.query.map { "\(Self.percentEncoded($0.name))=\(Self.percentEncoded($0.value))" }
        return address(of: call.path) + call.suffix + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// Everything but letters, digits, `-`, `_` and `~` is encoded, dots too: ids hold slashes and spaces, `..` would
    /// climb, and DDS takes `/datasets/a.b` for a request for the format `b`.
    static func percentEncoded(_ part: String) -> String {
        var result = ""
        for byte in part.utf8 {
            switch Unicode.Scalar(byte) {
            case let scalar where "a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar:
                result.unicodeScalars.append(scalar)
            case let scalar where scalar == "-" || scalar == "_" || scalar == "~":
                result.unicodeScalars.append(scalar)
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.count == 1 ? "%0" + digits : "%" + digits
            }
        }
        return result
    }

    /// The origin of a redirect's target, or nil when it has none of its own.
    static func origin(of url: URL) -> String? {
        guard let scheme = url.scheme?.lowercased(), let host = url.host() else { return nil }
        return origin(scheme: scheme, host: host, port: url.port)
    }

    private static func origin(scheme: String, host: String, port: Int?) -> String {
        let bracketed = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        let isDefault = port == nil || port == (scheme == "https" ? 443 : 80)
        return "\(scheme)://\(bracketed.lowercased())" + (isDefault ? "" : ":\(port ?? 0)")
    }

    /// People paste addresses with the part that every call adds.
    private static func prefix(_ path: String) -> String {
        var path = path[...]
        while path.hasSuffix("/") { path.removeLast() }
        for added in ["/api/v1", "/api/3/action", "/api/3", "/api"] where path.hasSuffix(added) {
            path.removeLast(added.count)
            break
        }
        while path.hasSuffix("/") { path.removeLast() }
        return String(path)
    }

    static func isLoopback(_ host: String) -> Bool {
        let host = host.lowercased().filter { $0 != "[" && $0 != "]" }
        if Loopback.isName(host) || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.first == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
