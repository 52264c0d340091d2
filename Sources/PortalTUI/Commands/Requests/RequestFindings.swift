import PortalModel

/// What keeps a request from being submitted (docs/schemas/request-new.json).
struct RequestFindings: Encodable {
    struct Problem: Encodable {
        /// Nil for what belongs to no field, such as a licence.
        var form: Int64?
        var field: String?
        var title: String
        var problem: String
    }

    var problems: [Problem]

    init(_ wizard: WizardState?, languages: [String]) {
        guard let wizard else {
            problems = []
            return
        }
        problems = wizard.missingFields.flatMap { field in
            wizard.problems(with: field).map {
                Problem(
                    form: field.id.form, field: field.id.field, title: field.title.text(in: languages),
                    problem: $0.sentence)
            }
        }
        problems += wizard.licencesToAccept.map {
            Problem(title: $0.title.text(in: languages), problem: "The licence is not accepted yet.")
        }
        let said = Set(problems.map(\.problem))
        problems += wizard.otherWarnings.map(\.sentence).filter { !said.contains($0) }.map {
            Problem(title: "The request", problem: $0)
        }
    }

    /// A line a problem, for people.
    var lines: [String] {
        problems.map { problem in
            let place = [problem.form.map { String($0) }, problem.field].compactMap(\.self).joined(separator: "/")
            return "  \(problem.title)\(place.isEmpty ? "" : " (\(place))"): \(problem.problem)"
        }
    }
}
