import Hummingbird

/// `GET /api/jwk` and `GET /api/permissions/{user}` of REMS with its permissions API switched on
/// (CSCfi/rems@16bcd11623, src/clj/rems/api/permissions.clj and src/clj/rems/service/permissions.clj).
struct REMSPermissions {
    let office: PassportOffice

    /// For everybody: the route asks for no role.
    func addKeys(to api: RouterGroup<DemoContext>) {
        api.get("jwk") { _, _ in try Response.json(try office.signerOfREMS().keySet()) }
    }

    /// One's own; those of others are for handlers, owners and reporters, none of whom is here.
    func add(to api: RouterGroup<DemoContext>) {
        api.get("permissions/:user") { request, context in
            let user = try context.signedIn()
            guard try context.parameters.require("user") == user.id else {
                return Response(status: .forbidden, body: .init(byteBuffer: .init(string: "forbidden")))
            }
            let visas = try await office.permissions(
                of: user, includingExpired: try request.flag("expired"), host: request.host)
            return try Response.json(["ga4gh_passport_v1": visas])
        }
    }
}
