import ArgumentParser
import Foundation
import PortalModel
import PortalViews

/// `portal request export`: a request as a document.
struct RequestExportCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a request as a document.",
        discussion: """
            With its answers, licences, people, files and what happened. Files are made for your eyes only (mode 0600). \
            PDF is made by weasyprint, or else groff, where one of Debian's packages of these names is installed.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Option(
        help: ArgumentHelp(
            "md (Markdown), txt, json or pdf. Left out: by the file's name, else txt.", valueName: "format"),
        transform: Self.format)
    var format: DocumentFormat?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Where to; standard output when left out. A PDF needs it at a terminal.", valueName: "file"))
    var output: String?

    @Flag(help: "Put it in the place of a file that is there.")
    var overwrite = false

    private static func format(_ text: String) throws -> DocumentFormat {
        if let format = DocumentFormat(rawValue: text.lowercased()) { return format }
        throw ValidationError(RequestFileWords.formatTakes(DocumentFormat.allCases.map(\.rawValue), not: text))
    }

    private var chosen: DocumentFormat { format ?? ending.flatMap { DocumentFormat(rawValue: $0) } ?? .text }

    /// Of the file's name, in small letters; nil where it has none, as `answer` and `.answer` have.
    private var ending: String? {
        guard let name = output?.split(separator: "/").last, let dot = name.lastIndex(of: "."), dot > name.startIndex,
            name.index(after: dot) < name.endIndex
        else { return nil }
        return name[name.index(after: dot)...].lowercased()
    }

    func validate() throws {
        // A file that is no word processor's document is not called one.
        if format == nil, let ending, DocumentFormat(rawValue: ending) == nil {
            throw ValidationError(
                RequestFileWords.endingUnknown(ending, known: DocumentFormat.allCases.map(\.rawValue)))
        }
        if chosen == .pdf, output == nil, TerminalWriter.standardOutput.isTerminal {
            throw ValidationError(RequestFileWords.noPDFAtTerminal)
        }
    }

    func perform() async throws {
        if chosen == .pdf, PDFTool.find() == nil { throw CommandFailure(ProgramReason.noPDFProgram) }
        try await CommandPortal.with(portal) { portal in
            let application = try await portal.access.application(reference.application)
            let export = RequestExport(languages: portal.languages)
            let made = try await Blocking.run { [chosen] () throws(PortalError) in
                try export.make(application, as: chosen)
            }
            let words = CommandOutput()
            guard let path = output else {
                try words.emit(document: made.data)
                return
            }
            do throws(PrivateFile.Refusal) {
                try PrivateFile.write(made.data, to: path, replacing: overwrite)
            } catch {
                throw CommandFailure(FileWords.notWritten(error, path: path))
            }
            words.say(RequestFileWords.documentIsIn(request: reference.id, path: path))
            if let note = made.note { words.say(note) }
        }
    }
}

/// `portal request files`: all files of a request.
struct RequestFilesCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "files", abstract: "Fetch all files of a request into a directory.",
        discussion: """
            None takes the place of a file that is there: a second plan.pdf becomes plan-2.pdf. Prints the paths.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Option(help: ArgumentHelp("The directory; made when it is missing.", valueName: "directory"))
    var to: String

    @Flag(help: "One JSON object a file (docs/schemas/request-files.json).")
    var json = false

    struct Record: Encodable {
        var id: Int64
        var filename: String
        var path: String
        /// In bytes.
        var size: Int
    }

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            try portal.require(.downloadAttachment)
            let application = try await portal.access.application(reference.application)
            try Self.makeFolder(to)
            var records: [Record] = []
            var missing: ExitStatus?
            let output = CommandOutput(json: json)
            for file in application.attachments {
                do {
                    let contents = try await portal.access.attachment(application.id, file.id)
                        .checked(as: file.filename, operation: "fetching the attachment")
                    let name = file.filename.isEmpty ? contents.name : file.filename
                    let path = try PrivateFile.add(contents.bytes, named: name, in: to)
                    records.append(Record(id: file.id, filename: name, path: path, size: contents.bytes.count))
                } catch let error as PortalError where error.kind.isOfOneFile {
                    let failure = Self.stopped(at: file, after: records.count, error, in: to)
                    output.say(failure)
                    missing = missing ?? failure.status
                } catch {
                    try Self.emit(records, output)
                    throw Self.stopped(at: file, after: records.count, error, in: to)
                }
            }
            try Self.emit(records, output)
            if let missing { throw CommandFailure(told: missing) }
            if records.isEmpty { output.say(RequestFileWords.noFiles) }
        }
    }

    private static func emit(_ records: [Record], _ output: CommandOutput) throws {
        for record in records {
            if output.isJSON { try output.emit(record) } else { try output.show(record.path) }
        }
    }

    private static func makeFolder(_ path: String) throws(CommandFailure) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CommandFailure(RequestFileWords.folderNotMade(path: path))
        }
    }

    private static func stopped(
        at file: Attachment, after count: Int, _ error: any Error, in folder: String
    ) -> CommandFailure {
        let reason: CommandFailure
        switch error {
        case let error as PortalError: reason = CommandFailure(error)
        case let error as PrivateFile.Refusal:
            reason = CommandFailure(FileWords.notWritten(error, path: "\(folder)/\(file.filename)"))
        default: reason = CommandFailure(RequestFileWords.notRead)
        }
        return CommandFailure(
            RequestFileWords.notFetched(name: file.filename, because: reason, count: count, folder: folder),
            reason.status)
    }
}

extension PortalError.Kind {
    /// The next file may be had all the same.
    fileprivate var isOfOneFile: Bool {
        switch self {
        case .unreadableAnswer, .notFound, .forbidden, .conflict, .invalid: true
        case .offline, .timedOut, .signedOut, .refused, .tooManyRequests, .serverFault, .unavailable, .notTried,
            .unsupported, .local, .notKept, .heldElsewhere, .changedElsewhere, .cancelled:
            false
        }
    }
}
