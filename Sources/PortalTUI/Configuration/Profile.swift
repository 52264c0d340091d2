import PortalServices

/// A portal that the program can open.
struct Profile: Equatable, Sendable {
    /// Drafts, basket and cache belong to this name, never to an address.
    var name: String
    var title: String
    var place: Place
    /// Where people sign in; nil where they do not, or come with a ready token.
    var identity: IdentitySettings?

    enum Place: Equatable, Sendable {
        case demo
        case services(discovery: String, access: String?)
    }

    static let demo = Profile(name: "demo", title: "Demo portal", place: .demo)
}
