import Passport
import PortalModel
import PortalServices

/// Where a profile's passports come from.
package struct PassportPlan: Sendable {
    /// Nil where the profile says nothing of passports: a REMS signs all the same.
    var settings: PassportSettings?
    /// The REMS that is asked for access, by the address that it signs with; nil where there is none.
    var rems: String?
    /// The portal is on this machine, over plain HTTP.
    var isLocal: Bool

    init(_ profile: Profile) {
        settings = profile.passport
        isLocal = profile.isOnThisMachine
        if case .services(let addresses) = profile.place, addresses.access != nil, addresses.accessDialect == .rems {
            rems = profile.addressOfREMS
        }
    }

    /// With the issuer that the profile trusts by its access service.
    var trusting: PassportSettings {
        var settings = settings ?? PassportSettings()
        if let rems { settings.trust(rems: rems) }
        return settings
    }
}

extension PortalConnection {
    /// The visas of whoever is signed in, from all who hand them out, with their signatures looked at.
    func passport() async throws(PortalError) -> PassportReport {
        let portal = try await portal()
        if let listening = demo?.listening { return try await passport(of: listening) }
        guard let plan = passportPlan, plan.settings != nil || plan.rems != nil else {
            throw PortalError(
                .unsupported, operation: "loading your passport", because: .passport(.notSetUp), feature: .passport)
        }
        let desk = desk(PassportPlaces(settings: plan.trusting, isLocal: plan.isLocal), credentials)
        let issuer = issuer
        var userInfo: (@Sendable () async throws(PortalError) -> String?)?
        if let settings = plan.settings, settings.userInfo != nil || issuer != nil {
            userInfo = { () async throws(PortalError) in try await issuer?.userInfoAddress() }
        }
        return try await desk.report(
            userInfo: userInfo, permissions: plan.rems == nil ? nil : portal.accessService.permissions)
    }

    /// The demo portal's broker hands on what its REMS signs.
    private func passport(of listening: DemoServer.Listening) async throws(PortalError) -> PassportReport {
        var settings = PassportSettings(userInfo: listening.userinfo)
        let broker = listening.userinfo.replacing("/userinfo", with: "/")
        settings.issuers = [VisaTrust.Issuer(name: broker, keys: broker + "jwk")]
        settings.trust(rems: listening.rems)
        let desk = desk(
            PassportPlaces(settings: settings, isLocal: true), .readyToken(Secret(listening.token)))
        return try await desk.report(userInfo: { () throws(PortalError) in nil }, permissions: nil)
    }
}

/// What a desk is made for; a demo portal that was started again has other addresses.
struct PassportPlaces: Hashable {
    var settings: PassportSettings
    var isLocal: Bool
}
