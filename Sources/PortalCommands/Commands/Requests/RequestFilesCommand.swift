import ArgumentParser
import Foundation
import PortalModel
import PortalViews

/// `portal request files`: all files of a request.
struct RequestFilesCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "files", abstract: "Fetch all files of a request into a directory.",
        discussion: """
            None takes the place of a file that is there: a second plan.pdf becomes plan-2.pdf. Prints the paths. \
            --licences fetches the terms that its licences have in files, too.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Option(help: ArgumentHelp("The directory; made when it is missing.", valueName: "directory"))
    var to: String

    @Flag(help: "The files with the terms of its licences, too.")
    var licences = false

    @Flag(help: "One JSON object a file (docs/schemas/request-files.json).")
    var json = false

    struct Record: Encodable {
        /// Missing for terms whose number the portal does not tell.
        var id: Int64?
        /// The licence whose terms are in it.
        var licence: Int64?
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
            let terms = application.licences.compactMap { $0.file(in: portal.languages) }
            for file in application.attachments.map(Wanted.attachment) + (licences ? terms.map(Wanted.terms) : []) {
                do {
                    let contents = try await file.fetched(by: portal.access, of: application.id)
                    let name = file.name.isEmpty ? contents.name : file.name
                    let path = try PrivateFile.add(contents.bytes, named: name, in: to)
                    records.append(file.record(named: name, path: path, size: contents.bytes.count))
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
            if application.attachments.isEmpty, !licences || terms.isEmpty {
                output.say(terms.isEmpty ? RequestFileWords.noFiles : .noFilesButTerms(count: terms.count))
            }
        }
    }

    /// A file of the request.
    private enum Wanted {
        case attachment(Attachment)
        case terms(LicenceFile)

        var name: String {
            switch self {
            case .attachment(let file): file.filename
            case .terms(let file): file.name
            }
        }

        func fetched(
            by access: AccessService, of application: ApplicationID
        ) async throws(PortalError) -> FileContents {
            switch self {
            case .attachment(let file):
                try await access.attachment(application, file.id)
                    .checked(as: file.filename, operation: "fetching the attachment")
            case .terms(let file):
                try await access.licenceFile(application, file)
                    .checked(as: file.name, operation: "fetching the licence")
            }
        }

        func record(named name: String, path: String, size: Int) -> Record {
            switch self {
            case .attachment(let file): Record(id: file.id, filename: name, path: path, size: size)
            case .terms(let file):
                Record(id: file.attachment, licence: file.licence, filename: name, path: path, size: size)
            }
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
        at file: Wanted, after count: Int, _ error: any Error, in folder: String
    ) -> CommandFailure {
        let reason: CommandFailure
        switch error {
        case let error as PortalError: reason = CommandFailure(error)
        case let error as PrivateFile.Refusal:
            reason = CommandFailure(FileWords.notWritten(error, path: "\(folder)/\(file.name)"))
        default: reason = CommandFailure(RequestFileWords.notRead)
        }
        return CommandFailure(
            RequestFileWords.notFetched(name: file.name, because: reason, count: count, folder: folder),
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
