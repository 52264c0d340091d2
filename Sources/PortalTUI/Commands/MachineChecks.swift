import Foundation
import Glibc
import Logging
import PortalModel
import PortalServices
import PortalStorage
import TerminalBackend

/// What `portal doctor` looks at on this machine; nothing is sent.
struct MachineChecks {
    typealias Check = DoctorCommand.Check

    let configuration: Configuration

    private var environment: Environment { configuration.environment }

    var all: [Check] { terminal + directories + [log, certificates] + proxies }

    // MARK: - The terminal

    /// Commands need none of it, so nothing here is a problem.
    private var terminal: [Check] {
        var facts = NcursesScreen.facts()
        let isInteractive = facts.inputIsTerminal && facts.outputIsTerminal
        facts.inputIsTerminal = true
        facts.outputIsTerminal = true
        let refusal = TerminalCheck.refusal(for: facts)
        let type = facts.type ?? "not set"
        return [
            Check(
                name: "terminal", state: refusal == nil ? "ok" : "note",
                detail: refusal?.description
                    ?? (isInteractive
                        ? type : "\(type), but this is a pipe or a job: commands work, the full screen does not")),
            locale, colours(facts), clipboard,
        ]
    }

    private var locale: Check {
        let isUTF8 = CharacterSupport.fromEnvironment() != .ascii
        let name = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? "not set"
        return Check(
            name: "locale", state: isUTF8 ? "ok" : "note",
            detail: isUTF8 ? name : "\(name): not UTF-8, drawn with ASCII; LANG=C.UTF-8 changes that")
    }

    private func colours(_ facts: TerminalCheck.Facts) -> Check {
        if environment["NO_COLOR"] != nil {
            return Check(name: "colours", state: "ok", detail: "left out, because NO_COLOR is set")
        }
        guard let count = facts.colors else {
            return Check(name: "colours", state: "note", detail: "none that the terminal's description names")
        }
        return Check(name: "colours", state: "ok", detail: "\(count); the program uses 16 of the terminal's own")
    }

    private var clipboard: Check {
        if environment["TMUX"] != nil {
            return Check(
                name: "clipboard", state: "note",
                detail: "OSC 52 through tmux: needs set -g set-clipboard on in ~/.tmux.conf")
        }
        if environment["STY"] != nil {
            return Check(name: "clipboard", state: "note", detail: "OSC 52 through screen, which may cut long texts")
        }
        return Check(name: "clipboard", state: "ok", detail: "OSC 52, where the terminal allows it")
    }

    // MARK: - Files

    private var directories: [Check] {
        let storage = StorageDirectories.standard(environment: environment.variables)
        return [
            ("configuration", environment.configurationDirectory), ("data", storage.data), ("cache", storage.cache),
            ("state", environment.stateDirectory),
        ].map { Self.directory($0, $1) }
    }

    private static func directory(_ name: String, _ path: String) -> Check {
        var nearest = path
        while access(nearest, F_OK) != 0, nearest != "/" {
            nearest = (nearest as NSString).deletingLastPathComponent
        }
        guard access(nearest, W_OK) == 0 else {
            return Check(name: name, state: "problem", detail: "\(path): cannot be written; check its permissions")
        }
        var status = stat()
        guard stat(path, &status) == 0 else {
            return Check(name: name, state: "ok", detail: "\(path), made when it is needed")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            return Check(name: name, state: "problem", detail: "\(path): is no directory; move it away")
        }
        let isOpen = status.st_mode & 0o022 != 0
        return Check(
            name: name, state: isOpen ? "problem" : "ok",
            detail: isOpen ? "\(path): others can write there: chmod go-w \(path)" : path)
    }

    private var log: Check {
        let path = environment.stateDirectory + "/portal.log"
        let isThere = access(path, F_OK) == 0
        guard !isThere || access(path, W_OK) == 0 else {
            return Check(name: "log", state: "problem", detail: "\(path): cannot be written; check its permissions")
        }
        return Check(name: "log", state: "ok", detail: "\(path), level \(configuration.log.level.rawValue)")
    }

    // MARK: - The network

    private var certificates: Check {
        guard let file = configuration.profile.flatMap(configuration.caFile(of:)) else {
            let places = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"]
            guard let found = places.first(where: { access($0, R_OK) == 0 }) else {
                return Check(
                    name: "tls", state: "problem", detail: "no certificate authorities: install ca-certificates")
            }
            return Check(name: "tls", state: "ok", detail: "trusts \(found)")
        }
        do throws(PortalError) {
            try CertificateAuthorities.check(file: file)
            return Check(name: "tls", state: "ok", detail: "trusts \(file) and the machine's own authorities")
        } catch {
            return Check(name: "tls", state: "problem", detail: error.detail ?? error.sentence)
        }
    }

    private var proxies: [Check] {
        ConfigurationListing(configuration).proxies.map { variable, address in
            Check(name: "proxy", state: "ok", detail: "\(variable) is \(address)")
        }
    }
}
