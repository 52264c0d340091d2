import ArgumentParser
import PortalModel

/// `portal request detach`.
struct RequestDetachCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "detach", abstract: "Take an attached file out of a request's fields.",
        discussion: """
            A file that no field names is dropped by the portal. One that is in no field any more is left as it is: the \
            command can be run again after anything. With --field, one that is in other fields only is not taken out of \
            them (status 3).
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Argument(help: "The file: its number, or its name where only one has it, as portal request show prints them.")
    var file: String

    @Option(
        help: ArgumentHelp(
            "Only out of this field, as form/field; out of all when left out.", valueName: "form/field"))
    var field: String?

    @Flag(help: "One JSON object (docs/schemas/request-change.json).")
    var json = false

    func validate() throws { try GivenWords.check(ids: [file], .aFile) }

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let id = reference.application
            let target = try field.map { try FieldID(asTyped: $0) }
            let application = try await portal.access.application(id)
            let known = try target.map { try application.fileField($0) }
            let attachment = try attachment(of: application)
            let holding = application.fileFields.filter { $0.names(attachment.id) }
            let fields = holding.filter { known == nil || $0.id == known?.id }
            if fields.isEmpty, !holding.isEmpty {
                let places = holding.map { "\($0.id.form)/\($0.id.field)" }
                throw CommandFailure(RequestChangeWords.inOtherFields(attachment.filename, places: places), .notFound)
            }
            if !fields.isEmpty {
                guard application.state.isEditable, application.permits(.saveDraft) != false else {
                    throw CommandFailure(RequestChangeWords.filesFixed(application.state))
                }
                try await take(attachment.id, out: fields, of: id, portal.access)
            }
            try CommandOutput(json: json).report(
                RequestChangeRecord(
                    id: reference.id, outcome: "detached", state: application.state.word, attachment: attachment.id),
                fields.isEmpty
                    ? RequestChangeWords.inNoField(name: attachment.filename)
                    : .detached(name: attachment.filename, fields: fields.count))
        }
    }

    private func attachment(of application: Application) throws(CommandFailure) -> Attachment {
        let files = application.attachments
        if let number = Int64(file), let found = files.first(where: { $0.id == number }) { return found }
        let named = files.filter { $0.filename == file }
        guard named.count < 2 else {
            throw CommandFailure(RequestChangeWords.severalFiles(file, ids: named.map(\.id)), .usage)
        }
        guard let found = named.first else {
            let known = files.map { "\($0.id) (\($0.filename))" }
            throw CommandFailure(RequestChangeWords.noFile(file, known: known), .notFound)
        }
        return found
    }

    /// All of it in one call: a file is in all of them or in none.
    private func take(
        _ attachment: Int64, out fields: [FormField], of id: ApplicationID, _ access: AccessService
    ) async throws {
        var answers: [FieldID: FieldValue] = [:]
        for field in fields {
            let left = (field.value.fileIDs ?? []).filter { $0 != attachment }
            answers[field.id] = .text(left.map(String.init).joined(separator: ","))
        }
        try await SettledChange.make {
            try await access.save(id, answers)
        } isDone: {
            let now = try await access.application(id)
            return answers.keys.allSatisfy { now.field($0)?.names(attachment) != true }
        }
    }
}

extension FormField {
    /// Whether the answer names that file.
    fileprivate func names(_ attachment: Int64) -> Bool { value.fileIDs?.contains(attachment) == true }
}

extension FieldID {
    /// - Parameter text: as `--field` takes it, `form/field`.
    init(asTyped text: String) throws(CommandFailure) {
        let parts = text.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, let form = Int64(parts[0]) else {
            throw CommandFailure(RequestFileWords.fieldForm, .usage)
        }
        self.init(form: form, field: String(parts[1]))
    }
}

extension Application {
    /// Those that files answer.
    var fileFields: [FormField] { forms.flatMap(\.fields).filter { $0.type.shape == .files } }

    /// - Throws: which there are, when this is none of them.
    func fileField(_ id: FieldID) throws(CommandFailure) -> FormField {
        if let field = fileFields.first(where: { $0.id == id }) { return field }
        let known = fileFields.map { "\($0.id.form)/\($0.id.field)" }
        throw CommandFailure(RequestFileWords.noFileField("\(id.form)/\(id.field)", known: known), .notFound)
    }
}
