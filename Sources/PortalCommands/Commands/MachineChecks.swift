import Foundation
import Glibc
import Logging
import PortalModel
import PortalServices
import PortalStorage
import PortalVersion
import TerminalBackend

/// What `portal doctor` looks at on this machine; nothing is sent.
struct MachineChecks {
    typealias Check = DoctorCommand.Check

    package let configuration: Configuration

    private var environment: Environment { configuration.environment }

    package var all: [Check] { [program] + terminal + [home] + directories + [log, certificates] + proxies }

    /// Which build it is: the static one needs no libraries of the machine, and asks its files and DNS alone for users and
    /// hosts.
    private var program: Check {
        Check(name: "program", state: "ok", detail: PortalVersion.description(of: "portal"))
    }

    // MARK: - The terminal

    /// Commands need none of it, so nothing here is a problem.
    private var terminal: [Check] {
        var facts = NcursesScreen.facts()
        let isInteractive = facts.inputIsTerminal && facts.outputIsTerminal
        facts.inputIsTerminal = true
        facts.outputIsTerminal = true
        let refusal = TerminalCheck.refusal(for: facts)
        var words = facts.type ?? "not set"
        if let description = facts.description, description.source == .program {
            words = description.words.hasSuffix(".") ? String(description.words.dropLast()) : description.words
        }
        return [
            Check(
                name: "terminal", state: refusal == nil && facts.description?.isStandIn != true ? "ok" : "note",
                detail: refusal?.description
                    ?? (isInteractive
                        ? words : "\(words), but this is a pipe or a job: commands work, the full screen does not")),
            locale, colours(facts), clipboard,
        ]
    }

    private var locale: Check {
        let choice = LocaleChoice.make()
        let asked = choice.asked ?? "not set"
        guard let taken = choice.taken else {
            return Check(
                name: "locale", state: "note",
                detail: "\(asked): not UTF-8, drawn with ASCII; LANG=C.UTF-8 changes that")
        }
        let words =
            switch choice.source {
            case .environment: asked
            case .machine: "\(asked), which is no UTF-8 locale of this machine; \(taken) is used"
            case .program: "\(asked); this machine has no UTF-8 locale, the program's own \(taken) is used"
            }
        return Check(name: "locale", state: "ok", detail: words)
    }

    private func colours(_ facts: TerminalCheck.Facts) -> Check {
        if environment["NO_COLOR"] != nil {
            return Check(name: "colours", state: "ok", detail: "left out, because NO_COLOR is set")
        }
        guard let count = facts.colors else {
            return Check(name: "colours", state: "note", detail: "none that the terminal's description names")
        }
        return Check(
            name: "colours", state: "ok",
            detail: count >= 256
                ? "\(count), on a background that the terminal is asked for (theme: auto)"
                : "\(count) of the terminal's own; theme: light or dark tells which can be read")
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

    private var home: Check {
        let path = environment.home
        if let set = environment["HOME"], set == path { return Check(name: "home", state: "ok", detail: set) }
        guard let path else {
            return Check(
                name: "home", state: environment.hasDataDirectory ? "note" : "problem",
                detail:
                    "not known: HOME is not set and the list of users does not name you; set HOME, or XDG_CONFIG_HOME, "
                    + "XDG_DATA_HOME, XDG_STATE_HOME and XDG_CACHE_HOME")
        }
        return Check(name: "home", state: "note", detail: "\(path), from the list of users, because HOME is not set")
    }

    private var directories: [Check] {
        let storage = StorageDirectories.standard(environment: environment.variables)
        return [
            ("configuration", environment.configurationDirectory, "XDG_CONFIG_HOME"),
            ("data", storage.data, "XDG_DATA_HOME"), ("cache", storage.cache, "XDG_CACHE_HOME"),
            ("state", environment.stateDirectory, "XDG_STATE_HOME"),
        ].map { Self.directory($0, $1, variable: $2) }
    }

    private static func directory(_ name: String, _ path: String, variable: String) -> Check {
        guard !path.hasPrefix(HomeDirectory.nowhere) else {
            return Check(name: name, state: "note", detail: "nowhere, because no home directory is known")
        }
        guard canBeMade(path) else {
            return Check(
                name: name, state: "problem",
                detail:
                    "\(path): cannot be written, so nothing is kept there; check its permissions, or name another place "
                    + "with \(variable)")
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

    /// Where nothing is yet, the nearest folder that is there decides.
    private static func canBeMade(_ path: String) -> Bool {
        var nearest = path
        while access(nearest, F_OK) != 0, nearest != "/" {
            nearest = (nearest as NSString).deletingLastPathComponent
        }
        return access(nearest, W_OK) == 0
    }

    private var log: Check {
        let path = environment.stateDirectory + "/portal.log"
        guard !path.hasPrefix(HomeDirectory.nowhere) else {
            return Check(name: "log", state: "note", detail: "nowhere, because no home directory is known")
        }
        guard Self.canBeMade(path) else {
            return Check(
                name: "log", state: "problem",
                detail:
                    "\(path): cannot be written, so nothing is logged; check its permissions, or name another place "
                    + "with XDG_STATE_HOME")
        }
        return Check(name: "log", state: "ok", detail: "\(path), level \(configuration.log.level.rawValue)")
    }

    // MARK: - The network

    private var certificates: Check {
        let authorities = configuration.authorities
        guard let file = configuration.profile.flatMap(configuration.caFile(of:)) else {
            let isNone = authorities.problem != nil
            return Check(
                name: "tls", state: isNone ? "problem" : "ok",
                detail: isNone ? authorities.words : "trusts \(authorities.words)")
        }
        do throws(PortalError) {
            try CertificateAuthorities.check(file: file)
            return Check(
                name: "tls", state: "ok",
                detail: "trusts \(file) and " + (authorities.problem == nil ? authorities.words : "nobody besides"))
        } catch {
            return Check(name: "tls", state: "problem", detail: error.why.sentence)
        }
    }

    private var proxies: [Check] {
        ConfigurationListing(configuration).proxies.map { variable, address in
            Check(name: "proxy", state: "ok", detail: "\(variable) is \(address)")
        }
    }
}
