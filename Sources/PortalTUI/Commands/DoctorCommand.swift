import ArgumentParser
import Foundation
import Glibc
import PortalModel
import PortalStorage
import TerminalBackend
import TerminalCanvas

/// `portal doctor`: what this program finds here, for when something does not work.
struct DoctorCommand: PortalSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check the terminal, the directories, the network and the portal.")

    @OptionGroup(title: "Which portal") var portal: PortalFlags

    @Flag(help: "One JSON object a check (docs/schemas/doctor.json).")
    var json = false

    struct Check: Encodable {
        var name: String
        /// `ok`, `note` or `problem`.
        var state: String
        var detail: String
    }

    func perform() async throws {
        let configuration = try Configuration(portal)
        var checks = Self.terminal(configuration.environment) + Self.directories(configuration.environment)
        checks.append(Self.certificates(configuration))
        if configuration.profile == nil {
            checks.append(Check(name: "portal", state: "note", detail: "none is configured"))
        } else {
            checks += await services()
        }
        try CommandOutput(json: json).emit(
            checks, as: ["CHECK", "STATE", "DETAIL"], none: "", row: { [$0.name, $0.state, $0.detail] })
        if checks.contains(where: { $0.state == "problem" }) { throw CommandFailure("", .failed) }
    }

    private static func terminal(_ environment: Environment) -> [Check] {
        let name = environment["TERM"] ?? "not set"
        let isUTF8 = CharacterSupport.fromEnvironment() != .ascii
        let locale = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? "not set"
        let colours =
            environment["NO_COLOR"] != nil ? "off by NO_COLOR" : environment["COLORTERM"] ?? "as \(name) has them"
        let clipboard =
            environment["TMUX"] != nil
            ? "through tmux: needs set-clipboard on" : "OSC 52, if the terminal allows it"
        return [
            Check(name: "terminal", state: name == "not set" || name == "dumb" ? "note" : "ok", detail: name),
            Check(
                name: "locale", state: isUTF8 ? "ok" : "note",
                detail: isUTF8 ? locale : "\(locale): not UTF-8, drawn with ASCII"),
            Check(name: "colours", state: "ok", detail: colours),
            Check(name: "clipboard", state: "ok", detail: clipboard),
        ]
    }

    private static func directories(_ environment: Environment) -> [Check] {
        let storage = StorageDirectories.standard(environment: environment.variables)
        let all = [
            ("configuration", environment.configurationDirectory), ("data", storage.data), ("cache", storage.cache),
            ("state", environment.stateDirectory),
        ]
        return all.map { name, path in
            var nearest = path
            while access(nearest, F_OK) != 0, nearest != "/" {
                nearest = (nearest as NSString).deletingLastPathComponent
            }
            guard access(nearest, W_OK) == 0 else {
                return Check(name: name, state: "problem", detail: "\(path): cannot be written")
            }
            var status = stat()
            let isOpen = stat(path, &status) == 0 && status.st_mode & 0o022 != 0
            return Check(
                name: name, state: isOpen ? "problem" : "ok",
                detail: isOpen ? "\(path): others can write there; chmod go-w it" : path)
        }
    }

    private static func certificates(_ configuration: Configuration) -> Check {
        let places = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"]
        if let file = configuration.profile?.caFile {
            let isThere = access(file, R_OK) == 0
            return Check(name: "tls", state: isThere ? "ok" : "problem", detail: "\(file) and the machine's own")
        }
        guard let found = places.first(where: { access($0, R_OK) == 0 }) else {
            return Check(name: "tls", state: "problem", detail: "no certificate authorities: install ca-certificates")
        }
        return Check(name: "tls", state: "ok", detail: found)
    }

    private func services() async -> [Check] {
        do {
            return try await CommandPortal.with(portal, timeout: .seconds(5)) { portal in
                await portal.findings().map { finding in
                    let words = [finding.place.address, finding.detail, "\(finding.milliseconds) ms"].compactMap(\.self)
                    return Check(
                        name: finding.place.service.rawValue, state: finding.state == .healthy ? "ok" : "problem",
                        detail: "\(finding.state.rawValue): \(words.joined(separator: ", "))")
                }
            }
        } catch let failure as LaunchFailure {
            return [Check(name: "portal", state: "problem", detail: failure.message.plain)]
        } catch {
            return [Check(name: "portal", state: "problem", detail: (error as? CommandFailure)?.words ?? "\(error)")]
        }
    }
}
