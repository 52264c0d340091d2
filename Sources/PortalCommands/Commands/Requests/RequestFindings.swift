import PortalModel

/// What keeps a request from being submitted (docs/schemas/request-new.json).
struct RequestFindings: Encodable {
    package struct Problem: Encodable {
        /// Nil for what belongs to no field, such as a licence.
        var form: Int64?
        var field: String?
        var title: String
        package var problem: String
    }

    var problems: [Problem]

    /// - Parameter refusal: of the portal, where it says more than what belongs to a field.
    init(_ session: RequestSession?, refusal: PortalError? = nil, languages: [String]) {
        guard let session else {
            problems = []
            return
        }
        problems = session.missingFields.flatMap { field in
            let value = session.value(of: field)
            return session.problems(with: field).map {
                Problem(
                    form: field.id.form, field: field.id.field, title: field.title.text(in: languages),
                    problem: ([$0.sentence] + Self.places($0, value, field, languages)).joined(separator: " "))
            }
        }
        problems += session.licencesToAccept.map {
            Problem(title: $0.title.text(in: languages), problem: "The licence is not accepted yet.")
        }
        let said = Set(problems.map(\.problem))
        problems += session.otherWarnings.map(\.sentence).filter { !said.contains($0) }.map {
            Problem(title: "The request", problem: $0)
        }
        if problems.isEmpty, let refusal {
            problems.append(Problem(title: "The request", problem: refusal.why.sentence))
        }
    }

    /// Where in an answer it is, and what may stand there.
    private static func places(
        _ problem: FieldProblem, _ value: FieldValue, _ field: FormField, _ languages: [String]
    ) -> [String] {
        func choices(_ options: [FieldOption]) -> String {
            let shown = options.prefix(12).map { option in
                let label = option.label.text(in: languages)
                return label.isEmpty || label == option.key ? option.key : "\(option.key) (\(label))"
            }
            return shown.joined(separator: ", ") + (options.count > 12 ? " and \(options.count - 12) more" : "")
        }
        guard case .table(let rows) = value else {
            guard problem == .notAnOption else { return [] }
            return ["“\(value.text.prefix(60))” is none of: \(choices(field.options))."]
        }
        return rows.enumerated().flatMap { index, row in
            field.columns.compactMap { column -> String? in
                let (cell, place) = (row[column.key] ?? "", "row \(index + 1), \(column.label.text(in: languages))")
                if problem == .columnValuesMissing {
                    return cell.allSatisfy(\.isWhitespace) ? "Empty: \(place)." : nil
                }
                guard FormValidation.fault(in: cell, of: column) == problem else { return nil }
                guard case .oneOf(let options) = column.rule else { return "“\(cell.prefix(60))”, \(place)." }
                return "“\(cell.prefix(60))”, \(place), is none of: \(choices(options))."
            }
        }.prefix(6).map(\.self)
    }

    /// A line a problem, for people.
    var lines: [String] {
        problems.map { problem in
            let place = [problem.form.map { String($0) }, problem.field].compactMap(\.self).joined(separator: "/")
            return "  \(problem.title)\(place.isEmpty ? "" : " (\(place))"): \(problem.problem)"
        }
    }
}
