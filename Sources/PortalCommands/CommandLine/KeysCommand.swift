import ArgumentParser
import PortalModel

/// `portal keys`: what the word means to whoever uses the screen, the keys that are pressed, and to whoever gets data, those
/// that it is encrypted for. The first was there before, and is what `portal keys` alone prints.
struct KeysCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Print every key that can be pressed and what it does; make and show Crypt4GH keys.",
        discussion: """
            Without a command behind it, it is portal keys table. All the others are about keys of Crypt4GH, which genomic \
            data is encrypted for.
            """,
        subcommands: [
            KeysTableCommand.self, KeysNewCommand.self, KeysShowCommand.self, KeysListCommand.self,
            KeysPassphraseCommand.self, KeysImportCommand.self,
        ],
        defaultSubcommand: KeysTableCommand.self)
}

/// `portal keys table`: the key table, with the person's own keys, as a page to read or print. `make keys` puts it, without
/// anybody's own, into docs/KEYS.md.
struct KeysTableCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "table", abstract: "Print every key that can be pressed and what it does, as Markdown.",
        discussion: """
            Your own keys stand in config.yaml: keys: {browserList: {addToBasket: [b, Ins]}}. The names are those in code.
            """)

    @Flag(help: "One JSON object a command and place (docs/schemas/keys.json).")
    var json = false

    @Flag(help: "As the program comes, without your own keys.")
    var standard = false

    /// What a command can be done with in one place.
    struct Record: Encodable {
        var context: String
        var place: String
        var command: String
        var title: String
        var help: String
        /// As `keys:` in config.yaml takes them.
        var keys: [String]
    }

    func perform() throws {
        let map = standard ? KeyMap.standard : try Self.own()
        guard json else {
            return try CommandOutput().show(map.markdown)
        }
        let output = CommandOutput(json: true)
        for context in map.contexts {
            for binding in map.bindings where binding.contexts.contains(context) {
                let record = Record(
                    context: context.name, place: context.title, command: binding.command.rawValue,
                    title: binding.title, help: binding.help, keys: binding.keys.map(\.word))
                guard try output.emit(record) else { return }
            }
        }
    }

    private static func own() throws -> KeyMap {
        do throws(Profiles.Problem) {
            return try Profiles(directory: Environment.current.configurationDirectory).screen.keyMap
        } catch {
            throw LaunchFailure(error.said)
        }
    }
}
