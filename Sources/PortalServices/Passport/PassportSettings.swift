import Passport
import PortalDomain

/// Where a portal's passports come from, and whose visas are believed.
public struct PassportSettings: Hashable, Sendable {
    /// The broker's user-info endpoint; nil for the one of the portal's sign-in service.
    public var userInfo: String?
    /// Where a Keycloak gives the token of the broker behind it (`{realm}/broker/{alias}/token`), which user info is then
    /// asked with. The GDI web portal does so (`src/app/api/ga4gh/passport.ts`).
    public var broker: String?
    /// Nothing is fetched of other issuers.
    public var issuers: [VisaTrust.Issuer]

    public init(userInfo: String? = nil, broker: String? = nil, issuers: [VisaTrust.Issuer] = []) {
        self.userInfo = userInfo
        self.broker = broker
        self.issuers = issuers
    }

    /// A REMS signs with keys at its own address (`rems src/clj/rems/ga4gh.clj`: `iss` is `public-url`, which ends in a
    /// slash, and `jku` is `public-url` with `api/jwk` behind it): whoever set it up as the portal's trusts it.
    public mutating func trust(rems address: String) {
        var base = address
        while base.hasSuffix("/") { base.removeLast() }
        let issuer = VisaTrust.Issuer(name: base + "/", keys: base + "/api/jwk")
        if !issuers.contains(issuer) { issuers.append(issuer) }
    }

    /// - Parameter isLocal: the portal itself is on this machine, over plain HTTP.
    /// - Throws: `.local` for an address at which nothing would be asked.
    public static func check(keys address: String, isLocal: Bool = false) throws(PortalError) {
        guard FetchedAddress.isFit(address, isLocal: isLocal) else {
            throw PortalError(
                .local, operation: "reading the portal's address", because: .passport(.addressRefused(address)))
        }
    }
}
