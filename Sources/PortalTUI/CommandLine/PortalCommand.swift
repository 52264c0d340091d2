import ArgumentParser
import Glibc
import PortalModel
import PortalVersion
import TerminalCanvas

/// Where the program starts and ends.
@main
enum Program {
    static func main() {
        keepMemoryPrivate()
        if let problem = GivenWords.problem(in: CommandLine.unsafeArgv, count: CommandLine.argc) {
            TerminalWriter.standardError.write(TerminalText(sanitizing: "portal: \(problem)"))
            exit(LaunchFailure.usage)
        }
        do {
            var command = try PortalCommand.parseAsRoot()
            try command.run()
        } catch {
            let status = exitStatus(for: error)
            // Names what was typed, so it is sanitised like everything else.
            let message = TerminalText(sanitizing: words(for: error, status))
            guard !message.isEmpty else { exit(status) }
            let outcome = (status == 0 ? TerminalWriter.standardOutput : .standardError).write(message)
            // A full disk; a reader that has gone has what it wanted.
            if status == 0, case .failed = outcome { exit(LaunchFailure.failed) }
            exit(status)
        }
    }

    /// What ArgumentParser says, in our order; of a word that should be a command, which one may be meant.
    private static func words(for error: any Error, _ status: Int32) -> String {
        let text = PortalCommand.fullMessage(for: error)
        if status == 0 { return text.hasPrefix("OVERVIEW:") ? HelpLayout.arranged(text) : text }
        guard status == LaunchFailure.usage, let tree = CommandTree.portal,
            let unknown = UnknownCommand(in: Array(CommandLine.arguments.dropFirst()), of: tree)
        else { return text }
        return "portal: \(unknown.sentence)"
    }

    /// A core dump would hold answers and tokens, often in a folder that others can read.
    private static func keepMemoryPrivate() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = 0
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    }

    /// 2 for usage, where ArgumentParser has BSD's 64.
    static func exitStatus(for error: any Error) -> Int32 {
        let code = PortalCommand.exitCode(for: error)
        return code == .validationFailure ? LaunchFailure.usage : code.rawValue
    }
}

/// The program's command line. Synchronous, because the event loop has to have the main thread.
///
/// Without a subcommand it opens the full screen.
struct PortalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "portal",
        abstract: "Find genomic datasets and ask for access to them, in a terminal.",
        usage: """
            portal [<options>]
            portal <subcommand>
            """,
        discussion: """
            Opens the portal that the configuration names as the default, else the one that was set up last. At the \
            first start you choose one on the screen. To try everything without any portal: portal --demo

            Portals are configured in config.yaml in $XDG_CONFIG_HOME/portal, by default ~/.config/portal. \
            PORTAL_PROFILE stands for --profile, PORTAL_DISCOVERY for --discovery and so on, PORTAL_TOKEN signs you in, \
            NO_COLOR leaves colours out, NO_MOTION what moves by itself, and VISUAL or EDITOR is what long answers are \
            edited with.

            Exit status: 0 done, 1 failed, 2 wrong command line, 3 not found, 4 not signed in or not allowed, 5 network \
            or service, 6 something missing or wrong in a request, 128 and the signal's number when a signal ended it.
            """,
        version: PortalVersion.description(of: "portal"),
        subcommands: [ManualCommand.self],
        groupedSubcommands: [
            CommandGroup(
                name: "Dataset",
                subcommands: [SearchCommand.self, ShowCommand.self, FiltersCommand.self, FrequencyCommand.self]),
            CommandGroup(
                name: "Request",
                subcommands: [BasketCommand.self, RequestCommand.self, RequestsCommand.self, EntitlementsCommand.self]),
            CommandGroup(
                name: "Account",
                subcommands: [LoginCommand.self, LogoutCommand.self, AuthCommand.self, ProfileCommand.self]),
            CommandGroup(
                name: "Set-up",
                subcommands: [
                    ProfilesCommand.self, HealthCommand.self, ConfigCommand.self, CacheCommand.self,
                    DoctorCommand.self, KeysCommand.self, CompletionsCommand.self,
                ]),
        ])

    @OptionGroup(title: "Which portal") var portal: PortalFlags
    @OptionGroup(title: "The full screen") var options: BrowseOptions

    func run() throws {
        do {
            try Launch(portal, options).run()
        } catch let failure as LaunchFailure {
            TerminalWriter.standardError.write("portal: \(failure.message)")
            throw ExitCode(failure.exitCode)
        }
    }
}

struct BrowseOptions: ParsableArguments {
    @Flag(help: "Draw with ASCII characters only.")
    var ascii = false

    @Flag(help: "Leave the mouse to the terminal.")
    var noMouse = false

    @Option(
        help: ArgumentHelp(
            "Colours for a dark or a light background, or none. Left out: as config.yaml says, else the terminal is asked.",
            valueName: "theme"))
    var theme: ScreenSettings.ThemeChoice?

    @Option(
        help: ArgumentHelp(
            "Show the chosen row as a bar, or with a marker alone for slow lines. Left out: a bar, over SSH a marker.",
            valueName: "style"))
    var selection: SelectionStyle?

    enum SelectionStyle: String, ExpressibleByArgument, CaseIterable {
        case bar, marker
    }
}

extension ScreenSettings.ThemeChoice: ExpressibleByArgument {}
