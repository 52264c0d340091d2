import HTTPTypes
import Hummingbird

/// The access service, as daam.yaml writes it.
struct AccessRoutes {
    let register: ApplicationRegister
    let tokens: AccessTokens

    func add(to group: RouterGroup<DemoContext>) {
        group.get("health") { _, _ in try Response.json(["status": "UP"]) }
        let api = group.group("api/v1").add(middleware: BearerMiddleware(tokens: tokens))
        addQueries(to: api)
        addCommands(to: api)
        addLifeCycle(to: api)
        addPeople(to: api)
        addAttachments(to: api)
        addUnsupported(to: api)
    }

    private func addQueries(to api: RouterGroup<DemoContext>) {
        api.get("applications") { _, context in
            try Response.json(try await register.list(for: context.signedIn()).map(ListedApplication.init))
        }
        api.get("applications/:id") { _, context in
            let user = try context.signedIn()
            let application = try await register.retrieve(context.applicationID(), for: user)
            return try Response.json(RetrievedApplication(application, for: user))
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
    }

    private func addLifeCycle(to api: RouterGroup<DemoContext>) {
        api.post("applications/:id/submit") { _, context in
            try await register.submit(context.applicationID(), for: context.signedIn())
            return Response.noContent
        }
        api.post("applications/:id/cancel") { _, context in
            try await register.cancel(context.applicationID(), for: context.signedIn())
            return Response.noContent
        }
        api.delete("applications/:id") { _, context in
            try await register.delete(context.applicationID(), for: context.signedIn())
            return Response.noContent
        }
        // The contract's answer has no body: which application the copy is, the list tells.
        api.post("applications/:id/copy-as-new") { _, context in
            _ = try await register.copy(context.applicationID(), for: context.signedIn())
            return Response.noContent
        }
        api.post("applications/:id/update-datasets") { request, context in
            let changes = try await request.json([UpdateDatasets].self, context: context)
            let comment = changes.compactMap(\.comment).joined(separator: "\n")
            try await register.changeDatasets(
                to: changes.flatMap(\.datasetIds), comment: comment, of: context.applicationID(),
                for: context.signedIn())
            return Response.noContent
        }
    }

    private func addPeople(to api: RouterGroup<DemoContext>) {
        api.post("applications/:id/invite-member") { request, context in
            let member = try await request.json(InviteMember.self, context: context)
            try member.check()
            try await register.invite(
                name: member.name, email: member.email, to: context.applicationID(), for: context.signedIn())
            return Response.noContent
        }
        api.post("applications/:id/remove-member") { request, context in
            let member = try await request.json(RemoveMember.self, context: context).memberId
            try await register.removeMember(member, from: context.applicationID(), for: context.signedIn())
            return Response.noContent
        }
    }

    private func addAttachments(to api: RouterGroup<DemoContext>) {
        api.post("applications/:id/attachments") { request, context in
            // AMS hands it on by a temporary file, whose random number stays in the name (fa1a3c2, `tempFile`).
            let sent = try await MultipartForm.file(in: request)
            let number = UInt64.random(in: 1_000_000_000_000_000_000 ... .max)
            let file = AttachedFile(
                filename: "\(number)\(sent.filename)", mediaType: sent.mediaType, content: sent.content)
            let id = try await register.attach(file, to: context.applicationID(), for: context.signedIn())
            return try Response.json(AddedAttachment(id: id))
        }
        api.get("applications/:id/attachments/:attachment") { _, context in
            let text = try context.parameters.require("attachment")
            guard let attachment = Int(text) else {
                throw Problem(.notFound, "Attachment not found", "Attachment \(text) not found")
            }
            return Response.attachment(
                try await register.file(attachment, of: context.applicationID(), for: context.signedIn()))
        }
    }

    /// Calls of the contract that no service implements and no client uses.
    private func addUnsupported(to api: RouterGroup<DemoContext>) {
        api.post("applications/:id/events") { _, _ -> Response in throw Problem.unsupported }
        api.get("baskets") { _, _ -> Response in throw Problem.unsupported }
        api.post("baskets/**") { _, _ -> Response in throw Problem.unsupported }
    }
}

extension Problem {
    /// The words of AMS's `GlobalExceptionMapper` and `ApplicationCommandApiImpl` (fa1a3c2).
    static let unsupported = Problem(
        .internalServerError, "Not expected exception", "Unimplemented method 'ofTheContract'")
}

extension DemoContext {
    fileprivate func applicationID() throws -> Int {
        let text = try parameters.require("id")
        guard let id = Int(text) else {
            throw Problem(.notFound, "Application not found", "Application \(text) not found")
        }
        return id
    }
}
