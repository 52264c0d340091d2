import PortalModel
import PortalServices
import PortalViews
import TerminalBackend
import TerminalCanvas

extension DoctorWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .name(let name): TerminalText(singleLine: name)
        case .state(let state): TerminalText(singleLine: state.rawValue)
        case .notConfigured: "none is configured"
        case .finding(let finding):
            "\(finding.state.rawValue): \(finding.facts(c).joined(separator: ", "))"
        case .demoKnowsYou: "none needed: the demo portal knows you as Ada"
        case .noPlaceToSignIn: "no place to sign in is configured (identity, --issuer)"
        case .noWay: "neither a code nor a browser; use a token"
        case .ways(let ways):
            TerminalText(
                singleLine: ways.map { $0 == .device ? "code (device grant)" : "browser (code with PKCE)" }
                    .joined(separator: ", "))
        case .terminal(let description, let type, let isPipe):
            """
            \(Self.words(of: description, c) ?? type ?? "not set")\
            \(isPipe ? ", but this is a pipe or a job: commands work, the full screen does not" : "")
            """
        case .refusal(let refusal): TerminalText(sanitizing: refusal.description)
        case .notUTF8(let asked):
            "\(asked ?? "not set"): not UTF-8, drawn with ASCII; LANG=C.UTF-8 changes that"
        case .locale(let asked, let taken, let source): Self.locale(asked ?? "not set", taken, source)
        case .coloursLeftOut: "left out, because NO_COLOR is set"
        case .noColours: "none that the terminal's description names"
        case .colours(let count):
            count >= 256
                ? "\(count), on a background that the terminal is asked for (theme: auto)"
                : "\(count) of the terminal's own; theme: light or dark tells which can be read"
        case .clipboardThroughTmux: "OSC 52 through tmux: needs set -g set-clipboard on in ~/.tmux.conf"
        case .clipboardThroughScreen: "OSC 52 through screen, which may cut long texts"
        case .clipboard: "OSC 52, where the terminal allows it"
        case .noHome:
            """
            not known: HOME is not set and the list of users does not name you; set HOME, or XDG_CONFIG_HOME, \
            XDG_DATA_HOME, XDG_STATE_HOME and XDG_CACHE_HOME
            """
        case .homeOfList(let path): "\(path), from the list of users, because HOME is not set"
        case .nowhere: "nowhere, because no home directory is known"
        case .notWritable(let path, let loss, let variable):
            """
            \(path): cannot be written, so nothing is \(loss == .keeping ? "kept there" : "logged"); check its \
            permissions, or name another place with \(variable)
            """
        case .madeWhenNeeded(let path): "\(path), made when it is needed"
        case .noFolder(let path): "\(path): is no directory; move it away"
        case .othersWrite(let path): "\(path): others can write there: chmod go-w \(path)"
        case .log(let path, let level): "\(path), level \(level)"
        case .noAuthorities(let authorities): TerminalText(sanitizing: authorities.words)
        case .trusts(let authorities): "trusts \(authorities.words)"
        case .trustsToo(let file, let authorities): "trusts \(file) and \(authorities?.words ?? "nobody besides")"
        case .proxy(let variable, let address): "\(variable) is \(address)"
        }
    }

    private static func locale(_ asked: String, _ taken: String, _ source: LocaleChoice.Source) -> TerminalText {
        switch source {
        case .environment: TerminalText(sanitizing: asked)
        case .machine: "\(asked), which is no UTF-8 locale of this machine; \(taken) is used"
        case .program: "\(asked); this machine has no UTF-8 locale, the program's own \(taken) is used"
        }
    }

    /// Where the program's own description of the terminal is taken; nil where the machine has one.
    static func words(of description: TerminalDescription?, _ c: Phrasing) -> String? {
        guard let description, description.source == .program else { return nil }
        let words = c.text(description.reason)
        return words.hasSuffix(".") ? String(words.dropLast()) : words
    }
}

extension ServiceFinding {
    /// Where it is, which version, why it is not well and how long it took.
    func facts(_ c: Phrasing) -> [String] {
        let why = reason.map { c.text($0) }
        let words = why.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
        return [place.address, version, words, "\(milliseconds) ms"].compactMap(\.self)
    }
}
