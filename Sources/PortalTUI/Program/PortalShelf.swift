import PortalCommands
import PortalModel
import PortalServices
import TerminalBackend
import TerminalCanvas

/// The portals that are set up, for the screen: the same files and the same trial as `portal profiles`.
@UI
final class PortalShelf {
    private let settings: PortalSettings
    /// Set up in this run and kept nowhere: with `--ephemeral`, or where the disk did not take them.
    private var unkept: [Profile] = []

    init(_ settings: PortalSettings) { self.settings = settings }

    private var environment: Environment { settings.environment }

    /// Read anew each time: `portal profiles` may have changed them beside this program.
    private func profiles() throws(PortalError) -> Profiles { try Self.profiles(in: environment) }

    private nonisolated static func profiles(in environment: Environment) throws(PortalError) -> Profiles {
        do throws(Profiles.Problem) {
            return try Profiles(directory: environment.configurationDirectory)
        } catch {
            throw failure(.words(error.sentence))
        }
    }

    /// The demo portal first. Looks into every portal's files, so it is done on a thread of its own.
    func list() async throws(PortalError) -> [KnownPortal] {
        let (unkept, environment) = (unkept, environment)
        return try await Blocking.run { () throws(PortalError) in
            try Self.list(unkept: unkept, in: environment)
        }
    }

    /// By their names; none where the configuration cannot be read, which the list tells.
    func groups() async -> [PortalGroup] {
        let environment = environment
        let groups = try? await Blocking.run { () throws(PortalError) in try Self.profiles(in: environment).groups }
        return (groups ?? [:]).values.map { PortalGroup(name: $0.name, members: $0.members) }
            .sorted { $0.name < $1.name }
    }

    /// - Parameter unkept: come before what the disk has under their names.
    nonisolated static func list(
        unkept: [Profile], in environment: Environment
    ) throws(PortalError) -> [KnownPortal] {
        let profiles = try profiles(in: environment)
        let isDemoDefault = (try? profiles.profile(named: nil))??.name == Profile.demo.name
        let demo = KnownPortal(
            nil, name: Profile.demo.name, title: Profile.demo.title, isDefault: isDemoDefault, drafts: nil)
        let others = merged(unkept, over: profiles.all).filter { $0.name != Profile.demo.name }
        return [demo]
            + others.sorted { $0.name < $1.name }.map { KnownPortal($0, in: profiles, environment: environment) }
    }

    /// What was set up in this run is newer than what the disk has under its name.
    nonisolated static func merged(_ unkept: [Profile], over kept: [Profile]) -> [Profile] {
        kept.filter { profile in !unkept.contains { $0.name == profile.name } } + unkept
    }

    func profile(_ choice: PortalChoice) throws(PortalError) -> Profile {
        guard case .named(let name) = choice else { return .demo }
        guard let profile = Self.merged(unkept, over: try profiles().all).first(where: { $0.name == name }) else {
            throw Self.failure(.setup(.noSuchPortal(name)))
        }
        return profile
    }

    /// Asks the services. What is wrong with the addresses themselves is a finding too.
    ///
    /// - Parameter owner: whose the environment's keys and tokens are; nil while no portal is open.
    func tried(_ draft: PortalDraft, keysOf owner: Profile?) async -> PortalTrial {
        do {
            let before = try? profile(.named(draft.name))
            let (profile, unsaid) = try made(draft, over: before)
            var trial = ProfileTrial(
                profile, over: before, settings: settings.withSecrets(of: owner, for: profile))
            try await trial.findDialects(unsaid)
            let results = try await trial.results()
            var found = PortalDraft(trial.profile) ?? draft
            found.title = draft.title
            return PortalTrial(found, findings: results)
        } catch {
            let finding = PortalTrial.Finding(service: "portal", isWell: false, Self.reason(error))
            return PortalTrial(draft, findings: [finding])
        }
    }

    /// - Returns: what to tell the person besides; nil when it is kept as it should be.
    func keep(_ draft: PortalDraft) throws(PortalError) -> Reason? {
        let profile: Profile
        do {
            profile = try made(draft, over: try? self.profile(.named(draft.name))).profile
            try profile.checkAddresses()
        } catch {
            throw Self.failure(Self.reason(error))
        }
        unkept.removeAll { $0.name == profile.name }
        if settings.isEphemeral {
            unkept.append(profile)
            return nil
        }
        do {
            try profiles().keep(profile)
            return nil
        } catch {
            unkept.append(profile)
            return .setup(.untilProgramEnds(name: profile.name, Self.reason(error)))
        }
    }

    /// So that the next start opens the demo portal without asking; as a profile, which can be removed like any other.
    func keepDemo() throws(PortalError) {
        do { try profiles().keep(.demo) } catch {
            throw Self.failure(.setup(.asksAgain(Self.reason(error))))
        }
    }

    func remove(_ name: String) throws(PortalError) {
        let wasUnkept = unkept.contains { $0.name == name }
        unkept.removeAll { $0.name == name }
        let profiles = try profiles()
        // Else the one on the disk would come to light again.
        guard profiles.places[name] != nil || !wasUnkept else { return }
        do { try profiles.remove(name) } catch { throw Self.failure(Self.reason(error)) }
    }

    func choose(_ name: String) throws(PortalError) {
        let profiles = try profiles()
        if let problem = profiles.problem(withChoosing: name) { throw Self.failure(.words(problem.words)) }
        do { try profiles.choose(name) } catch { throw Self.failure(Self.reason(error)) }
    }

    /// The profile that a draft makes, over the one of that name where there is one.
    private func made(
        _ draft: PortalDraft, over before: Profile?
    ) throws -> (profile: Profile, unsaid: DialectSearch.Unsaid) {
        let asked = AskedSettings(draft)
        let profile = try asked.changing(
            before ?? .empty(draft.name), title: draft.title.isEmpty ? draft.name : draft.title)
        // On the screen “found out by asking” stands there to be chosen, whatever was known before.
        return (
            profile,
            DialectSearch.Unsaid(
                discovery: draft.discoveryDialect == nil,
                access: draft.accessDialect == nil && !draft.access.isEmpty)
        )
    }

    private nonisolated static func failure(_ reason: Reason) -> PortalError {
        PortalError(.local, operation: "setting up the portal", because: reason)
    }

    private nonisolated static func reason(_ error: any Error) -> Reason {
        switch error {
        case let error as PortalError: error.why
        case let error as LaunchFailure: .words(error.message.plain)
        case let error as CommandFailure: .words(error.words)
        default: .words(String(describing: error))
        }
    }
}
