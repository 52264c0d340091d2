import FoundationEssentials

/// Whether keys may be fetched at an address. A visa names it, so that whoever writes one could have this machine ask
/// within its own network, where login nodes reach what others do not; the profile's list is the first bar, this the second.
enum FetchedAddress {
    /// - Parameter isLocal: the portal itself is on this machine, over plain HTTP: its issuers may be too.
    static func isFit(_ address: String, isLocal: Bool) -> Bool {
        guard address.utf8.count <= 255, let url = URL(string: address), let scheme = url.scheme?.lowercased(),
            let host = url.host(), !host.isEmpty, url.user() == nil, url.password() == nil, url.fragment() == nil,
            BaseAddress.isPort(url.port)
        else { return false }
        if BaseAddress.isLoopback(host) { return isLocal && (scheme == "http" || scheme == "https") }
        return scheme == "https" && !isInner(host)
    }

    /// Of this machine or its own network.
    private static func isInner(_ host: String) -> Bool {
        guard let address = NumericAddress(host) else {
            // Resolvers take `127.1`, `0x7f.1` and `2130706433` for addresses too.
            let plain = host.hasSuffix(".") ? host.dropLast() : host[...]
            return plain.split(separator: ".", omittingEmptySubsequences: false).last?.first?.isNumber ?? true
        }
        return inner.contains { $0.contains(address) }
    }

    /// RFC 6890 and what maps IPv4 into IPv6.
    private static let inner = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3", "::/127", "::ffff:0:0/96", "64:ff9b::/32", "2002::/16",
        "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    ].compactMap { AddressRange($0) }
}
