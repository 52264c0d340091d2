import ArgumentParser
import PortalModel
import PortalServices

/// What a profile is made from besides the options that every command takes.
struct ProfileSettings: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp("What the screen calls it; its name when left out.", valueName: "text"))
    var title: String?

    @Flag(help: "Keep it without trying it.")
    var untried = false

    /// A profile with these settings over what it had; `none` takes an address out.
    func applied(_ asked: AskedSettings, to profile: Profile) throws -> Profile {
        var profile = profile
        profile.title = title ?? profile.title
        if case .services(var addresses) = profile.place {
            addresses.discovery = asked.discovery ?? addresses.discovery
            addresses.discoveryDialect = asked.discoveryDialect ?? addresses.discoveryDialect
            addresses.access = asked.access == "none" ? nil : asked.access ?? addresses.access
            addresses.accessDialect = asked.accessDialect ?? addresses.accessDialect
            profile.place = .services(addresses)
        }
        profile.caFile = asked.caFile ?? profile.caFile
        profile.allowsInsecureHTTP = asked.insecureHTTP ?? profile.allowsInsecureHTTP
        let client = asked.clientID ?? profile.identity?.clientID
        if asked.issuer == "none" {
            profile.identity = nil
        } else if let issuer = asked.issuer ?? profile.identity?.issuer, let client {
            var identity = profile.identity ?? IdentitySettings(issuer: issuer, clientID: client)
            identity.issuer = issuer
            identity.clientID = client
            profile.identity = identity
        } else if asked.issuer != nil || asked.clientID != nil {
            throw CommandFailure("Signing in needs both --issuer and --client-id.", .usage)
        }
        return profile
    }
}
