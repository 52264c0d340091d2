import HTTPTypes
import Hummingbird

/// The access service, as daam.yaml writes it.
struct AccessRoutes {
    let register: ApplicationRegister

    func add(to group: RouterGroup<DemoContext>) {
        group.get("health") { _, _ in try Response.json(["status": "UP"]) }
        let api = group.group("api/v1").add(middleware: BearerMiddleware())
        addQueries(to: api)
        addCommands(to: api)
        addUnsupported(to: api)
    }

    private func addQueries(to api: RouterGroup<DemoContext>) {
        api.get("applications") { _, context in
            try Response.json(try await register.list(for: context.signedIn()).map(ListedApplication.init))
        }
        api.get("applications/:id") { _, context in
            let application = try await register.retrieve(context.applicationID(), for: context.signedIn())
            return try Response.json(RetrievedApplication(application))
        }
        api.get("entitlements") { _, context in
            try Response.json(GrantedDatasets(try await register.entitlements(of: context.signedIn())))
        }
    }

    private func addCommands(to api: RouterGroup<DemoContext>) {
        api.post("applications/create") { request, context in
            let body = try await request.json(CreateApplication.self, context: context)
            let id = try await register.create(identifiers: body.datasetIds, for: context.signedIn())
            return try Response.json(CreatedApplication(applicationId: id))
        }
        api.post("applications/:id/save-forms-and-duos") { request, context in
            let body = try await request.json(SaveForms.self, context: context)
            try await register.save(body.changes, to: context.applicationID(), for: context.signedIn())
            return Response.noContent
        }
        api.post("applications/:id/accept-terms") { request, context in
            let body = try await request.json(AcceptTerms.self, context: context)
            try await register.acceptLicences(
                Set(body.acceptedLicenses), of: context.applicationID(), for: context.signedIn())
            return Response.noContent
        }
        api.post("applications/:id/submit") { _, context in
            try await register.submit(context.applicationID(), for: context.signedIn())
            return Response.noContent
        }
        api.delete("applications/:id") { _, context in
            try await register.delete(context.applicationID(), for: context.signedIn())
            return Response.noContent
        }
    }

    /// Calls of the contract that the running service answers in just this way, and some that the demo leaves out.
    private func addUnsupported(to api: RouterGroup<DemoContext>) {
        let commands = [
            "cancel", "copy-as-new", "remove-member", "update-datasets", "events", "invite-member", "attachments",
        ]
        for command in commands {
            api.post("applications/:id/\(command)") { _, _ -> Response in throw Problem.unsupported }
        }
        api.get("applications/:id/attachments/:attachment") { _, _ -> Response in throw Problem.unsupported }
        api.get("baskets") { _, _ -> Response in throw Problem.unsupported }
        api.post("baskets/**") { _, _ -> Response in throw Problem.unsupported }
    }
}

extension Problem {
    static let unsupported = Problem(
        .internalServerError, "Unsupported operation", "The service does not support this operation.")
}

extension DemoContext {
    /// Who asks. Every route behind `BearerMiddleware` has an answer.
    fileprivate func signedIn() throws -> DemoUser {
        guard let user else { throw HTTPError(.unauthorized) }
        return user
    }

    fileprivate func applicationID() throws -> Int {
        let text = try parameters.require("id")
        guard let id = Int(text) else {
            throw Problem(.notFound, "Application not found", "Application \(text) not found")
        }
        return id
    }
}
