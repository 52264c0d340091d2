import ArgumentParser
import PortalModel
import PortalStorage

/// `portal request template`: an answers file to fill in.
struct RequestTemplateCommand: PortalSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Write an answers file with every field and what it takes.",
        discussion: """
            A portal that gives out its form only with a request is asked for a draft, which is deleted again.
            """)

    @OptionGroup(title: "Which portal") var portal: PortalFlags
    @OptionGroup var datasets: RequestedDatasets

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let stored = portal.portal.disk.loadStart()
            let items = try await datasets.items(at: portal, stored)
            let plan = try await RequestPlan(for: items, at: portal, stored, another: true, isTrial: true)
            _ = try await plan.desk.open(plan.draft)
            guard let application = plan.desk.application else { throw CommandFailure("The portal gave no form.") }
            try await plan.desk.discard(portal.access, portal.portal.disk.journal)
            try CommandOutput().show(AnswersTemplate(languages: portal.languages).text(for: application, items))
        }
    }
}

/// Writes what `AnswersFile` reads.
struct AnswersTemplate {
    let languages: [String]

    func text(for application: Application, _ items: [BasketItem]) -> String {
        var lines = ["# The answers of a request for access. Use it with:"]
        let ids = items.map { Self.shellWord($0.id.rawValue) }.joined(separator: " ")
        lines += comment("  portal request new --dataset \(ids) --answers FILE", "")
        lines += comment(items.map { "for \($0.title)" }.joined(separator: "\n"), "")
        for licence in application.licences {
            lines += comment(
                "licence \(licence.id), accepted by --accept-licences: \(licence.title.text(in: languages))", "")
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
        var facts = [field.type.rawValue, field.isOptional ? "optional" : "required"]
        if let maximum = field.maxLength { facts.append("at most \(maximum) characters") }
        if let format = Self.formats[field.type] { facts.append(format) }
        if !field.isVisible { facts.append("asked only after other answers") }
        var lines = [""] + comment("\(title) [\(facts.joined(separator: ", "))]", "    ")
        lines += comment(field.info.text(in: languages), "    ")
        for option in field.options { lines += comment("\(option.key): \(option.label.text(in: languages))", "      ") }
        for column in field.columns {
            lines += comment("column \(column.key): \(column.label.text(in: languages))", "      ")
        }
        // A field that is not asked for keeps out of the way until it is.
        return lines + ["    \(field.isVisible ? "" : "# ")\(quoted(field.id.field)): \(value(of: field))"]
    }

    private static let formats: [FieldType: String] = [
        .date: "year-month-day", .email: "name@example.org", .phoneNumber: "+ and digits",
        .option: "one of these", .multiselect: "a list of some of these",
        .attachment: "ids of files, from portal request attach", .table: "a list of rows",
    ]

    private func value(of field: FormField) -> String {
        switch field.value {
        case .table(let rows):
            let written = rows.map { row in
                "{"
                    + row.sorted { $0.key < $1.key }.map { "\(quoted($0.key)): \(quoted($0.value))" }.joined(
                        separator: ", ")
                    + "}"
            }
            return "[" + written.joined(separator: ", ") + "]"
        case .text(let text):
            switch field.type {
            case .multiselect:
                return "[" + FormValidation.keys(of: field.value).map(quoted).joined(separator: ", ") + "]"
            case .table: return "[]"
            default: return quoted(text)
            }
        }
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

    /// A text in double quotes, which YAML reads as JSON does.
    private func quoted(_ text: String) -> String { (try? TerminalJSON(text))?.text ?? "\"\"" }
}
