import FoundationEssentials
import PortalDomain

/// Where a person confirms a code (RFC 8628, 3.3). It is the service's word, shown to somebody who is about to sign in
/// there, so it is looked at before: nothing but a web address, and one whose host can be read at a glance.
struct VerificationAddress: Hashable {
    let text: String
    let host: String

    /// - Parameter allowsInsecure: plain HTTP to other machines was allowed by the person.
    /// - Throws: what is wrong with it, in words for the person.
    init(_ given: String, allowsInsecure: Bool) throws(Refusal) {
        guard let url = URL(string: given), let scheme = url.scheme?.lowercased() else { throw .noAddress }
        guard scheme == "https" || scheme == "http" else { throw .scheme(String(scheme.prefix(20))) }
        guard let host = url.host()?.lowercased(), !host.isEmpty else { throw .noAddress }
        // "https://bank.example@evil.example/" is evil.example's.
        guard url.user() == nil, url.password() == nil else { throw .user(host) }
        guard scheme == "https" || allowsInsecure || BaseAddress.isLoopback(host) else { throw .unencrypted(host) }
        text = given
        self.host = host
    }

    enum Refusal: Error, Hashable {
        case noAddress
        case scheme(String)
        case user(String)
        case unencrypted(String)

        var sentence: String {
            let why =
                switch self {
                case .noAddress: "It is no web address."
                case .scheme(let scheme): "It begins with \(scheme):, where https:// belongs."
                case .user(let host): "It hides its host, \(host), behind a user's name."
                case .unencrypted(let host): "It is not encrypted (http://\(host))."
                }
            return
                "The sign-in service named an address to confirm the code at that is not safe to open. \(why) Nothing "
                + "was opened; tell whoever runs the service."
        }
    }

    /// What to say of an address that is another host's than the issuer's; nil when it is the same.
    func note(issuer: String) -> String? {
        guard let issuerHost = URL(string: issuer)?.host()?.lowercased(), issuerHost != host else { return nil }
        return "Look twice: this address is at \(host), and the sign-in service is \(issuerHost)."
    }
}
