/// Why the sign-in service's answer did not do, or what was pasted in its place.
public enum SignInReason: Hashable, Sendable, Error {
    /// 4xx. - words: the service's own.
    case refused(status: Int, words: String?)
    /// 5xx. - words: the service's own.
    case failed(status: Int, words: String?)
    /// In the address to which a browser was sent back.
    case said(String)
    /// 3xx, or a success that lacks what was asked for.
    case sendsOn, noToken, noCodeGiven
    /// A token that holds what no token does.
    case badToken
    /// A token of a kind that is not used here, such as `DPoP`.
    case otherToken(kind: String)
    /// A page, with the first line that says something.
    case somethingElse(line: String?)
    /// Where a code is to be confirmed.
    case unsafeAddress(UnsafeAddress)
    /// The ID token does not hold.
    case tokenNotAccepted(TokenFault)
    /// No sign-in service is configured.
    case nobodySignsIn
    /// How people can sign in there.
    case offers([LoginWay])
    /// The address is at another host than the service.
    case lookTwice(host: String, issuerHost: String)
    /// Of the discovery document: it is none.
    case noDiscovery(address: String)
    /// Of the discovery document: it is another's.
    case otherIssuer(name: String, configured: String)
    /// Of the discovery document: nothing could be done with it.
    case noTokenEndpoint
    /// An address of the discovery document that is not taken.
    case unencrypted(endpoint: String, address: String)
    /// An address of the discovery document that cannot be called.
    case badPort(endpoint: String, address: String)
    /// What was pasted is no answer to this sign-in.
    case otherSignIn, noCode, nothingPasted
    /// What was pasted is an answer of another service.
    case notFrom(issuer: String)
    /// Nothing waits for an answer.
    case noneUnderWay, noBrowserUnderWay

    /// What is wrong with the address at which a code is to be confirmed.
    public enum UnsafeAddress: Hashable, Sendable {
        /// It is none.
        case noAddress
        /// Neither https nor http.
        case scheme(String)
        /// The host stands behind a name.
        case user(host: String)
        /// Plain HTTP to another machine.
        case unencrypted(host: String)
    }

    /// What is wrong with an ID token (OpenID Connect Core 1.0, 3.1.3.7).
    public enum TokenFault: Hashable, Sendable {
        /// Its form, and its claims in the order in which they are checked.
        case noSignedToken, unsigned, otherIssuer, nobody, otherClient, otherParty, otherLogin, otherPerson, noTimes
        /// `exp` is over.
        case ended
    }
}

extension SignInReason {
    /// In English.
    public var sentence: String {
        switch self {
        case .refused(let status, let words):
            "The sign-in service refused, status \(status)\(words.map { " (\($0))" } ?? "")."
        case .failed(let status, let words):
            "The sign-in service failed, status \(status)\(words.map { ": \($0)" } ?? "")."
        case .said(let words): "The sign-in service said: \(words)."
        case .sendsOn: "The sign-in service sends on to another address, which was not followed."
        case .noToken: "The sign-in service answered without a token."
        case .badToken:
            "The sign-in service gave a token with signs that no token has. It was not kept; tell whoever runs the service."
        case .otherToken(let kind):
            "The sign-in service gave a token of the kind “\(kind)”, and this program uses those of the kind Bearer alone."
        case .noCodeGiven: "The sign-in service answered without a code."
        case .somethingElse(let line):
            "The sign-in service sent something else than an answer" + (line.map { ": “\($0)”." } ?? ".")
        case .unsafeAddress(let fault):
            "The sign-in service named an address to confirm the code at that is not safe to open. \(fault.sentence) Nothing "
                + "was opened; tell whoever runs the service."
        case .tokenNotAccepted(let fault): "The sign-in service's ID token is not accepted: \(fault.words)."
        case .nobodySignsIn: "Nobody signs in here."
        case .offers([]): "offers no sign-in for people"
        case .offers(let ways):
            "offers sign-in by " + ways.map { $0 == .device ? "a code" : "a browser" }.joined(separator: " or ")
        case .lookTwice(let host, let issuerHost):
            "Look twice: this address is at \(host), and the sign-in service is \(issuerHost)."
        case .noDiscovery(let address): "\(address) is no discovery document. Check the issuer's address."
        case .otherIssuer(let name, let configured):
            "The sign-in service calls itself \(name), not \(configured). Configure that name."
        case .noTokenEndpoint: "The discovery document names no token endpoint."
        case .unencrypted(let endpoint, let address):
            "The sign-in service's \(endpoint) is “\(address)”, which is not encrypted; it is not used."
        case .badPort(let endpoint, let address):
            "The sign-in service's \(endpoint) is “\(address)”, whose port is none; it is not used."
        case .otherSignIn: "This address belongs to another sign-in, or is not whole."
        case .notFrom(let issuer): "This address does not come from \(issuer)."
        case .noCode: "This address holds no code."
        case .nothingPasted: "There is no sign-in answer in what was pasted."
        case .noneUnderWay: "No sign-in is under way."
        case .noBrowserUnderWay: "No sign-in by a browser is under way."
        }
    }
}

extension SignInReason.UnsafeAddress {
    fileprivate var sentence: String {
        switch self {
        case .noAddress: "It is no web address."
        case .scheme(let scheme): "It begins with \(scheme):, where https:// belongs."
        case .user(let host): "It hides its host, \(host), behind a user's name."
        case .unencrypted(let host): "It is not encrypted (http://\(host))."
        }
    }
}

extension SignInReason.TokenFault {
    fileprivate var words: String {
        switch self {
        case .noSignedToken: "it is not a signed token"
        case .unsigned: "it is not signed"
        case .otherIssuer: "it is another issuer's (iss)"
        case .nobody: "it names nobody (sub)"
        case .otherClient: "it is for another client (aud)"
        case .otherParty: "it was issued to another client (azp)"
        case .otherLogin: "it belongs to another login (nonce)"
        case .otherPerson: "it is another person's (sub)"
        case .noTimes: "it does not say when it was made or ends (exp, iat)"
        case .ended: "it has ended already (exp)"
        }
    }
}
