/// Why the settings of a portal, or of this machine, cannot be used.
public indirect enum SetupReason: Hashable, Sendable {
    /// Of a service's address as much is shown as is no secret.
    case noAddress(String)
    /// Neither https nor http.
    case scheme(String, shown: String)
    /// A name or password before the host.
    case userInAddress
    /// What stands behind `?` or `#`.
    case queryInAddress(String)
    /// Plain HTTP to another machine.
    case unencrypted(String)
    /// Beyond 65535.
    case badPort(String)
    /// - variable: such as `HTTPS_PROXY`.
    case proxy(variable: String, ProxyFault)
    /// Of certificate authorities.
    case noCertificates(file: String)
    /// The machine has no description of the terminal; nil where the program's own is of this very one.
    case unknownTerminal(name: String, usedAs: String?)
    /// What the form asks for.
    case shortName, addressBegins, signInNeedsBoth
    /// There is one of this name.
    case nameTaken(String)
    /// Another program has removed it.
    case noSuchPortal(String)
    /// The disk did not take it.
    case untilProgramEnds(name: String, Reason)
    /// The disk did not take that the demo portal was chosen.
    case asksAgain(Reason)
    /// Tried, it is well. - dialect: in which it was spoken to; nil where there is one way only.
    case answers(milliseconds: Int, dialect: String?)
    /// Tried, it is not.
    case notWell(ServiceFinding.State, Reason?)
    /// How people can sign in there.
    case ways([LoginWay])

    /// What is wrong with a proxy's address.
    public enum ProxyFault: Hashable, Sendable {
        /// It is no address, has no port that there is, or a name that SOCKS cannot be given.
        case noAddress, badPort, userOfSOCKS
        /// Neither http nor socks5.
        case scheme(String)
    }

    /// In English.
    public var sentence: String {
        switch self {
        case .noAddress(let shown): "“\(shown)” is not an address such as https://portal.example/discovery."
        case .scheme(let scheme, let shown): "“\(shown)” begins with \(scheme)://; https:// is needed."
        case .userInAddress: "The address holds a user name or password; leave them out and sign in instead."
        case .queryInAddress(let shown):
            "“\(shown)” holds a query (?) or fragment (#); give the address without it."
        case .unencrypted(let shown):
            "“\(shown)” is not encrypted: your token and answers could be read on the way. Use https://."
        case .badPort(let shown):
            "“\(shown)” names a port that there is not; ports are numbers from 1 to 65535."
        case .proxy(let variable, let fault): "\(variable) \(fault.words)"
        case .noCertificates(let file):
            "\(file) cannot be read or holds no certificates. A file in PEM form is needed."
        case .unknownTerminal(let name, nil):
            "This machine does not know the terminal “\(name)”; the program's own description of it is used."
        case .unknownTerminal(let name, .some(let other)):
            "This machine does not know the terminal “\(name)”; it is used as \(other)."
        case .shortName: "Give the portal a short name of letters, digits and dashes, such as “gdi”."
        case .nameTaken(let name): "“\(name)” is set up already. Choose another name."
        case .addressBegins: "An address begins with https:// (http:// only on this machine)."
        case .signInNeedsBoth: "Signing in needs both: the address, and the client that this program signs in as."
        case .noSuchPortal(let name): "There is no portal “\(name)” any more."
        case .untilProgramEnds(let name, let reason):
            "“\(name)” is there until the program ends, and the next start asks for it again. \(reason.sentence)"
        case .asksAgain(let reason): "The next start asks again which portal to open. \(reason.sentence)"
        case .answers(let milliseconds, let dialect):
            "answers in \(milliseconds) ms\(dialect.map { ", as \($0)" } ?? "")"
        case .notWell(let state, let reason):
            [state.rawValue, reason?.sentence ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
        case .ways([]): "offers neither a code nor a browser"
        case .ways(let ways): "by " + ways.map { $0 == .device ? "a code" : "a browser" }.joined(separator: " and ")
        }
    }
}

extension SetupReason.ProxyFault {
    fileprivate var words: String {
        switch self {
        case .noAddress: "is not an address such as http://proxy.example:3128."
        case .badPort: "names a port that there is not; ports are numbers from 1 to 65535."
        case .scheme(let scheme): "begins with \(scheme)://; http:// or socks5:// is needed."
        case .userOfSOCKS: "holds a user name, which is not supported for SOCKS."
        }
    }
}
