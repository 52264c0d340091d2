import ArgumentParser
import Foundation
import PortalModel
import PortalStorage
import PortalViews

/// `portal request template`: an answers file to fill in.
struct RequestTemplateCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Write an answers file with every field and what it takes.",
        discussion: """
            With --from it holds the answers of a request that is there, or of its draft on this machine, to be used for \
            another one; files are not taken along. A portal that gives out its form only with a request is asked for a draft, which is deleted again.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var datasets: RequestedDatasets

    @Option(help: ArgumentHelp("Take the answers of this request.", valueName: "id"))
    var from: String?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Where to, as a file for your eyes only; standard output when left out.", valueName: "file"))
    var output: String?

    func validate() throws {
        if from != nil, !datasets.dataset.isEmpty {
            throw ValidationError(RequestFileWords.fromHasDatasets)
        }
    }

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let text = try await text(at: portal)
            guard let output else { return try CommandOutput().show(text) }
            do throws(PrivateFile.Refusal) {
                try PrivateFile.write(Data((text + "\n").utf8), to: output)
            } catch {
                throw CommandFailure(FileWords.notWritten(error, path: output))
            }
            CommandOutput().say(RequestFileWords.templateIsIn(path: output))
        }
    }

    private func text(at portal: CommandPortal) async throws -> String {
        let stored = try portal.portal.drafts.required().loadStart()
        if let from { return try await Self.text(of: ApplicationID(from), at: portal, stored) }
        let items = try await datasets.items(at: portal, stored)
        let plan = try await RequestPlan(anew: items, at: portal, stored, isTrial: true)
        _ = try await plan.desk.open(plan.draft)
        guard let application = plan.desk.application else { throw CommandFailure(RequestMakingWords.noForm) }
        try await plan.desk.discard(portal.access, portal.portal.disk.journal)
        if portal.portal.info.capabilities.submission == .staged {
            CommandOutput().say(RequestFileWords.numberUsedUp(id: application.id.rawValue))
        }
        return AnswersTemplate(languages: portal.languages).text(for: application, items)
    }

    private static func text(
        of id: ApplicationID, at portal: CommandPortal, _ stored: StoredState
    ) async throws -> String {
        let application = try await portal.access.application(id)
        let draft = stored.drafts.first { $0.application == id }
        return AnswersTemplate(languages: portal.languages, takesFiles: false)
            .text(for: application.answered(with: draft?.answers ?? [:]), draft?.datasets ?? [])
    }
}

/// Writes what `AnswersFile` reads.
struct AnswersTemplate {
    package let languages: [String]
    /// Files belong to the request that they were attached to: for another one their numbers mean nothing.
    var takesFiles = true

    /// In the first of the languages that is spoken here.
    private var c: Phrasing { Phrasing(Language(preferring: languages)) }

    func text(for application: Application, _ items: [BasketItem]) -> String {
        var lines = comment(c.text(TemplateWords.useWith), "")
        let ids = items.isEmpty ? "ID" : items.map { Self.shellWord($0.id.rawValue) }.joined(separator: " ")
        lines += comment("  portal request new --dataset \(ids) --answers FILE", "")
        lines += comment(items.map { c.text(TemplateWords.dataset(title: $0.title)) }.joined(separator: "\n"), "")
        for licence in application.licences {
            lines += comment(
                c.text(TemplateWords.licence(licence.id, title: licence.title.text(in: languages))), "")
            lines += comment(licence.content.text(in: languages), "  ")
        }
        lines.append("answers:")
        for form in application.forms {
            lines += comment(form.title.text(in: languages), "  ") + ["  \(quoted(String(form.id))):"]
            for field in form.fields { lines += self.lines(for: field) }
        }
        return lines.joined(separator: "\n")
    }

    private func lines(for field: FormField) -> [String] {
        let title = field.title.text(in: languages)
        guard field.type.takesValue else { return [""] + comment(title, "    ") }
        var facts = [TemplateWords.takes(field.kind.guidance)]
        if let form = Self.form(of: field.type.shape) { facts.append(form) }
        facts.append(field.isOptional ? .optional : .required)
        if let maximum = field.maxLength, field.type.shape.hasLength { facts.append(.most(characters: maximum)) }
        if !field.isVisible { facts.append(.askedLater) }
        var lines = [""] + comment("\(title) [\(facts.map { c.text($0) }.joined(separator: ", "))]", "    ")
        lines += comment(field.info.text(in: languages), "    ")
        for option in field.options { lines += comment("\(option.key): \(option.label.text(in: languages))", "      ") }
        for column in field.columns {
            lines += comment(
                c.text(TemplateWords.column(key: column.key, label: column.label.text(in: languages))), "      ")
            guard case .oneOf(let options) = column.rule else { continue }
            for option in options {
                lines += comment("\(option.key): \(option.label.text(in: languages))", "        ")
            }
        }
        // A field that is not asked for keeps out of the way until it is.
        return lines + ["    \(field.isVisible ? "" : "# ")\(quoted(field.id.field)): \(value(of: field))"]
    }

    /// How it is written here, where that is not as it is read.
    private static func form(of shape: AnswerShape) -> TemplateWords? {
        switch shape {
        case .choices: .list
        case .rows: .listOfRows
        case .files: .fileIDs
        case .heading, .explanation, .line, .lines, .choice: nil
        }
    }

    private func value(of field: FormField) -> String {
        let isTaken = takesFiles || !field.kind.belongsToRequest
        return switch field.kind.written(isTaken ? field.value : field.blank) {
        case .text(let text): quoted(text)
        case .list(let texts): "[" + texts.map(quoted).joined(separator: ", ") + "]"
        case .rows(let rows): "[" + rows.map(row).joined(separator: ", ") + "]"
        }
    }

    private func row(_ cells: [String: String]) -> String {
        let written = cells.sorted { $0.key < $1.key }.map { "\(quoted($0.key)): \(quoted($0.value))" }
        return "{" + written.joined(separator: ", ") + "}"
    }

    /// To be copied into a shell, which must not act on anything in it: ids are a catalogue's.
    private static func shellWord(_ text: String) -> String {
        let isPlain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.,:/@%+=".contains($0)) }
        return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }

    /// Every line of the text behind a `#`.
    private func comment(_ text: String, _ indent: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { "\(indent)# \($0)" }
    }

    private func quoted(_ text: String) -> String { TerminalJSON.quoted(inYAML: text) }
}
