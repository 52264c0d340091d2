import FoundationEssentials
import PortalDomain

/// Where a person confirms a code (RFC 8628, 3.3). It is the service's word, shown to somebody who is about to sign in
/// there, so it is looked at before: nothing but a web address, and one whose host can be read at a glance.
struct VerificationAddress: Hashable {
    let text: String
    let host: String

    /// - Parameter allowsInsecure: plain HTTP to other machines was allowed by the person.
    /// - Throws: what is wrong with it.
    init(_ given: String, allowsInsecure: Bool) throws(Refusal) {
        guard let url = URL(string: given), let scheme = url.scheme?.lowercased() else { throw Refusal(.noAddress) }
        guard scheme == "https" || scheme == "http" else { throw Refusal(.scheme(String(scheme.prefix(20)))) }
        guard let host = url.host()?.lowercased(), !host.isEmpty else { throw Refusal(.noAddress) }
        // "https://bank.example@evil.example/" is evil.example's.
        guard url.user() == nil, url.password() == nil else { throw Refusal(.user(host: host)) }
        guard scheme == "https" || allowsInsecure || BaseAddress.isLoopback(host) else {
            throw Refusal(.unencrypted(host: host))
        }
        text = given
        self.host = host
    }

    struct Refusal: Error, Hashable {
        let fault: SignInReason.UnsafeAddress

        init(_ fault: SignInReason.UnsafeAddress) { self.fault = fault }
    }

    /// What to say of an address that is another host's than the issuer's; nil when it is the same.
    func note(issuer: String) -> Reason? {
        guard let issuerHost = URL(string: issuer)?.host()?.lowercased(), issuerHost != host else { return nil }
        return .signIn(.lookTwice(host: host, issuerHost: issuerHost))
    }
}
