import Glibc
import PortalCommands
import PortalModel
import PortalStorage
import TerminalBackend
import TerminalCanvas

/// From the command line to the running program: reads the configuration, takes the terminal, runs the loop.
struct Launch {
    let flags: PortalFlags
    let options: BrowseOptions
    let environment: Environment

    init(_ flags: PortalFlags, _ options: BrowseOptions, environment: Environment = .current) {
        self.flags = flags
        self.options = options
        self.environment = environment
    }

    /// Returns when the person has quit; throws when the program cannot start.
    func run() throws {
        try OpenFileLimit.check()
        try ThreadLimit.check()
        let configuration = try Configuration(flags, environment: environment)
        configuration.tellLeftOut()
        try checkCatalogue()
        let locale = LocaleChoice.make()
        var screen = configuration.profiles.screen
        screen.theme = options.theme ?? screen.theme
        if configuration.environment["NO_MOTION"] != nil { screen.hasMotion = false }
        let settings = PortalProgram.Settings(
            portal: PortalSettings(flags, configuration), characters: options.ascii ? .ascii : locale.support,
            locale: locale, screen: screen, usesMouse: !options.noMouse,
            showsSelectionBar: options.selection.map { $0 == .bar } ?? !configuration.environment.isOverSSH)
        let exitCode = try PortalProgram.run(profile: configuration.profile, settings: settings)
        guard exitCode == 0 else { exit(exitCode) }
    }

    /// Before the screen is taken, so that the message is in sight and the shell sees the failure.
    private func checkCatalogue() throws {
        guard let catalogue = flags.catalogue else { return }
        guard access(catalogue, R_OK) == 0 else {
            let reason = String(cString: strerror(errno))
            throw LaunchFailure(LaunchWords.catalogueUnreadable(path: catalogue, words: reason))
        }
    }
}
