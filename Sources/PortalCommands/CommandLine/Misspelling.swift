/// What somebody may have meant by a word that is not known.
enum Misspelling {
    /// The words among `known` that are nearest to `word`, at most three of them; none when all are far off.
    static func suggestions(for word: String, among known: [String]) -> [String] {
        let word = word.lowercased()
        let measured = known.map { (name: $0, distance: distance(word, $0.lowercased())) }
        // A third of the letters may be wrong: `serch` is near `search`, `cat` is not near `set`.
        let limit = max(1, word.count / 3)
        let begun = measured.filter { word.count > 2 && $0.name.lowercased().hasPrefix(word) }
        let near = measured.filter { $0.distance <= limit }.sorted { $0.distance < $1.distance }
        guard let best = near.first?.distance else { return Array(begun.prefix(3).map(\.name)) }
        return Array(near.filter { $0.distance == best }.prefix(3).map(\.name))
    }

    /// `Did you mean “search”?` with a blank before it, or nothing.
    static func question(_ suggestions: [String]) -> String {
        guard !suggestions.isEmpty else { return "" }
        return " Did you mean " + suggestions.map { "“\($0)”" }.joined(separator: " or ") + "?"
    }

    /// How many letters have to be put in, taken out, changed or swapped with their neighbour (optimal string
    /// alignment).
    static func distance(_ first: String, _ second: String) -> Int {
        let (a, b) = (Array(first), Array(second))
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var rows = [Array(0...b.count)]
        for i in 1...a.count {
            var row = [i]
            for j in 1...b.count {
                let change = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                var best = min(rows[i - 1][j] + 1, row[j - 1] + 1, change)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, rows[i - 2][j - 2] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}

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

    package var sentence: String {
        let place = before.joined(separator: " ")
        return "“\(word)” is no command of \(place).\(Misspelling.question(suggestions)) \(place) --help lists all."
    }
}
