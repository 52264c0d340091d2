import PortalDomain

/// Whose visas are believed: each issuer with the one address of its keys. Nothing is fetched from any other.
public struct VisaTrust: Hashable, Sendable {
    /// An issuer and where its keys are. Both are compared as they are written, character by character.
    public struct Issuer: Hashable, Sendable {
        /// What its visas say in `iss`.
        public var name: String
        /// What their headers say in `jku`.
        public var keys: String

        public init(name: String, keys: String) {
            self.name = name
            self.keys = keys
        }
    }

    /// One issuer may have several key sets.
    public var issuers: [Issuer]

    public init(_ issuers: [Issuer] = []) { self.issuers = issuers }

    /// Where the keys for a visa are.
    ///
    /// - Parameter address: what its header says; a visa without one means those of its issuer.
    func keys(of issuer: String, at address: String?) throws(PassportReason) -> String {
        let known = issuers.filter { $0.name == issuer }.map(\.keys)
        guard let first = known.first else { throw .issuerNotTrusted }
        guard let address else { return first }
        guard known.contains(address) else { throw .otherKeys }
        return address
    }
}
