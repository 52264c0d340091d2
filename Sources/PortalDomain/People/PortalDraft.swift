/// The languages in which a portal's services are spoken to, as far as a person has to know of them.
public enum PortalDialect: String, Hashable, Sendable, CaseIterable {
    /// The shapes in which services speak.
    case gdi, guide, ckan, rems, fdp

    /// For somebody who chooses.
    public var words: String {
        switch self {
        case .gdi: "GDI portal"
        case .guide: "developer guide"
        case .ckan: "CKAN"
        case .rems: "REMS"
        case .fdp: "FAIR Data Point"
        }
    }

    /// Of an access service: a CKAN takes no requests, and neither does a FAIR Data Point.
    public static let ofAccess: [PortalDialect] = [.gdi, .guide, .rems]
}

/// What a portal is set up from: addresses as they were typed, and how its services are spoken to.
public struct PortalDraft: Hashable, Sendable {
    /// Drafts, basket and sign-in belong to it.
    public var name: String
    /// Empty: the name.
    public var title: String
    /// The catalogue's address.
    public var discovery: String
    /// Nil: to be found out by asking the service.
    public var discoveryDialect: PortalDialect?
    /// Empty for a catalogue that takes no requests.
    public var access: String
    /// In which shapes access is asked for; nil for a catalogue alone.
    public var accessDialect: PortalDialect?
    /// Where people sign in; empty where nobody does.
    public var issuer: String
    /// What this program is called at the identity provider.
    public var client: String

    public init(
        name: String, title: String = "", discovery: String, discoveryDialect: PortalDialect? = nil,
        access: String = "", accessDialect: PortalDialect? = nil, issuer: String = "", client: String = ""
    ) {
        self.name = name
        self.title = title
        self.discovery = discovery
        self.discoveryDialect = discoveryDialect
        self.access = access
        self.accessDialect = accessDialect
        self.issuer = issuer
        self.client = client
    }
}

/// A portal that is set up on this machine.
public struct KnownPortal: Equatable, Sendable {
    /// Nil for the demo portal, which has no addresses of its own.
    public var draft: PortalDraft?
    /// What this machine calls the portal.
    public var name: String
    /// What people call it.
    public var title: String
    /// The file of the person's own in which it stands, which the program never writes; nil where it may be changed.
    public var ownFile: String?
    /// Opens when nothing else is said.
    public var isDefault: Bool
    /// How many drafts lie on this machine; nil when that could not be found out.
    public var drafts: Int?
    /// How many datasets are in its basket on this machine; nil when that could not be found out.
    public var basket: Int?
    /// A sign-in is kept on this machine.
    public var hasSignIn: Bool

    public init(
        _ draft: PortalDraft?, name: String, title: String, ownFile: String? = nil, isDefault: Bool = false,
        drafts: Int? = 0, basket: Int? = 0, hasSignIn: Bool = false
    ) {
        self.draft = draft
        self.name = name
        self.title = title
        self.ownFile = ownFile
        self.isDefault = isDefault
        self.drafts = drafts
        self.basket = basket
        self.hasSignIn = hasSignIn
    }

    /// What of the person's stays on this machine when it is removed, for the question before; nil when nothing does.
    public var leftBehind: String? {
        let parts = [
            Self.words(drafts, one: "1 draft", many: "drafts", unknown: "what there is of drafts and basket"),
            Self.words(
                basket, one: "a basket with 1 dataset", many: "datasets in the basket",
                unknown: drafts == nil ? nil : "what there is in the basket"),
            hasSignIn ? "a sign-in" : nil,
        ].compactMap(\.self)
        guard let last = parts.last else { return nil }
        return parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func words(_ count: Int?, one: String, many: String, unknown: String?) -> String? {
        switch count {
        case nil: unknown
        case 0: nil
        case 1: one
        case .some(let count): "\(count) \(many)"
        }
    }

    /// The question before it is removed: what would be left is named, and nothing is called gone that is not.
    public var removalQuestion: String {
        let left =
            leftBehind.map {
                "On this machine \($0) would stay behind, with what was last shown and sent; a portal of the same name "
                    + "finds them again."
            } ?? "On this machine at most what was last shown and sent would stay behind."
        let signIn = hasSignIn ? " To forget the sign-in, run portal logout --profile \(name) before." : ""
        return "Remove “\(name)”? \(left)\(signIn)"
    }
}

/// What was found when the services of a portal were tried.
public struct PortalTrial: Equatable, Sendable {
    /// What became of one service.
    public struct Finding: Hashable, Sendable {
        /// What was tried.
        public var service: String
        /// Whether it can be worked with.
        public var isWell: Bool
        /// What was found.
        public var reason: Reason

        public init(service: String, isWell: Bool, _ reason: Reason) {
            self.service = service
            self.isWell = isWell
            self.reason = reason
        }

        /// What was found, in English.
        public var words: String { reason.sentence }
    }

    /// What was found of each service.
    public var findings: [Finding]
    /// What was tried, with the dialects that were found.
    public var draft: PortalDraft

    public init(_ draft: PortalDraft, findings: [Finding]) {
        self.draft = draft
        self.findings = findings
    }

    /// Whether all that was tried can be worked with.
    public var isWell: Bool { findings.allSatisfy(\.isWell) }
}
