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
        Check("program", .ok, because: Reason.words(PortalVersion.description(of: "portal")))
    }

    // MARK: - The terminal

    /// Commands need none of it, so nothing here is a problem.
    private var terminal: [Check] {
        var facts = NcursesScreen.facts()
        let isInteractive = facts.inputIsTerminal && facts.outputIsTerminal
        facts.inputIsTerminal = true
        facts.outputIsTerminal = true
        let refusal = TerminalCheck.refusal(for: facts)
        return [
            Check(
                "terminal", refusal == nil && facts.description?.isStandIn != true ? .ok : .note,
                refusal.map { .refusal($0) }
                    ?? .terminal(facts.description, type: facts.type, isPipe: !isInteractive)),
            locale, colours(facts), clipboard,
        ]
    }

    private var locale: Check {
        let choice = LocaleChoice.make()
        guard let taken = choice.taken else { return Check("locale", .note, .notUTF8(asked: choice.asked)) }
        return Check("locale", .ok, .locale(asked: choice.asked, taken: taken, choice.source))
    }

    private func colours(_ facts: TerminalCheck.Facts) -> Check {
        if environment["NO_COLOR"] != nil {
            return Check("colours", .ok, .coloursLeftOut)
        }
        guard let count = facts.colors else {
            return Check("colours", .note, .noColours)
        }
        return Check("colours", .ok, .colours(count))
    }

    private var clipboard: Check {
        if environment["TMUX"] != nil { return Check("clipboard", .note, .clipboardThroughTmux) }
        if environment["STY"] != nil { return Check("clipboard", .note, .clipboardThroughScreen) }
        return Check("clipboard", .ok, .clipboard)
    }

    // MARK: - Files

    private var home: Check {
        let path = environment.home
        if let set = environment["HOME"], set == path { return Check("home", .ok, because: Reason.words(set)) }
        guard let path else { return Check("home", environment.hasDataDirectory ? .note : .problem, .noHome) }
        return Check("home", .note, .homeOfList(path))
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
            return Check(name, .note, .nowhere)
        }
        guard canBeMade(path) else {
            return Check(name, .problem, .notWritable(path: path, what: .keeping, variable: variable))
        }
        var status = stat()
        guard stat(path, &status) == 0 else { return Check(name, .ok, .madeWhenNeeded(path: path)) }
        guard status.st_mode & S_IFMT == S_IFDIR else { return Check(name, .problem, .noFolder(path: path)) }
        let isOpen = status.st_mode & 0o022 != 0
        return isOpen
            ? Check(name, .problem, .othersWrite(path: path)) : Check(name, .ok, because: Reason.words(path))
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
            return Check("log", .note, .nowhere)
        }
        guard Self.canBeMade(path) else {
            return Check("log", .problem, .notWritable(path: path, what: .logging, variable: "XDG_STATE_HOME"))
        }
        return Check("log", .ok, .log(path: path, level: configuration.log.level.rawValue))
    }

    // MARK: - The network

    private var certificates: Check {
        let authorities = configuration.authorities
        guard let file = configuration.profile.flatMap(configuration.caFile(of:)) else {
            return authorities.problem == nil
                ? Check("tls", .ok, .trusts(authorities)) : Check("tls", .problem, .noAuthorities(authorities))
        }
        do throws(PortalError) {
            try CertificateAuthorities.check(file: file)
            return Check(
                "tls", .ok, .trustsToo(file: file, authorities.problem == nil ? authorities : nil))
        } catch {
            return Check("tls", .problem, because: error.why)
        }
    }

    private var proxies: [Check] {
        ConfigurationListing(configuration).proxies.map { variable, address in
            Check("proxy", .ok, .proxy(variable: variable, address: address))
        }
    }
}
