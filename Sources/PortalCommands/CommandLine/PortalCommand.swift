import ArgumentParser
import PortalModel
import PortalVersion

/// The program's command line. Synchronous, because the event loop has to have the main thread.
///
/// Without a subcommand the full screen is opened, which is not for this module to do.
package struct PortalCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
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
            or service, 6 something missing or wrong in a request, 7 nothing new in a saved search, 8 something has changed, 9 a wrong checksum, 128 and the signal's \
            number when a signal ended it.
            """,
        version: PortalVersion.description(of: "portal"),
        subcommands: [ManualCommand.self],
        groupedSubcommands: [
            CommandGroup(
                name: "Dataset",
                subcommands: [
                    SearchCommand.self, SearchesCommand.self, ShowCommand.self, FiltersCommand.self,
                    FrequencyCommand.self, CompareCommand.self, ExportCommand.self, MirrorCommand.self,
                    NewsCommand.self,
                ]),
            CommandGroup(name: "Data", subcommands: [DataCommand.self]),
            CommandGroup(
                name: "Request",
                subcommands: [
                    BasketCommand.self, RequestCommand.self, RequestsCommand.self, EntitlementsCommand.self,
                    PassportCommand.self,
                ]),
            CommandGroup(
                name: "Account",
                subcommands: [LoginCommand.self, LogoutCommand.self, AuthCommand.self, ProfileCommand.self]),
            CommandGroup(
                name: "Set-up",
                subcommands: [
                    ProfilesCommand.self, HealthCommand.self, ConfigCommand.self, CacheCommand.self,
                    DoctorCommand.self, KeysCommand.self, LockCommand.self, StatsCommand.self, CompletionsCommand.self,
                ]),
        ])

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup(title: "The full screen") package var options: BrowseOptions

    package init() {}
}

/// How the full screen is shown.
package struct BrowseOptions: ParsableArguments {
    @Flag(help: "Draw with ASCII characters only.")
    package var ascii = false

    @Flag(help: "Leave the mouse to the terminal.")
    package var noMouse = false

    @Option(
        help: ArgumentHelp(
            "Colours for a dark or a light background, or none. Left out: as config.yaml says, else the terminal is asked.",
            valueName: "theme"))
    package var theme: ScreenSettings.ThemeChoice?

    @Option(
        help: ArgumentHelp(
            "Show the chosen row as a bar, or with a marker alone for slow lines. Left out: a bar, over SSH a marker.",
            valueName: "style"))
    package var selection: SelectionStyle?

    package init() {}

    package enum SelectionStyle: String, ExpressibleByArgument, CaseIterable {
        case bar, marker
    }
}

extension ScreenSettings.ThemeChoice: ExpressibleByArgument {}
