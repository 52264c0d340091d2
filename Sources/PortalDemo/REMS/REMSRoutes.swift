import GRDB
import HTTPTypes
import Hummingbird
import PortalVersion

/// The part of REMS that applicants use, as rems.yaml and the running program have it.
struct REMSRoutes {
    let catalogue: CatalogueStore
    let register: ApplicationRegister
    let office: PassportOffice

    func add(to group: RouterGroup<DemoContext>) {
        for path in ["health", "api/health"] as [RouterPath] {
            group.get(path) { _, _ in try Response.json(REMSHealth(version: PortalVersion.current)) }
        }
        group.get("api/config") { _, _ in try Response.json(REMSConfiguration()) }
        REMSPermissions(office: office).addKeys(to: group.group("api"))
        let api = group.group("api").add(middleware: REMSErrorMiddleware()).add(middleware: REMSKeyMiddleware())
        addQueries(to: api)
        REMSPermissions(office: office).add(to: api)
        addAttachments(to: api)
        addCommands(to: api)
        addPeople(to: api)
    }

    private func addQueries(to api: RouterGroup<DemoContext>) {
        api.get("catalogue-items") { request, _ in
            let items = try await items(request.uri.queryParameters["resource"].map(String.init))
            return try Response.json(items)
        }
        api.get("my-applications") { request, context in
            let user = try context.signedIn()
            let words = request.uri.queryParameters["query"].map { $0.lowercased() } ?? ""
            let applications = try await register.list(for: user).map { REMSOverview($0, for: user) }
            return try Response.json(applications.filter { $0.mentions(words) })
        }
        api.get("applications/:id") { _, context in
            let user = try context.signedIn()
            let application = try await register.retrieve(context.number("id"), for: user)
            return try Response.json(REMSApplication(application, for: user))
        }
        api.get("entitlements") { request, context in
            let user = try context.signedIn()
            let parameters = request.uri.queryParameters
            let resource = parameters["resource"].map(String.init)
            let isExpiredWanted = try request.flag("expired")
            let now = Moment(register.clock())
            let entitlements = try await register.entitlements(of: user).filter {
                (resource == nil || $0.identifier == resource) && (isExpiredWanted || $0.end > now)
            }
            return try Response.json(entitlements.map { REMSEntitlement($0, holder: user) })
        }
    }

    /// What can be asked for here: what is governed elsewhere is no item.
    private func items(_ resource: String?) async throws -> [REMSCatalogueItem] {
        try await catalogue.database.read { db in
            let entries =
                if let resource {
                    try CatalogueStore.entries(
                        db, where: "identifier = ? ORDER BY number LIMIT 1", arguments: [resource])
                } else {
                    try CatalogueStore.entries(db, where: "1 ORDER BY number")
                }
            return entries.filter { !$0.record.isGovernedElsewhere }.map(REMSCatalogueItem.init)
        }
    }

    private func addAttachments(to api: RouterGroup<DemoContext>) {
        api.post("applications/add-attachment") { request, context in
            guard let id = request.uri.queryParameters["application-id"].flatMap({ Int($0) }) else {
                throw Refusal.malformed("application-id must be a number.")
            }
            let file = try await MultipartForm.file(in: request)
            let attachment = try await register.attach(file, to: id, for: context.signedIn())
            return try Response.json(REMSOutcome(id: attachment))
        }
        api.get("applications/:id/license-attachment/:licence/:language") { _, context in
            let language = try context.parameters.require("language")
            return Response.attachment(
                try await register.terms(
                    of: context.number("licence"), in: language, application: context.number("id"),
                    for: context.signedIn()))
        }
        api.get("applications/attachment/:id") { _, context in
            Response.attachment(try await register.file(context.number("id"), for: context.signedIn()))
        }
    }
}

extension DemoContext {
    /// A number in the path; REMS knows nothing by any other name.
    fileprivate func number(_ name: String) throws -> Int {
        guard let number = Int(try parameters.require(name)) else {
            throw Refusal.malformed("\(name) must be a number.")
        }
        return number
    }
}

extension Request {
    /// A parameter that is a flag; false where it is missing.
    func flag(_ name: String) throws -> Bool {
        switch uri.queryParameters[name[...]] {
        case nil, "false": false
        case "true": true
        default: throw Refusal.malformed("\(name) must be true or false.")
        }
    }
}

/// What `GET /api/health` answers.
struct REMSHealth: Encodable, Sendable {
    let healthy = true
    let version: String
}
