import PortalModel
import Yams

/// `keys:` of a configuration: the place, the command and its keys there.
extension ConfigurationFile {
    private struct Written {
        var override: KeyOverride
        /// One for each key, in their order.
        var nodes: [Node]
    }

    /// - Throws: what cannot be a key table, with its line.
    func keys(_ node: Node) throws(Problem) -> [KeyOverride] {
        var written: [Written] = []
        for (name, value) in try mapping(node, nil) {
            let context = try context(name)
            for (command, keys) in try mapping(value, context.name) {
                written.append(try override(of: command, keys, in: context))
            }
        }
        let overrides = written.map(\.override)
        let map = KeyMap.standard.overridden(by: overrides)
        for entry in written {
            for (key, node) in zip(entry.override.keys, entry.nodes) { try checkClaims(of: key, entry, node, map) }
        }
        return overrides
    }

    private func checkClaims(of key: Key, _ entry: Written, _ node: Node, _ map: KeyMap) throws(Problem) {
        let (context, command) = (entry.override.context, entry.override.command)
        let claims = map.claims(of: key, in: context)
        guard let other = claims.first(where: { $0 != command }) else { return }
        throw problem(
            at: node,
            KeySettingsWords.taken(
                key: key.word, by: other.rawValue, context: context.name, not: command.rawValue))
    }

    private func context(_ node: Node) throws(Problem) -> KeyContext {
        let name = try text(node, "keys")
        let contexts = KeyMap.standard.contexts
        if let context = contexts.first(where: { $0.name == name }) { return context }
        let known = contexts.map(\.name)
        let suggestions = Misspelling.suggestions(for: name, among: known)
        throw problem(at: node, KeySettingsWords.noContext(name, suggestions: suggestions, known: known))
    }

    private func override(of node: Node, _ value: Node, in context: KeyContext) throws(Problem) -> Written {
        let name = try text(node, context.name)
        let known = KeyMap.standard.commands(in: context)
        let command = Command(rawValue: name)
        guard known.contains(command) else {
            let names = known.map(\.rawValue)
            let suggestions = Misspelling.suggestions(for: name, among: names)
            throw problem(
                at: node,
                KeySettingsWords.noCommand(name, context: context.name, suggestions: suggestions, known: names))
        }
        let nodes: [Node] =
            if let list = value.sequence { Array(list) } else if value.null != nil { [] } else { [value] }
        var keys: [Key] = []
        for node in nodes {
            let key = try key(node, of: command, in: context)
            guard !keys.contains(key) else {
                throw problem(
                    at: node, KeySettingsWords.twice(key: key.word, command: name, context: context.name))
            }
            keys.append(key)
        }
        return Written(override: KeyOverride(context, command, keys), nodes: nodes)
    }

    private func key(_ node: Node, of command: Command, in context: KeyContext) throws(Problem) -> Key {
        let word = try text(node, command.rawValue)
        guard let key = Key(word: word) else {
            throw problem(at: node, KeySettingsWords.noKey(word, examples: Key.wordExamples))
        }
        guard context.canBind(key) else {
            throw problem(at: node, KeySettingsWords.typedAsText(word, context: context.name))
        }
        return key
    }

    private func mapping(_ node: Node, _ context: String?) throws(Problem) -> [(key: Node, value: Node)] {
        guard case .mapping(let mapping) = node else {
            throw problem(at: node, KeySettingsWords.mapping(context: context))
        }
        return mapping.map { ($0.key, $0.value) }
    }
}
