import PortalModel
import PortalVersion

/// A man page, from the same tables as the help and the keys.
struct ManualPage {
    /// `portal-request-new`.
    package let name: String
    let text: String

    package static func all(of tree: CommandTree) -> [ManualPage] { tree.all.map { ManualPage($0, of: tree) } }

    init(_ command: CommandTree, of tree: CommandTree) {
        name = command.path.joined(separator: "-")
        var page = Troff()
        page.macro("TH", name.uppercased(), "1", PortalVersion.day, "portal \(PortalVersion.current)", "User Commands")
        page.heading("NAME")
        let abstract = command.abstract ?? ""
        page.raw(
            Troff.escaped(name) + " \\- "
                + Troff.escaped(abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract))
        Self.synopsis(of: command, in: &page)
        if let discussion = command.discussion, !discussion.isEmpty {
            page.heading("DESCRIPTION")
            page.text(discussion)
        }
        Self.arguments(of: command, in: &page)
        Self.commands(of: command, in: &page)
        if command == tree {
            ManualSections.keys(in: &page)
            ManualSections.environment(in: &page)
            ManualSections.files(in: &page)
        }
        ManualSections.exitStatus(in: &page)
        Self.seeAlso(command, in: &page)
        text = page.document
    }

    private static func synopsis(of command: CommandTree, in page: inout Troff) {
        page.heading("SYNOPSIS")
        var words = [Troff.bold(command.path.joined(separator: " "))]
        if command.shownArguments.contains(where: { $0.kind != .positional }) { words.append("[\\fIoptions\\fR]") }
        for argument in command.shownArguments where argument.kind == .positional {
            let value = Troff.italic(argument.valueName ?? "value") + (argument.isRepeating ? " ..." : "")
            words.append(argument.isOptional ? "[\(value)]" : value)
        }
        if !command.commands.isEmpty { words.append("[\\fIcommand\\fR]") }
        page.raw(words.joined(separator: " "))
    }

    /// The command's own ones first; those that belong to a group under its name.
    private static func arguments(of command: CommandTree, in page: inout Troff) {
        let own = command.shownArguments.filter { $0.sectionTitle == nil }
        if !own.isEmpty { page.heading("OPTIONS") }
        for argument in own.filter({ $0.kind == .positional }) + own.filter({ $0.kind != .positional }) {
            item(argument, in: &page)
        }
        var titles: [String] = []
        for title in command.shownArguments.compactMap(\.sectionTitle) where !titles.contains(title) {
            titles.append(title)
        }
        for title in titles {
            page.heading(title.uppercased())
            for argument in command.shownArguments where argument.sectionTitle == title { item(argument, in: &page) }
        }
    }

    private static func item(_ argument: CommandTree.Argument, in page: inout Troff) {
        let names = (argument.names ?? []).sorted { $0.text.count < $1.text.count }.map { Troff.bold($0.text) }
        let value = Troff.italic(argument.valueName ?? "value")
        let term =
            switch argument.kind {
            case .positional: value
            case .flag: names.joined(separator: ", ")
            case .option: names.joined(separator: ", ") + " " + value
            }
        var words = argument.abstract ?? ""
        if let standard = argument.defaultValue, argument.kind != .flag { words += " Left out: \(standard)." }
        page.item(term, words)
    }

    private static func commands(of command: CommandTree, in page: inout Troff) {
        guard !command.commands.isEmpty else { return }
        page.heading("COMMANDS")
        for next in command.commands { page.item(Troff.bold(next.path.joined(separator: " ")), next.abstract ?? "") }
    }

    private static func seeAlso(_ command: CommandTree, in page: inout Troff) {
        var pages = command.commands.map(\.path)
        if let above = command.superCommands { pages.append(above) }
        guard !pages.isEmpty else { return }
        page.heading("SEE ALSO")
        let names = pages.map { $0.joined(separator: "-") }.sorted()
        for (index, name) in names.enumerated() {
            page.macro("BR", name, "(1)\(index == names.count - 1 ? "" : ",")")
        }
    }
}
