import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// Signs what is in a passport: the visas of the portal's REMS, and those of a broker in front of it.
final class PassportOffice: Sendable {
    private let register: ApplicationRegister
    let broker = VisaSigner.p256(id: "broker-1")
    private let rems = Mutex<VisaSigner?>(nil)

    init(register: ApplicationRegister) { self.register = register }

    /// An RSA key takes a moment to make: only a portal that is asked for visas has one.
    func signerOfREMS() throws -> VisaSigner {
        try rems.withLock { known in
            if let known { return known }
            let made = try VisaSigner.rsa(id: "rems-1")
            known = made
            return made
        }
    }

    /// What REMS says of the person, with `public-url` as it was asked.
    func permissions(of user: DemoUser, includingExpired: Bool, host: String) async throws -> [String] {
        let now = Moment(register.clock())
        let issuer = "http://\(host)/rems/"
        let signer = try signerOfREMS()
        return try await register.entitlements(of: user).filter { includingExpired || $0.end > now }.map {
            try signer.sign(
                VisaClaims($0, of: user, issuer: issuer, now: now), keys: issuer + "api/jwk", type: "JWT")
        }
    }

    /// What the broker says of everybody: where they work, which terms they took, that they are researchers. One is by an
    /// issuer whom nobody here trusts, as passports of a real broker hold.
    func visas(of user: DemoUser, host: String) throws -> [String] {
        let now = Moment(register.clock())
        let issuer = "http://\(host)/broker/"
        func visa(_ type: String, _ value: String, by role: String, days: Int64) throws -> String {
            let claims = VisaClaims(
                iss: issuer, sub: "\(user.id)@broker", iat: now.visaSeconds(days: 0),
                exp: now.visaSeconds(days: days), jti: "\(type)-\(user.id)",
                visa: .init(
                    type: type, value: value, source: "https://institute.example.org", by: role,
                    asserted: now.visaSeconds(days: -90)))
            return try broker.sign(claims, keys: issuer + "jwk", type: "vnd.ga4gh.visa+jwt")
        }
        return [
            try visa("AffiliationAndRole", "faculty@institute.example.org", by: "system", days: 180),
            try visa("AcceptedTermsAndPolicies", "https://doi.org/10.1038/s41431-018-0219-y", by: "self", days: 365),
            try visa("ResearcherStatus", "https://doi.org/10.1038/s41431-018-0219-y", by: "so", days: 20),
            try stranger(of: user, now),
        ]
    }

    private func stranger(of user: DemoUser, _ now: Moment) throws -> String {
        let issuer = "https://visas.elsewhere.example/"
        let claims = VisaClaims(
            iss: issuer, sub: "\(user.id)-elsewhere", iat: now.visaSeconds(days: -10),
            exp: now.visaSeconds(days: 60), jti: nil,
            visa: .init(
                type: "ControlledAccessGrants", value: "EGAD00001006673", source: "https://ega-archive.org", by: "dac",
                asserted: now.visaSeconds(days: -200)))
        return try VisaSigner.p256(id: "elsewhere").sign(claims, keys: issuer + "jwk", type: "vnd.ga4gh.visa+jwt")
    }
}

/// A broker's user-info endpoint (OpenID Connect Core, 5.3) with the claim `ga4gh_passport_v1`, by GET and by POST, and
/// its keys.
struct PassportRoutes {
    let office: PassportOffice
    let tokens: AccessTokens

    func add(to group: RouterGroup<DemoContext>) {
        group.get("jwk") { _, _ in try Response.json(try office.broker.keySet()) }
        let named = group.group().add(middleware: BearerMiddleware(tokens: tokens))
        named.get("userinfo") { request, context in try await info(request, context) }
        named.post("userinfo") { request, context in try await info(request, context) }
    }

    private func info(_ request: Request, _ context: DemoContext) async throws -> Response {
        let user = try context.signedIn()
        let own = try office.visas(of: user, host: request.host)
        let granted = try await office.permissions(of: user, includingExpired: false, host: request.host)
        return try .json(UserInfo(sub: "\(user.id)@broker", name: user.name, email: user.email, visas: own + granted))
    }
}

/// What `userinfo` answers.
struct UserInfo: Encodable, Sendable {
    let sub: String
    let name: String
    let email: String
    let visas: [String]

    private enum CodingKeys: String, CodingKey {
        case sub, name, email
        case visas = "ga4gh_passport_v1"
    }
}

extension Request {
    /// As the client named it, with the port.
    var host: String { head.authority ?? "127.0.0.1" }
}
