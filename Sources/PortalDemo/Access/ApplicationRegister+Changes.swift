/// Closing, copying, and asking for other datasets.
extension ApplicationRegister {
    /// Ends an application that the committee has returned.
    func cancel(_ id: Int, for user: DemoUser) async throws {
        try await transaction { rows, now in
            let application = try Self.own(id, of: user, rows)
            guard application.state.isClosable else { throw Refusal.wrongState(id, application.state) }
            try rows.setState(
                .closed, submitted: application.submitted, timesReturned: application.timesReturned, application: id)
            try rows.record(.closed, by: user.id, at: now, application: id)
        }
    }

    /// A new draft for the same datasets with the same answers and files. Accepted licences and members are not
    /// copied, as in REMS.
    ///
    /// - Returns: The new application's id.
    func copy(_ id: Int, for user: DemoUser) async throws -> Int {
        try await transaction { rows, now in
            let original = try Self.visible(id, to: user, rows)
            let copy = try rows.insert(applicant: user.id, datasets: original.datasets, copyOf: id, at: now)
            let files = try Self.copyFiles(of: original, to: copy, for: user, rows)
            try rows.replaceAnswers(Self.renamed(files, in: original), application: copy)
            try rows.record(.copiedFrom, by: user.id, at: now, application: copy)
            try rows.record(.copiedTo, by: user.id, at: now, application: id)
            return copy
        }
    }

    /// - Returns: The new ids by the old ones.
    private static func copyFiles(
        of original: Application, to copy: Int, for user: DemoUser, _ rows: ApplicationRows
    ) throws -> [String: String] {
        var ids: [String: String] = [:]
        for attachment in original.attachments {
            guard let file = try rows.file(attachment: attachment.id) else { continue }
            ids[String(attachment.id)] = String(try rows.insert(file, owner: user.id, application: copy))
        }
        return ids
    }

    private static func renamed(_ files: [String: String], in original: Application) -> Answers {
        var answers = original.answers
        for form in original.forms {
            for field in form.fields where field.type == .attachment {
                let key = AnswerKey(form: form.id, field: field.id)
                answers[key] = answers[key].map { ids in
                    ids.split(separator: ",").compactMap { files[String($0)] }.joined(separator: ",")
                }
            }
        }
        return answers
    }

    func changeDatasets(to identifiers: [String], comment: String, of id: Int, for user: DemoUser) async throws {
        try await transaction { rows, now in
            let application = try Self.editable(id, of: user, rows)
            let datasets = try Self.requestable(identifiers, rows.db)
            try Self.checkWorkflow(of: datasets, in: application)
            try rows.replaceDatasets(datasets, application: id)
            try rows.record(.datasetsChanged, by: user.id, at: now, comment: comment, application: id)
        }
    }

    /// What an application is decided by stays what it is (`changes-original-workflow` of REMS's `commands.clj`).
    static func checkWorkflow(of datasets: [RequestedDataset], in application: Application) throws {
        guard datasets.allSatisfy({ $0.organisation.key == application.organisation.key }) else {
            throw Refusal.otherWorkflow(datasets.map(\.item))
        }
    }
}
