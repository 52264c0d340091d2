import AsyncHTTPClient
import FoundationEssentials
import PortalDomain
import SocketIO

/// Through which proxies calls leave this machine, after the variables that curl, git and others go by.
///
/// This machine itself is never reached through a proxy.
public struct ProxySettings: Hashable, Sendable {
    /// For `https://` and `http://` addresses.
    var secure: Server?
    var plain: Server?
    /// Hosts without a proxy; `*` stands for all of them.
    var exceptions: [Exception]

    /// Calls go straight to their services.
    public static let none = ProxySettings(secure: nil, plain: nil, exceptions: [])

    struct Server: Hashable, Sendable {
        var host: String
        var port: Int
        var isSOCKS: Bool
        /// `user:password`, as it stands in the address.
        var authorization: Secret?
    }

    struct Exception: Hashable, Sendable {
        enum Place: Hashable, Sendable {
            case everywhere
            /// A name and all names that end with a dot and it. Lower case, without dots around it.
            case names(String)
            case addresses(AddressRange)
        }

        var place: Place
        /// Nil for every port.
        var port: Int?
    }

    init(secure: Server?, plain: Server?, exceptions: [Exception]) {
        self.secure = secure
        self.plain = plain
        self.exceptions = exceptions
    }

    /// From `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`; names in lower case win, as they do with curl.
    ///
    /// Exceptions are taken as curl 7.86 takes them: names, addresses, and ranges of addresses for hosts that are
    /// numbers; ports besides.
    ///
    /// - Throws: `.local` when a proxy's address cannot be used.
    public init(environment: [String: String]) throws(PortalError) {
        func server(_ names: [String]) throws(PortalError) -> Server? {
            for name in names {
                guard let text = environment[name]?.trimmed, !text.isEmpty else { continue }
                return try Server(text, variable: name)
            }
            return nil
        }
        secure = try server(["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
        plain = try server(["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])
        let list = ["no_proxy", "NO_PROXY"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        exceptions = list.split(whereSeparator: { $0 == "," || $0.isWhitespace }).compactMap { Exception(String($0)) }
    }

    /// The proxy for an address; nil to go straight.
    func server(for address: String) -> Server? {
        guard let url = URL(string: address), let host = url.host()?.lowercased(), !BaseAddress.isLoopback(host) else {
            return nil
        }
        let isSecure = url.scheme?.lowercased() == "https"
        let port = url.port ?? (isSecure ? 443 : 80)
        guard !exceptions.contains(where: { $0.covers(host, port: port) }) else { return nil }
        return isSecure ? secure : plain
    }
}

extension ProxySettings.Exception {
    /// `example.org`, `.example.org`, `*.example.org`, `example.org:8443`, `10.0.0.0/8`, `[fd00::1]:8443` and `fd00::/8`
    /// are all written. Nil for what is nothing.
    init?(_ text: String) {
        var name = text.lowercased()[...]
        var port: Int?
        // A lone colon is a port's; an IPv6 address has more of them, unless it is in brackets.
        if let colon = name.lastIndex(of: ":"), !name[..<colon].contains(":") || name[..<colon].hasSuffix("]"),
            let number = Int(name[name.index(after: colon)...])
        {
            port = number
            name = name[..<colon]
        }
        if let range = AddressRange(name) {
            self.init(place: .addresses(range), port: port)
            return
        }
        if name.hasPrefix("*.") { name = name.dropFirst() }
        while name.hasPrefix(".") { name = name.dropFirst() }
        if name.hasSuffix(".") { name = name.dropLast() }
        guard !name.isEmpty else { return nil }
        self.init(place: name == "*" ? .everywhere : .names(String(name)), port: port)
    }

    func covers(_ host: String, port: Int) -> Bool {
        guard self.port == nil || self.port == port else { return false }
        switch place {
        case .everywhere: return true
        case .addresses(let range): return NumericAddress(host).map(range.contains) ?? false
        case .names(let name):
            let host = host.hasSuffix(".") ? String(host.dropLast()) : host
            return host == name || (host.hasSuffix("." + name) && NumericAddress(host) == nil)
        }
    }
}

extension ProxySettings.Server {
    init(_ text: String, variable: String) throws(PortalError) {
        func refusal(_ fault: SetupReason.ProxyFault) -> PortalError {
            PortalError(
                .local, operation: "reading \(variable)", because: .setup(.proxy(variable: variable, fault)))
        }
        let whole = text.contains("://") ? text : "http://" + text
        guard let url = URL(string: whole), let host = url.host(), !host.isEmpty else {
            throw refusal(.noAddress)
        }
        guard BaseAddress.isPort(url.port) else {
            throw refusal(.badPort)
        }
        let scheme = url.scheme?.lowercased() ?? ""
        guard ["http", "socks5", "socks5h"].contains(scheme) else {
            throw refusal(.scheme(scheme))
        }
        isSOCKS = scheme != "http"
        self.host = host
        port = url.port ?? (isSOCKS ? 1080 : 80)
        guard let user = url.user(percentEncoded: false) else { return }
        guard !isSOCKS else { throw refusal(.userOfSOCKS) }
        authorization = Secret("\(user):\(url.password(percentEncoded: false) ?? "")")
    }

    var configuration: HTTPClient.Configuration.Proxy {
        let host = Loopback.resolved(host)
        guard !isSOCKS else { return .socksServer(host: host, port: port) }
        guard let credentials else { return .server(host: host, port: port) }
        return .server(host: host, port: port, authorization: .basic(credentials: credentials))
    }

    private var credentials: String? { authorization.map { Data($0.reveal().utf8).base64EncodedString() } }

    /// For what is no call of HTTP: nil where the proxy speaks another language, and long polling goes through it.
    ///
    /// - Parameter target: host and port.
    func tunnel(to target: String) -> WebSocketTunnel? {
        guard !isSOCKS else { return nil }
        return WebSocketTunnel(
            host: Loopback.resolved(host), port: port, target: target, authorization: credentials.map { "Basic \($0)" })
    }
}
