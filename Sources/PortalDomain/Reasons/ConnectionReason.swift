/// Who was called, as it is named in what is said of it.
public enum CalledService: String, Hashable, Sendable {
    /// The catalogue or the access service.
    case portal = "portal"
    /// The OpenID Connect provider.
    case signIn = "sign-in service"
    /// Who issued a visa, and has the keys for it.
    case issuer = "issuer"
    /// What hands out the data of datasets.
    case archive = "archive"
}

/// What went wrong on the way to a service.
public enum ConnectionReason: Hashable, Sendable {
    /// More than is read into memory.
    case tooLarge(megabytes: Int)
    /// - origin: the other one; nil where it cannot be told.
    case redirectElsewhere(origin: String?)
    /// Where people sign in before they see the portal.
    case redirectToSignIn(origin: String?)
    /// Followed, a change would become another call, or there would be no end.
    case redirectOfChange, tooManyRedirects
    /// By its `Content-Encoding`.
    case unknownEncoding(String)
    /// An answer that came in part, or cannot be read.
    case brokeOff, brokeOffOrNotHTTP, cannotUnpack
    /// The connection ended, or the program does.
    case lost, programEnding
    /// Before a word was said.
    case closedWithoutAnswer(CalledService)
    /// No name server knows it.
    case noSuchMachine(String)
    /// `ECONNREFUSED`.
    case nothingListens(CalledService)
    /// `ENETUNREACH` and what is like it.
    case noWay(CalledService)
    /// Nothing is known of the service behind it.
    case proxy(host: String, port: Int, ProxyRefusal)
    /// By TLS, which says no more.
    case notTrusted(CalledService)
    /// Something answers, and not in TLS.
    case notTLS
    /// Versions or ciphers do not meet.
    case noCommonWay(CalledService)
    /// In the middle of the handshake.
    case brokeOffHandshake(CalledService)
    /// Any other failure of TLS.
    case otherThanTLS(CalledService)
    /// - day: the last one, as `2026-11-20`.
    case certificateEnded(day: String)
    /// - day: the first one, as `2026-11-20`.
    case certificateNotYetValid(day: String)
    /// It is another host's.
    case certificateOfOther(host: String)
    /// Whoever issued it is not among the authorities of this machine.
    case unknownAuthority
    /// There are no authorities here at all.
    case noAuthorities(Unusable)

    /// Why a proxy let nothing through.
    public enum ProxyRefusal: Hashable, Sendable {
        /// Such as "connection refused": the system's words for it.
        case system(String)
        /// What is known without its words.
        case noSuchMachine, wantsPassword, noConnection
    }

    /// What the person named for certificate authorities, and where none are.
    public struct Unusable: Hashable, Sendable {
        /// That of `SSL_CERT_FILE`.
        public var file: String?
        /// Those of `SSL_CERT_DIR`.
        public var folders: [String]

        public init(file: String? = nil, folders: [String] = []) {
            self.file = file
            self.folders = folders
        }

        /// In English, one for each.
        public var sentences: [String] {
            (file.map { ["SSL_CERT_FILE names \($0), which holds no certificates."] } ?? [])
                + folders.map { "SSL_CERT_DIR names \($0), where no certificates are." }
        }
    }
}

extension ConnectionReason {
    /// In English.
    public var sentence: String {
        switch self {
        case .tooLarge(let megabytes): "The answer is larger than \(megabytes) MB and was refused."
        case .redirectElsewhere(let origin):
            "The portal sends on to \(origin ?? "another address"), which was not followed. If you trust it, use that "
                + "address."
        case .redirectToSignIn(let origin):
            "People are sent on to \(origin ?? "another address") to sign in before they see the portal. This program cannot "
                + "pass that page. Ask who runs the site for an address that programs may use."
        case .redirectOfChange: "The portal sends on to another address, which was not followed."
        case .unknownEncoding(let name): "The answer is packed in a way that was not asked for (\(name))."
        case .tooManyRedirects: "The portal sends from address to address without end."
        case .brokeOff: "The answer broke off."
        case .brokeOffOrNotHTTP: "The answer broke off or is not HTTP."
        case .cannotUnpack: "The answer is said to be compressed, and cannot be unpacked."
        case .lost: "The connection was lost."
        case .closedWithoutAnswer(let service):
            "The \(service.rawValue) closed the connection without an answer."
        case .programEnding: "The program is ending."
        case .noSuchMachine(let host): "There is no machine named \(host)."
        case .nothingListens(let service):
            "Nothing listens at the \(service.rawValue)'s address (connection refused)."
        case .noWay(let service): "There is no way to the \(service.rawValue) in this network."
        case .proxy(let host, let port, let refusal):
            "The proxy \(host):\(port) did not let it through: \(refusal.words). Look at "
                + "HTTPS_PROXY, HTTP_PROXY and NO_PROXY."
        case .notTrusted(let service): "This machine does not trust the \(service.rawValue)'s certificate."
        case .notTLS: "What listens there does not speak TLS: is it an http:// address?"
        case .noCommonWay(let service):
            "No secure connection came about: the \(service.rawValue) and this program know no common way to make one."
        case .brokeOffHandshake(let service):
            "The \(service.rawValue) broke off while the secure connection was being made."
        case .otherThanTLS(let service):
            "A secure connection could not be made; the \(service.rawValue) answers with something else than TLS expects."
        case .certificateEnded(let day):
            "The portal's certificate ended on \(day), so nothing was sent. Its operators have to renew it; if the date "
                + "of this machine is wrong, set it right."
        case .certificateNotYetValid(let day):
            "The portal's certificate is valid from \(day) on, so nothing was sent. The date of this machine may be wrong."
        case .certificateOfOther(let host):
            "The certificate at this address is not for \(host), so nothing was sent. Check the address."
        case .unknownAuthority:
            "This machine does not trust who issued the portal's certificate, so nothing was sent. If that is your "
                + "institution, give its certificates with --ca-file."
        case .noAuthorities(let unusable):
            (["There are no certificate authorities on this machine, so no service can be trusted."]
                + unusable.sentences
                + ["Install the package ca-certificates, or name a file in PEM form with --ca-file or SSL_CERT_FILE."])
                .joined(separator: " ")
        }
    }
}

extension ConnectionReason.ProxyRefusal {
    fileprivate var words: String {
        switch self {
        case .system(let words): words
        case .noSuchMachine: "there is no machine of that name"
        case .wantsPassword: "it wants a user name and a password"
        case .noConnection: "it gave no connection"
        }
    }
}
