import Hummingbird

/// The commands of REMS, which are calls of their own with the application's number in the body.
extension REMSRoutes {
    func addCommands(to api: RouterGroup<DemoContext>) {
        api.post("applications/create") { request, context in
            let items = try await request.json(REMSCreate.self, context: context).items
            let id = try await register.create(items: items, for: context.signedIn())
            return try Response.json(REMSOutcome(application: id))
        }
        api.post("applications/save-draft") { request, context in
            let draft = try await request.json(REMSSaveDraft.self, context: context)
            let warnings = try await register.save(
                draft.changes, duoCodes: draft.duoCodes, to: draft.application, for: context.signedIn())
            return try Response.json(REMSOutcome(warnings: warnings))
        }
        api.post("applications/accept-licenses") { request, context in
            let command = try await request.json(REMSAcceptLicences.self, context: context)
            try await register.acceptLicences(
                Set(command.licences), of: command.application, for: context.signedIn())
            return try Response.json(REMSOutcome())
        }
        addOutcome("submit", to: api) { id, user in try await register.submit(id, for: user) }
        addOutcome("delete", to: api) { id, user in try await register.delete(id, for: user) }
        addOutcome("close", to: api) { id, user in try await register.cancel(id, for: user) }
        api.post("applications/copy-as-new") { request, context in
            let id = try await request.json(REMSCommand.self, context: context).application
            return try Response.json(
                REMSOutcome(application: try await register.copy(id, for: context.signedIn())))
        }
        api.post("applications/change-resources") { request, context in
            let command = try await request.json(REMSChangeResources.self, context: context)
            try await register.changeDatasets(
                toItems: command.items, comment: command.comment ?? "", of: command.application,
                for: context.signedIn())
            return try Response.json(REMSOutcome())
        }
    }

    func addPeople(to api: RouterGroup<DemoContext>) {
        api.post("applications/invite-member") { request, context in
            let command = try await request.json(REMSInvitation.self, context: context)
            try await register.invite(
                name: command.member.name, email: command.member.email, to: command.application,
                for: context.signedIn())
            return try Response.json(REMSOutcome())
        }
        api.post("applications/uninvite-member") { request, context in
            let command = try await request.json(REMSInvitation.self, context: context)
            try await register.uninvite(
                email: command.member.email, from: command.application, for: context.signedIn())
            return try Response.json(REMSOutcome())
        }
        api.post("applications/remove-member") { request, context in
            let command = try await request.json(REMSRemoveMember.self, context: context)
            try await register.removeMember(
                command.member.userid, from: command.application, for: context.signedIn())
            return try Response.json(REMSOutcome())
        }
    }

    /// A command that takes nothing but the application.
    private func addOutcome(
        _ name: String, to api: RouterGroup<DemoContext>,
        _ body: @escaping @Sendable (Int, DemoUser) async throws -> Void
    ) {
        api.post(RouterPath("applications/\(name)")) { request, context in
            let id = try await request.json(REMSCommand.self, context: context).application
            try await body(id, context.signedIn())
            return try Response.json(REMSOutcome(application: id))
        }
    }
}

extension ApplicationRegister {
    /// - Returns: The new application's id.
    fileprivate func create(items: [Int], for user: DemoUser) async throws -> Int {
        try await transaction { rows, now in
            try rows.insert(applicant: user.id, datasets: try Self.requestable(items: items, rows), at: now)
        }
    }

    fileprivate func changeDatasets(
        toItems items: [Int], comment: String, of id: Int, for user: DemoUser
    ) async throws {
        try await transaction { rows, now in
            let application = try Self.editable(id, of: user, rows)
            let datasets = try Self.requestable(items: items, rows)
            try Self.checkWorkflow(of: datasets, in: application)
            try rows.replaceDatasets(datasets, application: id)
            try rows.record(.datasetsChanged, by: user.id, at: now, comment: comment, application: id)
        }
    }

    private static func requestable(items: [Int], _ rows: ApplicationRows) throws -> [RequestedDataset] {
        guard !items.isEmpty else { throw Refusal.noDatasets }
        var seen = Set<Int>()
        return try bundled(
            items.filter { seen.insert($0).inserted }.map { number in
                guard let entry = try CatalogueStore.entry(number: number, rows.db) else {
                    throw Refusal.unknownDataset(String(number))
                }
                return entry
            })
    }
}
