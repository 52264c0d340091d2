/// Something that one portal offers and another does not.
public enum PortalFeature: String, Hashable, Sendable, Codable, CaseIterable {
    // Discovery
    /// What a catalogue can do.
    case filters, filterValues, matchingAny, individualLevel, export, alleleFrequencies, organizations, series
    // Access
    /// What an access service can do.
    case requests, licences, uploadAttachment, downloadAttachment, inviteMember, removeMember, cancelRequest, copyAsNew
    /// What else an access service can do.
    case changeDatasets, deleteDraft, entitlements, passport, dataUseCodes

    /// What concerns requests, and not the catalogue.
    public static let ofAccess: [PortalFeature] = [
        .requests, .licences, .uploadAttachment, .downloadAttachment, .inviteMember, .removeMember, .cancelRequest,
        .copyAsNew, .changeDatasets, .deleteDraft, .entitlements, .passport, .dataUseCodes,
    ]

    /// As the beginning of a sentence: "Cancelling a request".
    public var words: String {
        switch self {
        case .filters, .filterValues: "Filtering"
        case .matchingAny: "Matching any of the words"
        case .individualLevel: "Counting records at the individual level"
        case .export: "Exporting a dataset's description"
        case .alleleFrequencies: "Looking up allele frequencies"
        case .organizations: "Listing the organisations"
        case .series: "Listing the datasets of a series"
        case .requests: "Asking for access"
        case .licences: "Accepting licences"
        case .uploadAttachment: "Attaching a file"
        case .downloadAttachment: "Fetching an attached file"
        case .inviteMember: "Inviting a member"
        case .removeMember: "Removing a member"
        case .cancelRequest: "Cancelling a request"
        case .copyAsNew: "Copying a request as a new one"
        case .changeDatasets: "Changing a request's datasets"
        case .deleteDraft: "Deleting a draft"
        case .entitlements: "Listing what you have access to"
        case .passport: "Showing your passport"
        case .dataUseCodes: "Telling by codes what data are wanted for"
        }
    }
}

/// What a portal can do: known of its dialect from the beginning, and of the running service as its answers show it.
public struct Capabilities: Hashable, Sendable {
    /// Why a feature is not to be had.
    public enum Absence: Hashable, Sendable {
        /// The portal does not offer it.
        case notOffered
        /// With what is known of the reason.
        case because(Reason)
        /// For a reason that says all by itself.
        case explained(Reason)
    }

    /// What is not to be had, and why.
    public private(set) var missing: [PortalFeature: Absence]
    /// How a request is made there.
    public var submission: SubmissionStyle
    /// How many datasets a request may hold; nil when any number.
    public var datasetsPerRequest: Int?
    /// Datasets that no words were looked for of come with the newest first, else in an order of the portal's: none is
    /// more relevant than another.
    public var isNewestFirst = true
    /// The catalogue has a list of organisations of its own, which is more than who publishes its datasets: it may be
    /// offered where a form asks for one.
    public var listsOrganizations = false

    public init(
        missing: [PortalFeature: Reason] = [:], submission: SubmissionStyle = .staged, datasetsPerRequest: Int? = nil
    ) {
        self.missing = missing.mapValues(Absence.explained)
        self.submission = submission
        self.datasetsPerRequest = datasetsPerRequest
    }

    /// Whether the portal offers it.
    public func offers(_ feature: PortalFeature) -> Bool { missing[feature] == nil }

    /// Why a feature is not to be had; nil where it is.
    public func refusal(of feature: PortalFeature) -> Reason? {
        switch missing[feature] {
        case nil: nil
        case .notOffered: .notOffered(feature)
        case .because(let reason): .notOfferedHere(feature, reason)
        case .explained(let reason): reason
        }
    }

    /// - Parameter reason: what is said behind the sentence that names the feature.
    public mutating func lose(_ features: [PortalFeature], because reason: Reason) {
        for feature in features { missing[feature] = .because(reason) }
    }

    /// Remembers for as long as the program runs that the service refused a feature as unknown to it.
    public mutating func lose(_ feature: PortalFeature) {
        if offers(feature) { missing[feature] = .notOffered }
    }
}

/// How a request gets to its service.
public enum SubmissionStyle: Hashable, Sendable {
    /// Created as a draft, saved, its licences accepted, and submitted: each a call of its own.
    case staged
    /// One call with everything in it creates and submits the request.
    case atOnce
}
