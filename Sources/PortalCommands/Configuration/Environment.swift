import Foundation
import PortalStorage

/// What the process was started with that matters here.
package struct Environment: Sendable {
    var variables: [String: String]

    /// Read once, when the program starts.
    package static let current = takingSecrets()

    /// What gives its holder somebody's access.
    static let secrets = ["PORTAL_TOKEN", "PORTAL_CLIENT_SECRET", "PORTAL_REMS_KEY", "PORTAL_CKAN_TOKEN"]

    /// What is meant for one portal alone: the secrets, and in whose name they are used.
    static let ofOnePortal = secrets + ["PORTAL_REMS_USER"]

    /// The process's variables, of which the secrets are then taken out: children, such as the user's editor with all
    /// its extensions, have no use for them.
    static func takingSecrets() -> Environment {
        let environment = Environment(variables: ProcessInfo.processInfo.environment)
        for name in secrets { unsetenv(name) }
        return environment
    }

    package subscript(name: String) -> String? {
        guard let value = variables[name], !value.isEmpty else { return nil }
        return value
    }

    /// A connection from elsewhere: bytes are dear.
    package var isOverSSH: Bool { self["SSH_CONNECTION"] != nil || self["SSH_TTY"] != nil }

    /// A browser could open here.
    var hasDisplay: Bool { self["DISPLAY"] != nil || self["WAYLAND_DISPLAY"] != nil }

    /// The languages that the screens and labels are wanted in, best first, from the locale (`de_DE.UTF-8` → `de`)
    /// and, as gettext has it, from the list in `LANGUAGE` before it unless the locale is `C`. The locale need not be
    /// installed.
    package var languages: [String] {
        let locale = self["LC_ALL"] ?? self["LC_MESSAGES"] ?? self["LANG"] ?? "C"
        guard let language = Self.language(locale) else { return ["en"] }
        let listed = self["LANGUAGE"]?.split(separator: ":").compactMap { Self.language(String($0)) } ?? []
        var wanted: [String] = []
        for language in listed + [language, "en"] where !wanted.contains(language) { wanted.append(language) }
        return wanted
    }

    /// The two letters that a locale's name begins with; nil for `C` and `POSIX`.
    private static func language(_ locale: String) -> String? {
        let language = locale.prefix { $0.isLetter }
        return language.count == 2 ? language.lowercased() : nil
    }

    /// Absolute path of a directory of the XDG Base Directory Specification; relative values are ignored by its rule.
    func directory(_ variable: String, default fallback: String) -> String {
        if let path = self[variable], path.hasPrefix("/") { return path }
        return (home ?? HomeDirectory.nowhere) + "/" + fallback
    }

    /// The person's home directory; nil where neither `HOME` nor the machine's list of users tells.
    var home: String? { HomeDirectory.path(environment: variables) }

    /// Whether there is a place for what must not be lost.
    var hasDataDirectory: Bool { home != nil || self["XDG_DATA_HOME"]?.hasPrefix("/") == true }

    package var configurationDirectory: String { directory("XDG_CONFIG_HOME", default: ".config") + "/portal" }
    var dataDirectory: String { directory("XDG_DATA_HOME", default: ".local/share") + "/portal" }
    package var stateDirectory: String { directory("XDG_STATE_HOME", default: ".local/state") + "/portal" }
}
