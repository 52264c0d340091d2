import PortalModel

/// The key table in German, by what stands in the English one: whoever changes it there is told by a test.
///
/// It is put into German once, when the program starts, so that footer, help and palette find nothing else, and search
/// in it.
enum GermanCommands {
    static func title(_ binding: CommandSpec) -> String? {
        binding.command == .markAllRead ? "gelesen" : titles[binding.title]
    }

    static func help(_ binding: CommandSpec) -> String? { helps[binding.help] ?? furtherHelps[binding.help] }
}

extension KeyMap {
    /// The same keys with their titles and sentences in a language; what it lacks stays in English.
    public func translated(into language: Language) -> KeyMap {
        switch language {
        case .english: return self
        case .german:
            return KeyMap(
                bindings.map { binding in
                    var german = binding
                    german.title = GermanCommands.title(binding) ?? binding.title
                    german.help = GermanCommands.help(binding) ?? binding.help
                    return german
                })
        }
    }
}
