import FoundationEssentials

/// A visa of a passport: what somebody says of a person (GA4GH Passport v1, `ga4gh_visa_v1`).
///
/// Every text is as the issuer wrote it; none of it is an address to go to.
public struct Visa: Hashable, Sendable, Codable {
    /// What kind of thing it says: `ControlledAccessGrants` and others; also what no standard lists.
    public var kind: VisaKind
    /// What it says: of a grant the dataset, which is often no URL. Empty where it says nothing.
    public var value: String
    /// Who decided it, such as a committee; nil where it is not said.
    public var source: String?
    /// In which role: `self`, `peer`, `system`, `so` or `dac`.
    public var by: String?
    /// Who issued it (`iss`).
    public var issuer: String?
    /// Whom the issuer names (`sub`): often by another name than the one that signs in here.
    public var subject: String?
    /// Its own name (`jti`).
    public var id: String?
    /// When it was decided.
    public var asserted: Date?
    /// When it was written.
    public var issued: Date?
    /// After this no new access is given for it; access that was given need not end.
    public var expires: Date?
    /// It counts under conditions only.
    public var hasConditions: Bool
    /// Where the signing keys are said to be (`jku`), as it was signed.
    public var keyAddress: String?
    /// Which of them it was (`kid`).
    public var keyID: String?
    /// How it is signed (`alg`).
    public var algorithm: String?
    /// What looking at it came to.
    public var verdict: VisaVerdict
    /// Who handed it out.
    public var origin: PassportOrigin
    /// As it was signed; empty where it was kept.
    public var signed = SignedVisa("")

    private enum CodingKeys: String, CodingKey {
        case kind, value, source, by, issuer, subject, id, asserted, issued, expires, hasConditions, keyAddress, keyID
        case algorithm, verdict, origin
    }

    public init(
        kind: VisaKind = .unknown, value: String = "", source: String? = nil, by: String? = nil, issuer: String? = nil,
        subject: String? = nil, id: String? = nil, asserted: Date? = nil, issued: Date? = nil, expires: Date? = nil,
        hasConditions: Bool = false, keyAddress: String? = nil, keyID: String? = nil, algorithm: String? = nil,
        verdict: VisaVerdict, origin: PassportOrigin, signed: SignedVisa = SignedVisa("")
    ) {
        (self.kind, self.value, self.source, self.by) = (kind, value, source, by)
        (self.issuer, self.subject, self.id) = (issuer, subject, id)
        (self.asserted, self.issued, self.expires, self.hasConditions) = (asserted, issued, expires, hasConditions)
        (self.keyAddress, self.keyID, self.algorithm) = (keyAddress, keyID, algorithm)
        (self.verdict, self.origin, self.signed) = (verdict, origin, signed)
    }

    /// Days until it expires, the day itself being 0, and negative afterwards; nil where it does not.
    public func daysLeft(at now: Date) -> Int? {
        expires.map { Int(($0.timeIntervalSince(now) / 86_400).rounded(.down)) }
    }

    /// Whether it is of the dataset: by the whole value, or by the last part of a URL or URN.
    public func grants(_ identifier: String) -> Bool {
        guard kind == .controlledAccessGrants, !identifier.isEmpty else { return false }
        return value == identifier || Self.lastPart(value) == identifier || value == Self.lastPart(identifier)
    }

    /// `https://doi.example/EGAD1` and `urn:x:EGAD1` are called `EGAD1` by services that know no URLs.
    private static func lastPart(_ text: String) -> String? {
        guard text.contains("://") || text.hasPrefix("urn:") else { return nil }
        return text.split { $0 == "/" || $0 == ":" }.last.map(String.init)
    }
}

/// What a visa says; the standard's five and whatever else an issuer writes.
public struct VisaKind: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    /// Access to a dataset was granted.
    public static let controlledAccessGrants = VisaKind(rawValue: "ControlledAccessGrants")
    /// Where the person works, and as what.
    public static let affiliationAndRole = VisaKind(rawValue: "AffiliationAndRole")
    /// Terms that were accepted.
    public static let acceptedTerms = VisaKind(rawValue: "AcceptedTermsAndPolicies")
    /// The person is a researcher in good standing.
    public static let researcherStatus = VisaKind(rawValue: "ResearcherStatus")
    /// Names of one person that belong together.
    public static let linkedIdentities = VisaKind(rawValue: "LinkedIdentities")
    /// It could not be read.
    public static let unknown = VisaKind(rawValue: "")
}
