import FoundationEssentials
import PortalDomain

/// Which names of a FAIR Data Point are documents at its own address. Nothing is asked for anywhere else, whatever a
/// document links to.
struct FDPPlace: Hashable, Sendable {
    let base: BaseAddress
    /// The point's own name, where that is another address than the one it was found at: one that is good for ever, such
    /// as `https://w3id.org/…`, or that of a server behind a gateway.
    var name: String?

    /// Of the point's own document.
    var root: String { base.prefix.isEmpty ? "/" : base.prefix }

    /// - Returns: path and query of the document that describes what the name stands for; nil where that lies elsewhere.
    func path(of name: String) -> String? {
        let document = String(name.prefix { $0 != "#" })
        guard document.utf8.count <= Self.longest, document.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let url = URL(string: document), let host = Self.host(url)
        else { return nil }
        if host == Self.host(URL(string: base.origin)) {
            let path = url.path(percentEncoded: true)
            return (path.hasPrefix("/") ? path : "/" + path) + (url.query(percentEncoded: true).map { "?" + $0 } ?? "")
        }
        guard let own = self.name, document.hasPrefix(own) else { return nil }
        let rest = document.dropFirst(own.count)
        guard rest.isEmpty || rest.hasPrefix("/") || rest.hasPrefix("?") else { return nil }
        let path = base.prefix + rest
        return path.hasPrefix("/") ? path : "/" + path
    }

    func address(of path: String) -> String { base.origin + path }

    /// - Parameter name: that the point has for itself.
    func named(_ name: String) -> FDPPlace {
        var place = self
        guard path(of: name) == nil else { return place }
        var own = name.prefix { $0 != "#" }
        while own.hasSuffix("/") { own.removeLast() }
        place.name = own.isEmpty ? nil : String(own)
        return place
    }

    /// Without the scheme: behind a gateway many points go on calling themselves `http`.
    private static func host(_ url: URL?) -> String? {
        guard let url, let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme), let host = url.host(),
            !host.isEmpty
        else { return nil }
        return host.lowercased() + (url.port.flatMap { [80, 443].contains($0) ? nil : ":\($0)" } ?? "")
    }

    private static let longest = 2000
}
