/// The help that ArgumentParser writes, in the order in which people look: what the command itself takes comes before
/// what all commands take, and groups of commands have headings of their own.
package enum HelpLayout {
    /// What every command takes; last, because it is seldom what somebody looks for.
    private static let common = "WHICH PORTAL:"

    package static func arranged(_ text: String) -> String {
        var sections = Self.sections(of: text)
        guard let place = sections.firstIndex(where: { $0.first == common }) else {
            return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n")
        }
        let portal = sections.remove(at: place)
        let last = sections.lastIndex { $0.first.map(isOptions) == true }
        // A command group lists commands last: they are what its help is asked for.
        let commands = sections.lastIndex { $0.first.map(isCommands) == true }
        sections.insert(portal, at: max(last ?? -1, commands ?? -1) + 1)
        return joined(sections)
    }

    private static func isOptions(_ heading: String) -> Bool { heading == "OPTIONS:" }
    private static func isCommands(_ heading: String) -> Bool { heading.hasSuffix("COMMANDS:") }

    /// A heading is a line of capitals at the margin that ends with a colon.
    private static func isHeading(_ line: Substring) -> Bool {
        line.hasSuffix(":") && !line.hasPrefix(" ") && line.dropLast().allSatisfy { $0.isUppercase || $0 == " " }
            && line.count > 1
    }

    /// Each with its heading and the empty line behind it.
    private static func sections(of text: String) -> [[String]] {
        var sections: [[String]] = [[]]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            // What points to further help stands by itself at the end.
            if isHeading(line) || line.hasPrefix("  See '") { sections.append([]) }
            sections[sections.count - 1].append(heading(String(line)))
        }
        return sections
    }

    private static func heading(_ line: String) -> String {
        if line == "SUBCOMMANDS:" { return "COMMANDS:" }
        return line.hasSuffix(" SUBCOMMANDS:") ? line.replacing(" SUBCOMMANDS:", with: " COMMANDS:") : line
    }

    private static func joined(_ sections: [[String]]) -> String {
        sections.map { lines in
            var lines = lines
            while lines.last?.isEmpty == true { lines.removeLast() }
            return lines.joined(separator: "\n")
        }.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }
}
