import FoundationEssentials
import NIOHTTP1
import PortalDomain

/// What stands in front of a portal and answers in its place: a web server that wants a password, or a firewall.
///
/// None of it is the portal's own answer, so that advice about signing in or about what was asked would not help.
enum FrontDoor: Hashable {
    /// The web server wants a name and a password of its own (RFC 7617), or another proof that is not ours to give.
    case password(scheme: String)
    /// A firewall that lets only browsers through, after a page that a person or a script has to pass.
    case challenge(pageID: String?)
    /// A page of something that did not like the call, such as mod_security.
    case page(line: String?, pageID: String?)
    /// A page where people sign in, without a word of how a program could.
    case signInPage(line: String)
    /// A proxy that nobody here asked (407), and the network of a hotel or a campus (511, RFC 6585).
    case proxy, network

    /// - Returns: nil for what may be the service's own answer.
    init?(_ answer: ServiceAnswer) {
        switch answer.status {
        case 401:
            let schemes = answer.headers["WWW-Authenticate"].compactMap { $0.split(separator: " ").first }
            if schemes.isEmpty, answer.isPage, let line = Transport.firstLine(of: answer.body), SignInPage.isTitle(line)
            {
                self = .signInPage(line: line)
                return
            }
            guard let scheme = schemes.first, !schemes.contains(where: { $0.lowercased() == "bearer" }),
                Self.foreignSchemes.contains(scheme.lowercased())
            else { return nil }
            self = .password(scheme: String(scheme))
        case 403, 406, 418, 451, 503:
            let line = Transport.firstLine(of: answer.body)
            let isChallenge = answer.headers.contains(name: "cf-mitigated") || line?.hasPrefix("Just a moment") == true
            if isChallenge {
                self = .challenge(pageID: Self.pageID(answer))
            } else if answer.status != 503, answer.isPage || line?.hasPrefix("RBAC: ") == true {
                self = .page(line: line, pageID: Self.pageID(answer))
            } else {
                return nil
            }
        // What a web server says of the way there: a missing certificate, plain HTTP, another host's name. Those from 494
        // on are nginx's own.
        case 400, 411, 421, 426, 494...497:
            guard answer.isPage else { return nil }
            self = .page(line: Transport.firstLine(of: answer.body), pageID: Self.pageID(answer))
        case 407: self = .proxy
        case 511: self = .network
        default: return nil
        }
    }

    /// Whether no token of ours would open it.
    var isBeyondTokens: Bool { if case .signInPage = self { false } else { true } }

    /// - Parameter ownID: that the call carried; the page's own says more.
    func reason(ownID: String) -> AnswerReason {
        switch self {
        case .password(let scheme): .wantsPassword(scheme: scheme)
        case .challenge(let id): .wantsBrowser(pageID: id == ownID ? nil : id)
        case .signInPage(let line): .signInPage(line: line)
        case .proxy: .proxyWantsPassword
        case .network: .networkWantsSignIn
        case .page(let line, let id): .foreignPage(line: line, pageID: id == ownID ? nil : id)
        }
    }

    private static let foreignSchemes: Set<String> = ["basic", "digest", "negotiate", "ntlm"]

    /// By which whoever runs it finds the call in its log.
    private static func pageID(_ answer: ServiceAnswer) -> String? {
        for name in ["CF-RAY", "X-Amzn-RequestId", "X-Amz-Cf-Id", "X-Iinfo", "X-Request-ID"] {
            if let value = answer.headers.first(name: name), !value.isEmpty { return String(value.prefix(80)) }
        }
        let text = String(decoding: answer.body.prefix(16 * 1024), as: UTF8.self).replacing(#/<[^>]*>/#, with: " ")
        let named =
            #/(?:ray|reference|request|incident|support|unique|event|transaction|error) ?id\W{1,12}([A-Za-z0-9._@-]{8,64})/#
        return text.firstMatch(of: named.ignoresCase()).map { String($0.output.1) }
    }
}
