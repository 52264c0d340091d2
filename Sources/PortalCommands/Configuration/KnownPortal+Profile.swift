import Foundation
import PortalModel
import PortalServices
import PortalStorage

/// A profile, as the screen and `portal profiles` speak of it.
extension KnownPortal {
    package init(_ profile: Profile, in profiles: Profiles, environment: Environment) {
        let names = try? RememberedNames(
            profile: profile.name, in: .standard(environment: environment.variables))
        self.init(
            PortalDraft(profile), name: profile.name, title: profile.title,
            ownFile: profiles.isYours(profile.name) ? profiles.mainFile : nil,
            isDefault: (try? profiles.profile(named: nil))??.name == profile.name, drafts: names?.draftCount,
            basket: names?.basketCount,
            hasSignIn: FileManager.default.fileExists(atPath: Self.tokens(profile.name, environment).path))
    }

    /// Where its sign-in is kept.
    var tokenFile: String { Self.tokens(name, .current).path }

    private static func tokens(_ name: String, _ environment: Environment) -> TokenStore {
        TokenStore(directory: environment.dataDirectory + "/identity", profile: name)
    }
}

extension PortalDraft {
    /// Nil for the demo portal.
    package init?(_ profile: Profile) {
        guard case .services(let addresses) = profile.place else { return nil }
        self.init(
            name: profile.name, title: profile.title, discovery: addresses.discovery,
            discoveryDialect: PortalDialect(rawValue: addresses.discoveryDialect.rawValue),
            access: addresses.access ?? "",
            accessDialect: addresses.access == nil ? nil : PortalDialect(rawValue: addresses.accessDialect.rawValue),
            issuer: profile.identity?.issuer ?? "", client: profile.identity?.clientID ?? "")
    }
}
