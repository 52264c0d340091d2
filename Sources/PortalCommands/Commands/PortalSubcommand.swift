import ArgumentParser
import Foundation
import PortalModel
import PortalServices
import PortalStorage
import PortalViews
import TerminalCanvas

/// A command that ends by itself. Runs beside the main thread, which waits.
protocol PortalSubcommand: ParsableCommand, Sendable {
    func perform() async throws
}

extension PortalSubcommand {
    package func run() throws {
        TerminalWriter.outlivePipes()
        do {
            try OpenFileLimit.check()
            try ThreadLimit.check()
        } catch { try Self.end(with: error) }
        let outcome = CommandOutcome()
        Task.detached {
            let result: Result<Void, any Error>
            do { result = .success(try await perform()) } catch { result = .failure(error) }
            outcome.end(with: result)
        }
        do { try outcome.wait().get() } catch { try Self.end(with: error) }
    }

    private static func end(with error: any Error) throws -> Never {
        let failure: CommandFailure
        switch error {
        case let error as CommandFailure: failure = error
        case let error as PortalError: failure = CommandFailure(error)
        case let error as LoginFailure: failure = CommandFailure(error)
        case let error as LaunchFailure:
            CommandOutput().note(error.said)
            throw ExitCode(error.exitCode)
        default: throw error
        }
        if let words = failure.said { CommandOutput().note(words) }
        throw ExitCode(failure.status.rawValue)
    }
}

extension CommandFailure {
    init(_ failure: LoginFailure) {
        let status: ExitStatus =
            switch failure {
            case .failed(let error): ExitStatus(error.kind)
            case .cancelled: .interrupted
            default: .authentication
            }
        self.init(FailureWords.signIn(failure), status)
    }
}

/// A portal that a command works with, opened from what was configured.
struct CommandPortal: Sendable {
    package let profile: Profile
    let settings: PortalSettings
    package let portal: PreparedPortal
    var reading = Reading()

    var access: AccessService { portal.access }
    package var languages: [String] { settings.environment.languages }
    /// Told of changes while requests are followed.
    var hook: ChangeHook {
        let logger = FileLog.logger(
            directory: settings.environment.stateDirectory, settings: settings.configuration.log)
        return ChangeHook(
            settings.configuration.profiles.screen.notify.hook, environment: settings.environment, logger: logger)
    }

    /// - Throws: why the portal does not have this; nothing is sent then.
    func require(_ feature: PortalFeature) throws(CommandFailure) {
        if let reason = portal.info.capabilities.refusal(of: feature) {
            throw CommandFailure(reason)
        }
    }

    /// Opens the portal, lets the command work and closes it again, whatever came of it.
    ///
    /// - Parameters:
    ///   - way: whether what was kept may answer.
    ///   - isQuiet: nothing is said of waiting and of the way; a timer sends what is said by mail.
    static func with<Value: Sendable>(
        _ flags: PortalFlags, _ way: Reading.Way = .portal, timeout: Duration? = nil, isQuiet: Bool = false,
        _ body: @Sendable (CommandPortal) async throws -> Value
    ) async throws -> Value {
        guard way != .kept || !flags.ephemeral else {
            throw CommandFailure(CommonCommandWords.cachedAndEphemeral, .usage)
        }
        let portal = try open(flags, timeout, Reading(way), isQuiet: isQuiet)
        // Loopback, which needs no permission, does not leave this machine.
        if !isQuiet, portal.profile.allowsInsecureHTTP, portal.profile.warning != nil {
            CommandOutput().note(CommonCommandWords.readOnTheWay(portal: portal.profile.title))
        }
        let result: Result<Value, any Error>
        do { result = .success(try await body(portal)) } catch { result = .failure(error) }
        for note in portal.portal.drafts.untold() { CommandOutput().note(note) }
        portal.portal.close()
        await portal.portal.connection.shutDown()
        portal.settings.meter.write()
        let value = try result.get()
        if let words = portal.reading.words { CommandOutput().note(words) }
        return value
    }

    private static func open(
        _ flags: PortalFlags, _ timeout: Duration?, _ reading: Reading, isQuiet: Bool
    ) throws -> CommandPortal {
        let configuration = try Configuration(flags)
        if !isQuiet { configuration.tellLeftOut() }
        guard let profile = configuration.profile else {
            throw CommandFailure(CommonCommandWords.noPortal, .usage)
        }
        var settings = PortalSettings(flags, configuration)
        settings.timeout = timeout
        // Once, without a countdown; a moment is not worth a line.
        settings.onWait = { wait in
            let now = Date()
            guard !isQuiet, wait.secondsLeft(now: now) >= 2 else { return }
            CommandOutput().note(FailureWords.waiting(wait, now: now))
        }
        // What the screen shows first at its next start is what was last on it.
        settings.remembersResults = false
        settings.onNote = { CommandOutput().note($0) }
        try settings.unlock()
        let portal = try PreparedPortal(profile, settings: settings)
        portal.login.session?.onLostRenewal { CommandOutput().note($0) }
        return CommandPortal(profile: profile, settings: settings, portal: portal, reading: reading)
    }
}
