import PortalModel
import PortalServices
import PortalViews
import TerminalBackend
import TerminalCanvas

extension DoctorWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .name(let name): TerminalText(singleLine: Self.germanNames[name] ?? name)
        case .state(.ok): "gut"
        case .state(.note): "Hinweis"
        case .state(.problem): "Problem"
        case .notConfigured: "keines ist eingerichtet"
        case .finding(let finding): "\(c.state(finding.state)): \(finding.facts(c).joined(separator: ", "))"
        case .demoKnowsYou: "nicht nötig: das Demo-Portal kennt Sie als Ada"
        case .noPlaceToSignIn: "kein Ort zum Anmelden ist eingerichtet (identity, --issuer)"
        case .noWay: "weder mit einem Code noch im Browser; ein Token verwenden"
        case .ways(let ways):
            TerminalText(
                singleLine: ways.map { $0 == .device ? "Code (Device Grant)" : "Browser (Code mit PKCE)" }
                    .joined(separator: ", "))
        case .terminal(let description, let type, let isPipe):
            """
            \(Self.words(of: description, c) ?? type ?? "nicht gesetzt")\
            \(isPipe ? ", aber dies ist eine Pipe oder ein Job: Befehle gehen, der ganze Bildschirm nicht" : "")
            """
        case .refusal(let refusal): c(LaunchWords.terminal(refusal))
        case .notUTF8(let asked):
            "\(asked ?? "nicht gesetzt"): kein UTF-8, mit ASCII gezeichnet; LANG=C.UTF-8 ändert das"
        case .locale(let asked, let taken, let source): Self.germanLocale(asked ?? "nicht gesetzt", taken, source)
        case .coloursLeftOut: "weggelassen, weil NO_COLOR gesetzt ist"
        case .noColours: "keine, die die Beschreibung des Terminals nennt"
        case .colours(let count):
            count >= 256
                ? "\(count), auf einem Hintergrund, nach dem das Terminal gefragt wird (theme: auto)"
                : "\(count) des Terminals; theme: light oder dark sagt, welche zu lesen sind"
        case .clipboardThroughTmux: "OSC 52 durch tmux: braucht set -g set-clipboard on in ~/.tmux.conf"
        case .clipboardThroughScreen: "OSC 52 durch screen, das lange Texte abschneiden kann"
        case .clipboard: "OSC 52, wo das Terminal es erlaubt"
        case .noHome:
            """
            nicht bekannt: HOME ist nicht gesetzt, und die Liste der Benutzer nennt Sie nicht; HOME setzen, oder \
            XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME und XDG_CACHE_HOME
            """
        case .homeOfList(let path): "\(path), aus der Liste der Benutzer, weil HOME nicht gesetzt ist"
        case .nowhere: "nirgends, weil kein persönlicher Ordner bekannt ist"
        case .notWritable(let path, let loss, let variable):
            """
            \(path): lässt sich nicht beschreiben, deshalb wird \(loss == .keeping ? "dort nichts gespeichert" : "nichts protokolliert"); \
            die Rechte prüfen, oder mit \(variable) einen anderen Ort nennen
            """
        case .madeWhenNeeded(let path): "\(path), wird bei Bedarf angelegt"
        case .noFolder(let path): "\(path): ist kein Ordner; wegräumen"
        case .othersWrite(let path): "\(path): andere können dort schreiben: chmod go-w \(path)"
        case .log(let path, let level): "\(path), Stufe \(level)"
        case .noAuthorities(let authorities): c(authorities.problem.map { Reason.connection($0) })
        case .trusts(let authorities): "vertraut \(Self.german(authorities))"
        case .trustsToo(let file, let authorities):
            "vertraut \(file) und \(authorities.map(Self.german) ?? "sonst niemandem")"
        case .proxy(let variable, let address): "\(variable) ist \(address)"
        }
    }

    private static func german(_ authorities: CertificateAuthorities) -> String {
        let unusable = authorities.unusable
        let faults =
            (unusable.file.map { ["SSL_CERT_FILE nennt \($0), worin keine Zertifikate sind."] } ?? [])
            + unusable.folders.map { "SSL_CERT_DIR nennt \($0), wo keine Zertifikate sind." }
        return ([(authorities.files + authorities.directories).joined(separator: ", ")] + faults)
            .joined(separator: "; ")
    }

    private static func germanLocale(
        _ asked: String, _ taken: String, _ source: LocaleChoice.Source
    ) -> TerminalText {
        switch source {
        case .environment: TerminalText(sanitizing: asked)
        case .machine: "\(asked), auf diesem Rechner keine UTF-8-Locale; \(taken) wird verwendet"
        case .program: "\(asked); dieser Rechner hat keine UTF-8-Locale, die eigene \(taken) wird verwendet"
        }
    }

    private static let germanNames = [
        "program": "Programm", "terminal": "Terminal", "locale": "Locale", "colours": "Farben",
        "clipboard": "Zwischenablage", "home": "persönlicher Ordner", "configuration": "Konfiguration",
        "data": "Daten", "cache": "Aufgehobenes", "state": "Zustand", "log": "Protokoll", "tls": "TLS",
        "proxy": "Proxy", "portal": "Portal", "grants": "Anmeldewege", "discovery": "Datensätze",
        "access": "Anträge", "identity": "Anmeldung",
    ]
}
