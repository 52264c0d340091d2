import Glibc
import PortalModel
import PortalStorage
import TerminalBackend
import TerminalCanvas

/// From the command line to the running program: reads the configuration, takes the terminal, runs the loop.
struct Launch {
    let options: BrowseOptions
    let environment: Environment

    init(_ options: BrowseOptions, environment: Environment = .current) {
        self.options = options
        self.environment = environment
    }

    /// Returns when the person has quit; throws when the program cannot start.
    func run() throws {
        let profiles = try configuration()
        let profile = try chosenProfile(in: profiles)
        try checkCatalogue()
        let support = CharacterSupport.fromEnvironment()
        let characters: CharacterSupport = options.ascii ? .ascii : support
        let settings = PortalProgram.Settings(
            profiles: profiles, environment: environment, isEphemeral: options.ephemeral,
            demo: demoSettings, characters: characters, usesMouse: !options.noMouse,
            showsSelectionBar: options.selection.map { $0 == .bar } ?? !environment.isOverSSH)
        let exitCode = try PortalProgram.run(profile: profile, settings: settings)
        guard exitCode == 0 else { exit(exitCode) }
    }

    private func configuration() throws -> Profiles {
        do throws(Profiles.Problem) {
            return try Profiles(directory: environment.configurationDirectory)
        } catch {
            throw LaunchFailure(error.sentence)
        }
    }

    private func chosenProfile(in profiles: Profiles) throws -> Profile? {
        if options.demo { return demoProfile }
        do throws(Profiles.Problem) {
            return try profiles.profile(named: options.profile ?? environment["PORTAL_PROFILE"])
        } catch {
            throw LaunchFailure(error.sentence, exitCode: LaunchFailure.usage)
        }
    }

    /// Another catalogue is another portal: its drafts are not mixed with the demo's.
    private var demoProfile: Profile {
        guard let catalogue = options.catalogue else { return .demo }
        let file = catalogue.split(separator: "/").last.map(String.init) ?? catalogue
        let stem = file.hasSuffix(".jsonl") ? String(file.dropLast(6)) : file
        return Profile(name: "demo-\(stem)", title: "Demo portal · \(stem)", place: .demo)
    }

    /// Before the screen is taken, so that the message is in sight and the shell sees the failure.
    private func checkCatalogue() throws {
        guard let catalogue = options.catalogue else { return }
        guard access(catalogue, R_OK) == 0 else {
            let reason = String(cString: strerror(errno))
            throw LaunchFailure(
                "The catalogue \(catalogue) cannot be read: \(reason). Check the path after --catalogue.")
        }
    }

    private var demoSettings: PortalProgram.DemoSettings {
        PortalProgram.DemoSettings(catalogue: options.catalogue, decisionDelay: options.decisionDelay)
    }
}
