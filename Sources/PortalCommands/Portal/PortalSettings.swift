import ArgumentParser
import Logging
import PortalModel
import PortalServices

/// What a portal is opened with, by the full screen and by commands.
package struct PortalSettings: Sendable {
    package struct Demo: Sendable {
        package var catalogue: String?
        var decisionDelay: Double?
    }

    package var configuration: Configuration
    /// Nothing is kept on this machine.
    package var isEphemeral: Bool
    /// Nothing can be kept, although nobody asked for that: the person's home directory is not known.
    var isWithoutPlace: Bool
    package var demo: Demo
    /// Whether a search is what the screen shows first at its next start.
    var remembersResults = true
    /// For each call; the usual one when nil.
    var timeout: Duration?
    /// When calls are made again; as usual when nil.
    var retry: RetryPolicy?

    /// Counts what the program does with it.
    package let meter: UsageMeter
    /// Told when a call begins to wait before its next try.
    var onWait: @Sendable (CallWait) -> Void = { _ in }
    /// Told what the person should know although the call goes on.
    var onNote: @Sendable (Reason) -> Void = { _ in }

    package var environment: Environment { configuration.environment }

    /// What becomes of private values on the disk.
    var seal: PrivateSeal { isEphemeral ? .none : PrivateLock.of(environment).seal }

    /// Opens the lock, where there is one, by what is at hand or by asking; before the screen.
    package func unlock() throws(CommandFailure) {
        if !isEphemeral { try Unlocking.beforePortal(environment) }
    }

    /// The same for who has no other place to say why it stays closed.
    ///
    /// - Returns: the exit status where what was given to open it does not, which has been said then.
    package func unlockOrTell() -> Int32? {
        do throws(CommandFailure) { try unlock() } catch {
            CommandOutput().note(error)
            return error.status.rawValue
        }
        return nil
    }

    package init(_ flags: PortalFlags, _ configuration: Configuration) {
        self.configuration = configuration
        isWithoutPlace = !flags.ephemeral && !configuration.environment.hasDataDirectory
        isEphemeral = flags.ephemeral || isWithoutPlace
        let counts = configuration.profiles.counts && !isEphemeral
        meter = counts ? UsageMeter(in: configuration.environment.stateDirectory) : .none
        demo = Demo(catalogue: flags.catalogue, decisionDelay: flags.decisionDelay)
    }

    /// As a command has them that names no portal.
    ///
    /// - Throws: `LaunchFailure` for a configuration that is wrong in itself.
    init(environment: Environment = .current) throws {
        let flags = try PortalFlags.parse([])
        self.init(flags, try Configuration(flags, environment: environment))
    }

    /// How calls are made to a profile's services.
    func connectionOptions(for profile: Profile, logger: Logger) -> ConnectionOptions {
        var options = configuration.connectionOptions(for: profile, logger: logger)
        options.onWait = onWait
        options.onNote = onNote
        options.onCall = { [meter] in meter.count($0) }
        if let timeout { options.callTimeout = timeout }
        if let retry { options.retry = retry }
        return options
    }

    /// For another portal than the one that the environment's keys and tokens were meant for.
    var withoutSecrets: PortalSettings {
        var settings = self
        settings.configuration = configuration.withoutSecrets
        return settings
    }

    /// Keys and tokens of the environment are for one portal: the one that the program was started with.
    ///
    /// - Parameter owner: that one; nil where there is none, and then nobody gets them.
    package func withSecrets(of owner: Profile?, for profile: Profile) -> PortalSettings {
        guard let owner, profile.goesWhere(owner) else { return withoutSecrets }
        return self
    }
}
