/// What is wrong with `keys:` of the configuration. Contexts and commands go by their names there.
enum KeySettingsWords {
    case taken(key: String, by: String, context: String, not: String)
    case noContext(String, suggestions: [String], known: [String])
    case noCommand(String, context: String, suggestions: [String], known: [String])
    case twice(key: String, command: String, context: String)
    case noKey(String, examples: String)
    case typedAsText(String, context: String)
    /// - context: nil where it is the whole of `keys:`.
    case mapping(context: String?)
}
