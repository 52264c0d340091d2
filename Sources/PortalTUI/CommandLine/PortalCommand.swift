import ArgumentParser
import Glibc
import PortalModel
import TerminalCanvas

/// Where the program starts and ends.
@main
enum Program {
    static func main() {
        do {
            var command = try PortalCommand.parseAsRoot()
            try command.run()
        } catch {
            let status = exitStatus(for: error)
            // Names what was typed, so it is sanitised like everything else.
            let message = TerminalText(sanitizing: PortalCommand.fullMessage(for: error))
            if !message.isEmpty { (status == 0 ? TerminalWriter.standardOutput : .standardError).write(message) }
            exit(status)
        }
    }

    /// 2 for usage, where ArgumentParser has BSD's 64.
    static func exitStatus(for error: any Error) -> Int32 {
        let code = PortalCommand.exitCode(for: error)
        return code == .validationFailure ? LaunchFailure.usage : code.rawValue
    }
}

/// The program's command line. Synchronous, because the event loop has to have the main thread.
struct PortalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "portal",
        abstract: "Find genomic datasets and ask for access to them, in a terminal.",
        discussion: """
            Without options the portal that was used last opens; at the first start you choose one.
            To try everything without any portal: portal --demo
            """,
        version: Version.current,
        subcommands: [BrowseCommand.self],
        defaultSubcommand: BrowseCommand.self)
}

/// The full-screen program.
struct BrowseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "browse", abstract: "Open the portal on the screen.")

    @OptionGroup var options: BrowseOptions

    func validate() throws {
        if options.demo, options.profile != nil {
            throw ValidationError("--demo and --profile exclude each other: the demo portal is a profile of its own.")
        }
        if options.catalogue != nil, !options.demo {
            throw ValidationError("--catalogue is for the demo portal: add --demo.")
        }
        if options.decisionDelay != nil, !options.demo {
            throw ValidationError("--decision-delay is for the demo portal: add --demo.")
        }
    }

    func run() throws {
        do {
            try Launch(options).run()
        } catch let failure as LaunchFailure {
            TerminalWriter.standardError.write(failure.message)
            throw ExitCode(failure.exitCode)
        }
    }
}

struct BrowseOptions: ParsableArguments {
    @Flag(help: "Use the demo portal that comes with the program; nothing leaves this machine.")
    var demo = false

    @Flag(help: "Keep nothing: drafts, basket and the demo portal's data end with the program.")
    var ephemeral = false

    @Option(help: "Let the demo portal show another catalogue: a file with one JSON object a line.")
    var catalogue: String?

    @Option(name: .long, help: "Seconds until the demo portal's committee decides.")
    var decisionDelay: Double?

    @Option(help: "Use the portal that the configuration calls by this name.")
    var profile: String?

    @Flag(help: "Draw with ASCII characters only.")
    var ascii = false

    @Flag(name: .long, help: "Leave the mouse to the terminal.")
    var noMouse = false

    @Option(
        help: "Show the chosen row as a bar, or with a marker alone, which is faster on slow lines (bar|marker).")
    var selection: SelectionStyle?

    enum SelectionStyle: String, ExpressibleByArgument {
        case bar, marker
    }
}

/// The program's version; `portal-demo` must have the same.
enum Version {
    static let current = "0.1.0"
}
