import ArgumentParser
import PortalModel
import PortalStorage
import PortalViews

/// `portal request compare`.
struct RequestCompareCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Show which answers of a returned request are others than were submitted.",
        discussion: """
            With the answers of its draft on this machine, as the screen shows them before the request is submitted again. \
            Of a draft of portal request renew: which are others than in the request that it follows.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reading: KeptFlags
    @OptionGroup var reference: RequestReference

    @Flag(help: "Status 8 where an answer is another one.")
    var exitCode = false

    @Flag(help: "One JSON object an answer that is another one (docs/schemas/request-compare.json).")
    var json = false

    func validate() throws {
        if exitCode, reading.cached { throw ValidationError(RequestChangeWords.exitCodeOfAnswer) }
    }

    func perform() async throws {
        // What decides something is the portal's own word.
        let way = exitCode ? Reading.Way.portal : reading.way
        let differs = try await CommandPortal.with(portal, way) { portal in
            let id = reference.application
            let application = try await portal.shownAccess.application(id)
            let draft = portal.portal.disk.loadStart().drafts.first {
                $0.application == id && $0.phase != .submitted
            }
            guard application.isCompared(draft) else {
                throw CommandFailure(RequestChangeWords.onlyReturned(application.state))
            }
            guard let changes = application.changedSinceSubmission(draft) else {
                throw CommandFailure(RequestChangeWords.submittedUnknown(id: id.rawValue), .notFound)
            }
            let output = CommandOutput(json: json, portal.reading)
            try show(changes, of: application, output, portal.languages)
            return !changes.isEmpty
        }
        if exitCode, differs { throw CommandFailure(told: .changed) }
    }

    private func show(
        _ changes: [AnswerSinceSubmission], of application: Application, _ output: CommandOutput, _ languages: [String]
    ) throws {
        guard !json else {
            for change in changes {
                guard try output.emit(AnswerChangeRecord(change, languages: languages)) else { return }
            }
            return
        }
        if changes.isEmpty { output.say(RequestChangeWords.answersSame) }
        let c = Phrasing.person
        for change in changes {
            let field = change.field
            var lines = ["\(field.id.form)/\(field.id.field)  \(field.title.text(in: languages))"]
            for (words, value) in [
                (RequestChangeWords.asSubmitted, change.before), (RequestChangeWords.asNow, change.now),
            ] {
                let answer = AnswerText.lines(value, of: field, languages: languages, files: application.attachments)
                let shown = answer.isEmpty ? [c.text(RequestChangeWords.noAnswer)] : answer
                lines.append("  \(c.text(words))")
                lines += shown.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
                    .map { "    \($0)" }
            }
            try output.show(lines.joined(separator: "\n"))
        }
    }
}

/// An answer that is another one than was submitted (docs/schemas/request-compare.json).
struct AnswerChangeRecord: Encodable {
    /// Whose number the form has.
    var form: Int64
    var field: String
    var title: String
    /// Of all types but tables.
    var submitted: String?
    var now: String?
    /// Of tables.
    var submittedRows: [[String: String]]?
    var nowRows: [[String: String]]?

    init(_ change: AnswerSinceSubmission, languages: [String]) {
        form = change.field.id.form
        field = change.field.id.field
        title = change.field.title.text(in: languages)
        switch change.before {
        case .text(let text): submitted = text
        case .table(let rows): submittedRows = rows
        }
        switch change.now {
        case .text(let text): now = text
        case .table(let rows): nowRows = rows
        }
    }
}
