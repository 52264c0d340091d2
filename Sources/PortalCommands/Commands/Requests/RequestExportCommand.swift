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
