import PortalModel
import PortalServices

/// A portal that the program can open.
package struct Profile: Equatable, Sendable {
    /// Drafts, basket and cache belong to this name, never to an address.
    package var name: String
    package var title: String
    var place: Place
    /// Where people sign in; nil where they do not, or come with a ready token.
    var identity: IdentitySettings?
    /// Certificate authorities that are trusted besides the machine's own: a file in PEM form.
    var caFile: String?
    /// The file of a mirror that is shared with others; nil where the mirror is one's own.
    var mirror: String?
    /// Where the portal tells at once that requests have changed (`deploy/notifications`); nil where it does not.
    var notifications: String?
    /// How it tells.
    var notificationDialect = NotificationDialect.socketIO
    /// Plain HTTP may leave this machine. Said on the screen for as long as it is so.
    var allowsInsecureHTTP = false
    /// Where people read requests in the portal's REMS, where that is known; without a slash at its end.
    var remsAddress: String?
    /// Whom to ask about requests: an address for mail or of a page.
    var helpdesk: String?
    /// Where data is fetched from, by what the service speaks.
    var data: [DataWay.Kind: String] = [:]
    /// Where people's passports come from, and whose visas are believed; nil where nothing is said of it.
    var passport: PassportSettings?
    /// Who calls, where a service knows no bearer tokens.
    var keys = ServiceKeys()

    package enum Place: Equatable, Sendable {
        case demo
        case services(PortalAddresses)
    }

    /// To be filled in.
    package static func empty(_ name: String) -> Profile {
        Profile(name: name, title: name, place: .services(PortalAddresses(discovery: "")))
    }

    package static let demo = Profile(name: "demo", title: "Demo portal", place: .demo)

    /// Whether keys that were given for the other profile go to the same addresses with this one, and to none besides.
    /// A name says nothing of that: a profile can be changed under it.
    func goesWhere(_ other: Profile) -> Bool { addressesOfKeys == other.addressesOfKeys }

    /// Where calls carry keys to; those of the demo portal have none.
    private var addressesOfKeys: [String?] {
        let identity = [identity?.issuer, identity?.deviceEndpoint, passport?.userInfo, passport?.broker]
        guard case .services(let addresses) = place else { return ["demo"] + identity }
        return [addresses.discovery, addresses.access, notifications, data[.sda]] + identity
    }
}

/// Where the keys of services without bearer tokens are. The keys themselves never stand in a configuration.
struct ServiceKeys: Equatable, Sendable {
    /// Files that only their owner can read.
    var remsKeyFile: String?
    var ckanTokenFile: String?
    /// Of a service account, at the sign-in service.
    var clientSecretFile: String?
    /// In whose name the REMS key is used.
    var remsUser: String?
}
