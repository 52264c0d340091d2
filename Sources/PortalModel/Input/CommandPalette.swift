/// Commands by what they are called: of all places, since whoever looks for one does not know where it belongs.
extension KeyMap {
    /// Those that match what was typed, for the screen below the palette: what can be done now first, then what has a
    /// reason why not.
    public func palette(for state: AppState, find: String) -> [HelpLine] {
        // Moving about is what keys are for; the palette lists what has a name worth typing.
        let here = help(for: state).filter { !$0.command.isMovement }
        let lines = here + elsewhere(besides: Set(here.map(\.command)))
        let words = find.lowercased().split(separator: " ").map(String.init)
        let recent = state.recentCommands
        let found = lines.enumerated().compactMap { place, line -> (line: HelpLine, rank: [Int])? in
            var score = 0
            for word in words {
                guard let distance = line.distance(to: word) else { return nil }
                score += distance
            }
            let age = recent.firstIndex(of: line.command) ?? recent.count
            return (line, [line.reason == nil ? 0 : 1, score, age, place])
        }
        return found.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.line)
    }

    /// What belongs to other places, with the one where it can be done.
    private func elsewhere(besides known: Set<Command>) -> [HelpLine] {
        var seen = known
        return bindings.compactMap { binding in
            guard !binding.command.isMovement, !binding.command.isOfEveryPlace, seen.insert(binding.command).inserted,
                let place = binding.contexts.first
            else { return nil }
            return HelpLine(
                command: binding.command, keys: binding.keys.map(\.name).joined(separator: " "), title: binding.title,
                help: binding.help, reason: .general(.belongsTo(place: place)), group: .everywhere,
                synonyms: synonyms(of: binding.command))
        }
    }
}

extension AppState {
    /// The newest first, each once.
    mutating func remember(_ command: Command) {
        recentCommands.removeAll { $0 == command }
        recentCommands.insert(command, at: 0)
        if recentCommands.count > 20 { recentCommands.removeLast() }
    }
}

extension HelpLine {
    /// How far a word is from what the line says; nil where it is not in it at all.
    fileprivate func distance(to word: String) -> Int? {
        let title = title.lowercased()
        let names = [title] + synonyms
        if names.contains(where: { $0.hasPrefix(word) }) { return 0 }
        if names.contains(where: { $0.split(separator: " ").contains { $0.hasPrefix(word) } }) { return 1 }
        if keys.split(separator: " ").contains(where: { $0.lowercased() == word }) { return 1 }
        let help = help.lowercased()
        if help.split(separator: " ").contains(where: { $0.hasPrefix(word) }) { return 2 }
        if names.contains(where: { $0.contains(word) }) || help.contains(word) { return 3 }
        if command.rawValue.lowercased().contains(word) { return 4 }
        // Letters in their order, as in “sbmt”: not for two of them, which are in everything.
        guard word.count >= 3 else { return nil }
        return names.contains { Self.holds(word, inOrder: $0) } ? 5 : nil
    }

    private static func holds(_ word: String, inOrder name: String) -> Bool {
        var rest = word[...]
        for character in name where character == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}

extension Command {
    /// What keys are for, rather than names.
    fileprivate var isMovement: Bool { Movement(self) != nil || Self.movements.contains(self) }
    /// What means another thing at each place says nothing of its own.
    fileprivate var isOfEveryPlace: Bool { Self.ofEveryPlace.contains(self) }

    private static let movements: Set<Command> = [.next, .previous, .choose, .affirm, .showPalette]
    private static let ofEveryPlace: Set<Command> = [
        .goBack, .choose, .open, .retry, .refresh, .nextTab, .previousTab, .cancel,
    ]
}
