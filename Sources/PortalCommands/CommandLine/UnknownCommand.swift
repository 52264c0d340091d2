import PortalModel

/// The word of a command line that should name a command and names none.
package struct UnknownCommand: Equatable {
    /// What stands before it: `portal request`.
    var before: [String]
    var word: String
    var suggestions: [String]

    /// - Parameter arguments: the command line without the program's name.
    /// - Returns: nil when every word that has to name a command does.
    package init?(in arguments: [String], of tree: CommandTree) {
        var command = tree
        var isValue = false
        for argument in arguments {
            if isValue {
                isValue = false
            } else if argument == "--" {
                return nil
            } else if argument.hasPrefix("-") {
                isValue = command.argument(named: argument)?.kind == .option
            } else if command.subcommands?.isEmpty != false {
                // What follows is the command's own affair.
                return nil
            } else if argument == "help" {
                continue
            } else if let next = command.command(named: argument) {
                command = next
            } else {
                self.init(argument, below: command, in: tree)
                return
            }
        }
        return nil
    }

    private init(_ word: String, below command: CommandTree, in tree: CommandTree) {
        before = command.path
        self.word = word
        let here = Misspelling.suggestions(for: word, among: command.commands.map(\.commandName))
        // `portal submit` is a command, though of `portal request`.
        let elsewhere = tree.all.filter { $0.commandName == word }
        suggestions = (elsewhere.isEmpty ? here.map { command.path + [$0] } : elsewhere.map(\.path))
            .map { $0.joined(separator: " ") }
    }

    /// That it names none, and what may be meant.
    package var words: LaunchWords {
        .unknownCommand(word: word, of: before.joined(separator: " "), suggestions: suggestions)
    }
}
