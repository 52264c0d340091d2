/// Files that belong to an application.
extension ApplicationRegister {
    /// - Returns: The new attachment's id, which a field then names.
    func attach(_ file: AttachedFile, to id: Int, for user: DemoUser) async throws -> Int {
        try await transaction { rows, now in
            _ = try Self.editable(id, of: user, rows)
            try AttachmentRules.check(file)
            let attachment = try rows.insert(file, owner: user.id, application: id)
            try rows.touch(at: now, application: id)
            return attachment
        }
    }

    /// A file of an application, or of one of its licences.
    func file(_ attachment: Int, of id: Int, for user: DemoUser) async throws -> AttachedFile {
        try await transaction { rows, _ in
            let application = try Self.visible(id, to: user, rows)
            if let licenceFile = Self.licenceFile(attachment, of: application) { return licenceFile }
            guard application.attachments.contains(where: { $0.id == attachment }),
                let file = try rows.file(attachment: attachment)
            else { throw Refusal.noSuchAttachment(attachment) }
            return file
        }
    }

    /// The same where a dialect names the file alone.
    func file(_ attachment: Int, for user: DemoUser) async throws -> AttachedFile {
        try await transaction { rows, _ in
            guard let application = try rows.application(ofAttachment: attachment), application.isVisible(to: user),
                let file = try rows.file(attachment: attachment)
            else { throw Refusal.noSuchAttachment(attachment) }
            return file
        }
    }

    /// The terms of a licence of an application, in a language.
    func terms(
        of licence: Int, in language: String, application id: Int, for user: DemoUser
    ) async throws -> AttachedFile {
        try await transaction { rows, _ in
            let application = try Self.visible(id, to: user, rows)
            guard let licence = application.organisation.licences.first(where: { $0.id == licence }),
                case .attachments(let files) = licence.terms,
                let file = files.first(where: { $0.language == language }).flatMap({ LicenceFile.file(id: $0.id) })
            else { throw Refusal.noSuchAttachment(licence) }
            return file
        }
    }

    private static func licenceFile(_ id: Int, of application: Application) -> AttachedFile? {
        let isOfLicence = application.organisation.licences.contains { licence in
            if case .attachments(let files) = licence.terms { files.contains { $0.id == id } } else { false }
        }
        return isOfLicence ? LicenceFile.file(id: id) : nil
    }
}
