import PortalModel

extension Capabilities {
    /// - Parameter access: nil where nobody takes requests.
    init(_ discovery: DiscoveryDialect, _ access: AccessDialect?) {
        self.init()
        switch discovery {
        case .gdi: break
        }
        switch access {
        case .gdi: break
        case nil: lose([.requests], because: "This portal is a catalogue only: it takes no requests.")
        }
    }
}
