import ArgumentParser
import Foundation
import PortalModel

/// `portal request attach`.
struct RequestAttachCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "attach", abstract: "Attach a file to a request.",
        discussion: """
            With --field it is named in that field too, after the files that are there already. Without it, it is named \
            in the request's field for files where that has exactly one; else it answers no field, and the fields are \
            told. A file that is there already, byte \
            by byte, is not sent again: the command can be run again after anything.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Argument(help: "The file.")
    var file: String

    @Option(help: ArgumentHelp("The field that the file belongs to, as form/field.", valueName: "form/field"))
    var field: String?

    @Flag(help: "Attach it even where the same file is attached already.")
    var another = false

    @Flag(help: "One JSON object (docs/schemas/request-change.json).")
    var json = false

    /// In bytes. More than REMS takes (about 10 MB) by far: the service says what it takes.
    private static let largest = 100_000_000

    func perform() async throws {
        let contents = try read()
        try await CommandPortal.with(portal) { portal in
            try portal.require(.uploadAttachment)
            let id = reference.application
            let target = try field.map { try FieldID(asTyped: $0) }
            let application = try await portal.access.application(id)
            let known = try target.map { try application.fileField($0) } ?? application.onlyFileField
            let there =
                another ? nil : try await SettledChange.attached(contents, to: application, at: portal.access)?.id
            let attachment =
                if let there { there } else { try await attach(contents, to: application, portal.access) }
            if let known { try await name(attachment, in: known, of: id, portal.access) }
            try CommandOutput(json: json).report(
                RequestChangeRecord(
                    id: reference.id, outcome: "attached", state: application.state.word, attachment: attachment),
                there == nil
                    ? RequestFileWords.attached(name: contents.name, id: attachment)
                    : .attachedAlready(name: contents.name, id: attachment))
            if known == nil { sayFields(of: application, portal.languages) }
        }
    }

    /// A field for files that must be answered is not, and nobody would see it before submitting.
    private func sayFields(of application: Application, _ languages: [String]) {
        let fields = application.fileFields.filter(\.isVisible)
        guard !fields.isEmpty else { return }
        let choices = fields.map { field in
            RequestFileWords.Choice(
                field: "\(field.id.form)/\(field.id.field)", title: field.title.text(in: languages))
        }
        CommandOutput().say(RequestFileWords.inNoField(choices: choices))
    }

    private func attach(
        _ contents: FileContents, to application: Application, _ access: AccessService
    ) async throws -> Int64 {
        let before = Set(application.attachments.map(\.id))
        var attachment: Int64?
        try await SettledChange.make {
            attachment = try await access.attach(application.id, contents, nil)
        } isDone: {
            var now = try await access.application(application.id)
            now.attachments.removeAll { before.contains($0.id) || $0.filename != contents.name }
            // Nobody else attaches a file of this name at this moment; where two are there, their bytes decide.
            attachment =
                now.attachments.count == 1
                ? now.attachments[0].id : try await SettledChange.attached(contents, to: now, at: access)?.id
            return attachment != nil
        }
        guard let attachment else { throw CommandFailure(RequestFileWords.noNumberTold) }
        return attachment
    }

    /// Names the file in its field, unless it is.
    private func name(
        _ attachment: Int64, in field: FormField, of id: ApplicationID, _ access: AccessService
    ) async throws {
        func names(_ value: FieldValue?) -> [String] {
            (value?.text ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let before = names(field.value)
        guard !before.contains(String(attachment)) else { return }
        let all = (before + [String(attachment)]).joined(separator: ",")
        try await SettledChange.make {
            try await access.save(id, [field.id: .text(all)])
        } isDone: {
            names(try await access.application(id).field(field.id)?.value).contains(String(attachment))
        }
    }

    private func read() throws -> FileContents {
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw CommandFailure(RequestFileWords.unreadable(path: file), .failed)
        }
        defer { try? handle.close() }
        guard let bytes = try? handle.read(upToCount: Self.largest + 1) ?? Data() else {
            throw CommandFailure(RequestFileWords.isFile(path: file), .failed)
        }
        guard bytes.count <= Self.largest else {
            throw CommandFailure(RequestFileWords.tooLarge(path: file), .validation)
        }
        let name = URL(fileURLWithPath: file).lastPathComponent
        return FileContents(name: name, type: MediaType.of(name), bytes: bytes)
    }
}
