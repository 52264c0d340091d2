import ArgumentParser
import Foundation

/// The command line as data: what the help, the man pages and the search for a misspelt word are made from.
///
/// ArgumentParser writes it as JSON (`--experimental-dump-help`); only what is used here is read.
package struct CommandTree: Decodable, Equatable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var superCommands: [String]?
    var subcommands: [CommandTree]?
    var arguments: [Argument]?
    var shouldDisplay: Bool?

    struct Argument: Decodable, Equatable {
        enum Kind: String, Decodable { case positional, option, flag }

        struct Name: Decodable, Equatable {
            var kind: String
            var name: String

            /// As it is typed.
            var text: String { (kind == "long" ? "--" : "-") + name }
        }

        var kind: Kind
        var shouldDisplay: Bool
        var sectionTitle: String?
        var isOptional: Bool
        var isRepeating: Bool
        var names: [Name]?
        var valueName: String?
        var defaultValue: String?
        var abstract: String?
    }

    private struct Dump: Decodable { var command: CommandTree }

    /// Everything that `portal` takes.
    package static var portal: CommandTree? {
        try? JSONDecoder().decode(Dump.self, from: Data(PortalCommand._dumpHelp().utf8)).command
    }

    /// The commands below it that people are shown; `help` is ArgumentParser's own.
    var commands: [CommandTree] {
        (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
    }

    /// What it takes and people are shown; `--version` belongs to the program.
    var shownArguments: [Argument] {
        (arguments ?? []).filter { argument in
            argument.shouldDisplay
                && (superCommands == nil || argument.names?.contains { $0.text == "--version" } != true)
        }
    }

    /// Its words on a command line: `portal request new`.
    var path: [String] { (superCommands ?? []) + [commandName] }

    /// Itself and all below it.
    package var all: [CommandTree] { [self] + commands.flatMap(\.all) }

    func command(named name: String) -> CommandTree? {
        subcommands?.first { $0.commandName == name }
    }

    func argument(named name: String) -> Argument? {
        arguments?.first { $0.names?.contains { $0.text == name } == true }
    }
}
