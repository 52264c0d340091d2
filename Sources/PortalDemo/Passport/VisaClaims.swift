import Foundation

/// The claims of a visa (GA4GH Passport v1, `researcher_ids/ga4gh_passport_v1.md`).
struct VisaClaims: Encodable, Sendable {
    struct Visa: Encodable, Sendable {
        let type: String
        let value: String
        let source: String
        let by: String?
        let asserted: Int64
    }

    let iss: String
    let sub: String
    let iat: Int64
    let exp: Int64
    let jti: String?
    let visa: Visa

    private enum CodingKeys: String, CodingKey {
        case iss, sub, iat, exp, jti
        case visa = "ga4gh_visa_v1"
    }
}

extension VisaClaims {
    /// As REMS writes what it granted (`rems src/clj/rems/ga4gh.clj`, `entitlement->visa-claims`): without a `jti`, its
    /// public address as the source where the resource has no committee's id.
    init(_ entitlement: Entitlement, of user: DemoUser, issuer: String, now: Moment) {
        self.init(
            iss: issuer, sub: user.id, iat: now.seconds, exp: entitlement.end.seconds, jti: nil,
            visa: Visa(
                type: "ControlledAccessGrants", value: entitlement.identifier, source: issuer, by: "dac",
                asserted: entitlement.start.seconds))
    }
}

extension Moment {
    fileprivate var seconds: Int64 { milliseconds / 1000 }

    /// Of a visa of the broker's.
    func visaSeconds(days: Int64) -> Int64 { seconds + days * 86_400 }
}
