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
