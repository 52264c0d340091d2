import PortalModel
import PortalServices
import TerminalCanvas

/// What `portal search --explain` tells (docs/schemas/search-explain.json).
struct SearchExplanation: EncodesInKeyOrder {
    struct Parameter: EncodesInKeyOrder {
        var name: String
        var value: String
    }

    var dialect: String
    var here: [String]
    var line: String
    var method: String?
    var most: Int?
    var parameters: [Parameter]
    var path: String?

    /// - Parameters:
    ///   - line: the search as it is understood.
    ///   - asked: nil where nobody is asked.
    init(_ line: String, _ dialect: DiscoveryDialect, _ asked: AskedSearch?) {
        self.line = line
        self.dialect = dialect.rawValue
        here = (asked?.here ?? []).map(\.rawValue)
        method = asked?.method
        most = asked?.most
        parameters = (asked?.parameters ?? []).map { Parameter(name: $0.name, value: $0.value) }
        path = asked?.path
    }

    var steps: [AskedSearch.Step] { here.compactMap(AskedSearch.Step.init(rawValue:)) }

    /// For people: the search, what is asked with a line each for what is sent, and what is done here.
    func lines(search: TerminalText, asked: TerminalText, nobody: TerminalText, here: TerminalText) -> TerminalText {
        guard let method, let path else { return [search, asked + nobody, here].joined(separator: "\n") }
        let sent = parameters.map { TerminalText(singleLine: "    \($0.name): \($0.value)") }
        let call = asked + TerminalText(singleLine: "\(method) \(path)")
        return ([search, call] + sent + [here]).joined(separator: "\n")
    }
}

extension CommandPortal {
    /// The one in which the catalogue is asked.
    var discoveryDialect: DiscoveryDialect {
        // The demo portal is one of GDI's.
        guard case .services(let addresses) = profile.place else { return .gdi }
        return addresses.discoveryDialect
    }
}
