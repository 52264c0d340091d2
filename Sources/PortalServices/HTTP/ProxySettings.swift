import AsyncHTTPClient
import FoundationEssentials
import PortalModel

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
        /// Lower case, without a dot in front.
        var host: String
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
        let list = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
        exceptions = list.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map { Exception(String($0)) }
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
    /// `example.org`, `.example.org`, `*.example.org` and `example.org:8443` are all written.
    init(_ text: String) {
        var name = text.lowercased()[...]
        var port: Int?
        if let colon = name.lastIndex(of: ":"), !name[..<colon].contains(":"),
            let number = Int(name[name.index(after: colon)...])
        {
            port = number
            name = name[..<colon]
        }
        if name.hasPrefix("*.") { name = name.dropFirst(2) }
        if name.hasPrefix(".") { name = name.dropFirst() }
        self.init(host: String(name), port: port)
    }

    func covers(_ host: String, port: Int) -> Bool {
        guard self.port == nil || self.port == port else { return false }
        let plain = host.filter { $0 != "[" && $0 != "]" }
        return self.host == "*" || plain == self.host || plain.hasSuffix("." + self.host)
    }
}

extension ProxySettings.Server {
    init(_ text: String, variable: String) throws(PortalError) {
        func refusal(_ reason: String) -> PortalError {
            PortalError(.local, operation: "reading \(variable)", detail: "\(variable) \(reason)")
        }
        let whole = text.contains("://") ? text : "http://" + text
        guard let url = URL(string: whole), let host = url.host(), !host.isEmpty else {
            throw refusal("is not an address such as http://proxy.example:3128.")
        }
        let scheme = url.scheme?.lowercased() ?? ""
        guard ["http", "socks5", "socks5h"].contains(scheme) else {
            throw refusal("begins with \(scheme)://; http:// or socks5:// is needed.")
        }
        isSOCKS = scheme != "http"
        self.host = host
        port = url.port ?? (isSOCKS ? 1080 : 80)
        guard let user = url.user(percentEncoded: false) else { return }
        guard !isSOCKS else { throw refusal("holds a user name, which is not supported for SOCKS.") }
        authorization = Secret("\(user):\(url.password(percentEncoded: false) ?? "")")
    }

    var configuration: HTTPClient.Configuration.Proxy {
        guard !isSOCKS else { return .socksServer(host: host, port: port) }
        guard let authorization else { return .server(host: host, port: port) }
        let credentials = Data(authorization.reveal().utf8).base64EncodedString()
        return .server(host: host, port: port, authorization: .basic(credentials: credentials))
    }
}
