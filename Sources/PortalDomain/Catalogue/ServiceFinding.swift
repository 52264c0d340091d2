/// The services of a portal. Each can be well or not by itself.
public enum PortalService: String, Hashable, Sendable, Codable, CaseIterable {
    /// The services that a portal is made of.
    case discovery, access, identity

    /// As a person reads it.
    public var words: String {
        switch self {
        case .discovery: "Datasets"
        case .access: "Requests"
        case .identity: "Sign-in"
        }
    }
}

/// Where a service of the portal is.
public struct ServicePlace: Hashable, Sendable, Codable {
    /// Which of them.
    public var service: PortalService
    /// Nil as long as it is not known: the demo portal's until it has been started.
    public var address: String?

    public init(_ service: PortalService, at address: String? = nil) {
        self.service = service
        self.address = address
    }
}

/// A service as it was found when it was asked.
public struct ServiceFinding: Hashable, Sendable, Codable {
    /// How a service is.
    public enum State: String, Hashable, Sendable, Codable {
        /// It says that it is well.
        case healthy
        /// It answered, but not as one that is well.
        case unhealthy
        /// Nothing came back.
        case unreachable
    }

    /// Which service, and where.
    public var place: ServicePlace
    /// How it is.
    public var state: State
    /// Until the answer, or until it was given up.
    public var milliseconds: Int
    /// The version that it tells.
    public var version: String?
    /// The service's own words, or why it is not well.
    public var reason: Reason?
    /// Seconds for which it is left alone because calls have failed in a row; nil while it is not.
    public var rest: Int?

    public init(
        _ place: ServicePlace, _ state: State, milliseconds: Int, version: String? = nil, because reason: Reason?,
        rest: Int? = nil
    ) {
        self.place = place
        self.state = state
        self.milliseconds = milliseconds
        self.version = version
        self.reason = reason
        self.rest = rest
    }

    /// - Parameter detail: the service's own words.
    public init(
        _ place: ServicePlace, _ state: State, milliseconds: Int, version: String? = nil, detail: String? = nil,
        rest: Int? = nil
    ) {
        self.init(
            place, state, milliseconds: milliseconds, version: version, because: detail.map(Reason.words), rest: rest)
    }

    /// The reason in English. Not sanitised.
    public var detail: String? { reason?.sentence }

    private enum CodingKeys: String, CodingKey {
        case place, state, milliseconds, version, rest
        case reason = "detail"
    }
}
