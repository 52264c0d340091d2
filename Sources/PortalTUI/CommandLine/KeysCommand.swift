import ArgumentParser
import PortalModel
import TerminalCanvas

/// `portal keys`: the key table as a page to read or print. `make keys` puts it into docs/KEYS.md.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Print every key and what it does, as Markdown.")

    func run() {
        TerminalWriter.standardOutput.write(TerminalText(sanitizing: KeyMap.standard.markdown))
    }
}
