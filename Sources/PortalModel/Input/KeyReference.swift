extension KeyMap {
    /// The key table as a page of Markdown, one table a context: docs/KEYS.md.
    public var markdown: String {
        var lines = [
            "# Keys", "",
            "Written from the key table (`KeyMap.standard`) by `make keys`; a test compares "
                + "the two.",
            "`^X` is Control with X, `M-x` is Alt with x, `S-Tab` is Shift-Tab, `Bksp` is Backspace, `↵` is Enter.",
            "In the program `?` (or F1 while a text is typed) shows what can be done at that place, and `:` finds a "
                + "command by name.",
            "The names in code beside a heading and in the last column are those that `keys:` in config.yaml takes; "
                + "`portal keys` prints this page with your own keys, `portal keys --json` for a program.",
        ]
        for context in contexts {
            let rows = bindings.filter { $0.contexts.contains(context) }
            guard !rows.isEmpty else { continue }
            lines += [
                "", "## \(context.title) (`\(context.name)`)", "", "| Keys | Command | What it does | Name |",
                "|---|---|---|---|",
            ]
            lines += rows.map(\.markdownRow)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension CommandSpec {
    fileprivate var markdownRow: String {
        let keys = keys.map { "`\($0.name.escapedForTable)`" }.joined(separator: " ")
        let help = isDestructive ? "\(help) Asks first." : help
        return "| \(keys) | \(title.escapedForTable) | \(help.escapedForTable) | `\(command.rawValue)` |"
    }
}

extension String {
    /// A bar would end the cell.
    fileprivate var escapedForTable: String {
        split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
