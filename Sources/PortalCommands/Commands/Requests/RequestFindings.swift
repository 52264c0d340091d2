import PortalModel
import PortalViews
import TerminalCanvas

/// What keeps a request from being submitted (docs/schemas/request-new.json).
struct RequestFindings: Encodable {
    package struct Problem: Encodable {
        /// Nil for what belongs to no field, such as a licence.
        var form: Int64?
        var field: String?
        var title: any Wording & Sendable
        var finding: FindingWords

        /// In English.
        package var problem: String { Phrasing(.english).text(finding) }

        private enum Key: String, CodingKey { case form, field, title, problem }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encodeIfPresent(form, forKey: .form)
            try container.encodeIfPresent(field, forKey: .field)
            try container.encode(Phrasing(.english).text(title), forKey: .title)
            try container.encode(problem, forKey: .problem)
        }
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
                    form: field.id.form, field: field.id.field, title: Reason.words(field.title.text(in: languages)),
                    finding: .field($0, at: Self.places($0, value, field, languages)))
            }
        }
        problems += session.licencesToAccept.map {
            Problem(title: Reason.words($0.title.text(in: languages)), finding: .licenceNotAccepted)
        }
        let said = Set(problems.map(\.problem))
        problems += session.otherWarnings.filter { !said.contains($0.sentence) }.map {
            Problem(title: FindingWords.request, finding: .field($0, at: []))
        }
        if problems.isEmpty, let refusal {
            problems.append(Problem(title: FindingWords.request, finding: .refused(refusal.why)))
        }
    }

    /// Where in an answer it is, and what may stand there.
    private static func places(
        _ problem: FieldProblem, _ value: FieldValue, _ field: FormField, _ languages: [String]
    ) -> [FindingWords.Place] {
        func choices(_ options: [FieldOption]) -> [FindingWords.Option] {
            options.prefix(most).map { FindingWords.Option(key: $0.key, label: $0.label.text(in: languages)) }
        }
        guard case .table(let rows) = value else {
            guard problem == .notAnOption else { return [] }
            return [
                .noneOf(String(value.text.prefix(60)), choices(field.options), more: field.options.count - most)
            ]
        }
        return rows.enumerated().flatMap { index, row in
            field.columns.compactMap { column -> FindingWords.Place? in
                let cell = row[column.key] ?? ""
                let place = FindingWords.Cell(row: index + 1, column: column.label.text(in: languages))
                if problem == .columnValuesMissing {
                    return cell.allSatisfy(\.isWhitespace) ? .emptyCell(place) : nil
                }
                guard FormValidation.fault(in: cell, of: column) == problem else { return nil }
                let shown = String(cell.prefix(60))
                guard case .oneOf(let options) = column.rule else { return .cell(shown, place) }
                return .cellNoneOf(shown, place, choices(options), more: options.count - most)
            }
        }.prefix(6).map(\.self)
    }

    /// How many of the choices are named.
    private static let most = 12
}

/// A line a problem, for people.
extension RequestFindings.Problem: Wording {
    package func english(_ c: Phrasing) -> TerminalText { line(c) }

    package func german(_ c: Phrasing) -> TerminalText? { line(c) }

    private func line(_ c: Phrasing) -> TerminalText {
        let place = [form.map { String($0) }, field].compactMap(\.self).joined(separator: "/")
        return "  \(c(title))\(place.isEmpty ? "" : " (\(place))"): \(c(finding))"
    }
}
