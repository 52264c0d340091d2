import Yams

/// How the person, who may look elsewhere, is told that a request has changed: `notify:` of the configuration.
package struct NotifySettings: Equatable, Sendable {
    /// What reaches the terminal.
    package enum Way: String, CaseIterable, Sendable {
        case off
        /// BEL, which every terminal knows and tmux marks the window by.
        case bell
        /// `ESC ] 9 ; text`: iTerm2, WezTerm, Ghostty.
        case osc9
        /// `ESC ] 777 ; notify ; title ; text`: foot, urxvt, WezTerm, Ghostty.
        case osc777
    }

    package var way = Way.off
    /// What is sent is wrapped so that tmux hands it on (`allow-passthrough`).
    package var passesTmux = false
    /// A program and its arguments, which gets each change as JSON; empty for none.
    package var hook: [String] = []

    package init() {}

    /// A way alone, or `{by: …, tmux: …, hook: …}`.
    init(_ node: Node, in file: ConfigurationFile) throws(Profiles.Problem) {
        if node.scalar != nil {
            way = try Self.way(node, "notify", in: file)
            return
        }
        for (key, value) in try file.entries(of: node, .named("notify"), allowed: ["by", "tmux", "hook"]) {
            switch key {
            case "by": way = try Self.way(value, key, in: file)
            case "tmux": passesTmux = try file.flag(value, key)
            default: hook = try Self.command(value, key, in: file)
            }
        }
    }

    private static func way(
        _ node: Node, _ key: String, in file: ConfigurationFile
    ) throws(Profiles.Problem) -> Way {
        // To YAML `off` is a flag.
        node.bool == false ? .off : try file.choice(Way.self, node, key)
    }

    /// A program alone, or a list: nothing of it is read by a shell.
    private static func command(
        _ node: Node, _ key: String, in file: ConfigurationFile
    ) throws(Profiles.Problem) -> [String] {
        guard case .sequence(let words) = node else { return [try file.text(node, key)] }
        guard !words.isEmpty else { throw file.problem(at: node, ConfigurationWords.noProgram(key)) }
        var command: [String] = []
        for word in words { command.append(try file.text(word, key)) }
        return command
    }
}
