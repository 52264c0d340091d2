import ArgumentParser
import PortalModel
import PortalServices

/// Tries a profile before it is kept: asks its services how they are, and its issuer which ways to sign in there are.
package struct ProfileTrial: Sendable {
    /// What became of one service.
    package typealias Result = PortalTrial.Finding

    /// With the dialects that were found.
    package private(set) var profile: Profile
    private let settings: PortalSettings
    /// Keys that lie in files go where they were meant to when the files were named.
    private let carriesKeys: Bool

    /// - Parameters:
    ///   - before: the profile as it is kept; nil for a new one. Its keys are not shown to other addresses than its own.
    ///   - settings: with the environment's keys and tokens only where they are this profile's.
    package init(_ profile: Profile, over before: Profile?, settings: PortalSettings) {
        var settings = settings
        // Nothing of it is kept, whoever tries it.
        settings.isEphemeral = true
        settings.timeout = ServiceCheck.limit
        self.profile = profile
        self.settings = settings
        carriesKeys = before.map(profile.goesWhere) ?? false
    }

    /// Finds out by asking what is not said.
    package mutating func findDialects(_ unsaid: DialectSearch.Unsaid) async throws {
        guard unsaid != DialectSearch.Unsaid() else { return }
        try profile.checkAddresses()
        profile = await DialectSearch(settings: settings).found(profile, unsaid)
    }

    /// One a service, in the order of the profile, and one for the ways to sign in.
    package func results() async throws -> [Result] {
        try profile.checkAddresses()
        var asked = profile
        if !carriesKeys { asked.keys = ServiceKeys() }
        let portal = CommandPortal(
            profile: asked, settings: settings, portal: try PreparedPortal(asked, settings: settings))
        var results = await portal.findings().map { finding in
            let isWell = finding.state == .healthy
            let dialect = profile.dialect(of: finding.place.service)
            return Result(
                service: finding.place.service.rawValue, isWell: isWell,
                .setup(
                    isWell
                        ? .answers(milliseconds: finding.milliseconds, dialect: dialect)
                        : .notWell(finding.state, finding.reason)))
        }
        if let issuer = portal.portal.login.issuer { results.append(await Self.ways(issuer)) }
        portal.portal.close()
        await portal.portal.connection.shutDown()
        return results
    }

    private static func ways(_ issuer: Session) async -> Result {
        do throws(PortalError) {
            let ways = try await issuer.offeredWays()
            return Result(service: "sign-in", isWell: !ways.isEmpty, .setup(.ways(ways)))
        } catch {
            return Result(service: "sign-in", isWell: false, error.why)
        }
    }

    static func tell(_ results: [Result]) {
        for result in results { CommandOutput().say(ProfilesCommandWords.finding(result)) }
    }

    /// For a command: tries a profile, tells what came of it and keeps it when all is well.
    ///
    /// Without the environment's keys and tokens: nothing says that they were meant for what is only being set up.
    package static func keep(
        _ profile: Profile, over before: Profile?, asking unsaid: DialectSearch.Unsaid, in profiles: Profiles,
        isTried: Bool
    ) async throws {
        var profile = profile
        do throws(PortalError) {
            try profile.checkAddresses()
        } catch {
            throw CommandFailure(error.why, .usage)
        }
        if isTried {
            var trial = ProfileTrial(profile, over: before, settings: try PortalSettings().withoutSecrets)
            try await trial.findDialects(unsaid)
            profile = trial.profile
            let results = try await trial.results()
            tell(results)
            guard results.allSatisfy(\.isWell) else {
                throw CommandFailure(ProfilesCommandWords.notKept(name: profile.name), .network)
            }
        }
        try profiles.keep(profile)
        CommandOutput().say(
            ProfilesCommandWords.kept(
                name: profile.name, folder: profiles.directory, signsIn: profile.identity != nil))
    }
}

extension Profile {
    /// What a service is spoken to in; nil where there is one way only.
    fileprivate func dialect(of service: PortalService) -> String? {
        guard case .services(let addresses) = place else { return nil }
        switch service {
        case .discovery: return addresses.discoveryDialect.rawValue
        case .access: return addresses.accessDialect.rawValue
        case .identity: return nil
        }
    }
}
