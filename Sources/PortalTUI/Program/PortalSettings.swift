import Logging
import PortalModel
import PortalServices

/// What a portal is opened with, by the full screen and by commands.
struct PortalSettings: Sendable {
    struct Demo: Sendable {
        var catalogue: String?
        var decisionDelay: Double?
    }

    var configuration: Configuration
    /// Nothing is kept on this machine.
    var isEphemeral: Bool
    /// Nothing can be kept, although nobody asked for that: the person's home directory is not known.
    var isWithoutPlace: Bool
    var demo: Demo
    /// Whether a search is what the screen shows first at its next start.
    var remembersResults = true
    /// For each call; the usual one when nil.
    var timeout: Duration?

    /// Told when a call begins to wait before its next try.
    var onWait: @Sendable (CallWait) -> Void = { _ in }
    /// Told what the person should know although the call goes on.
    var onNote: @Sendable (String) -> Void = { _ in }

    var environment: Environment { configuration.environment }

    init(_ flags: PortalFlags, _ configuration: Configuration) {
        self.configuration = configuration
        isWithoutPlace = !flags.ephemeral && !configuration.environment.hasDataDirectory
        isEphemeral = flags.ephemeral || isWithoutPlace
        demo = Demo(catalogue: flags.catalogue, decisionDelay: flags.decisionDelay)
    }

    /// How calls are made to a profile's services.
    func connectionOptions(for profile: Profile, logger: Logger) -> ConnectionOptions {
        var options = configuration.connectionOptions(for: profile, logger: logger)
        options.onWait = onWait
        options.onNote = onNote
        if let timeout { options.callTimeout = timeout }
        return options
    }
}
