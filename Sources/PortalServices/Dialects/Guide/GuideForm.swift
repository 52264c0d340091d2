import JSONStream
import PortalDomain

/// The guide's request as one form: its contract has a fixed shape, `RequestData`, where others have forms of their own.
enum GuideForm {
    static let form: Int64 = 1
    static let purpose = FieldID(form: form, field: "purpose")
    static let organization = FieldID(form: form, field: "organization")
    static let ethicsApproval = FieldID(form: form, field: "ethicsApproval")
    static let participants = FieldID(form: form, field: "participants")

    static let roles: [FieldOption] = [
        FieldOption(key: "principal_investigator", label: both("Principal investigator", "Projektleitung")),
        FieldOption(key: "researcher", label: both("Researcher", "Forschung")),
        FieldOption(key: "analyst", label: both("Analyst", "Auswertung")),
    ]

    /// - Parameter data: `RequestData` with the answers; null for an empty form.
    static func form(holding data: JSONValue = .null) -> RequestForm {
        RequestForm(
            id: form, title: both("Request", "Antrag"),
            fields: [
                FormField(
                    id: purpose, type: .multilineText, title: both("Purpose", "Zweck"),
                    info: both("What the data are needed for.", "Wofür die Daten gebraucht werden."),
                    value: .text(data["purpose"].text ?? "")),
                FormField(
                    id: organization, type: .text, title: both("Organisation", "Einrichtung"),
                    info: both("Where the work is done.", "Wo die Arbeit geschieht."),
                    value: .text(data["organization"].text ?? "")),
                FormField(
                    id: ethicsApproval, type: .text, title: both("Ethics approval", "Ethikvotum"),
                    info: both("Its number, or where it is to be found.", "Seine Nummer, oder wo es zu finden ist."),
                    isOptional: true,
                    value: .text(data["ethicsApproval"].text ?? "")),
                FormField(
                    id: participants, type: .table, title: both("Participants", "Teilnehmende"),
                    info: both(
                        "Everybody who works with the data. A role is one of: \(roles(in: "en")).",
                        "Alle, die mit den Daten arbeiten. Eine Rolle ist eine von: \(roles(in: "de"))."),
                    columns: columns,
                    value: .table(rows(data["participants"]))),
            ])
    }

    /// What of the answers the contract does not allow (guide.yaml, `CreateAccessRequest`), by field. The service has no
    /// words for it, so that they are looked at before they are sent.
    static func problems(with answers: [FieldID: FieldValue]) -> [ValidationWarning] {
        form().fields.flatMap { field in
            keys(ofProblemsWith: answers[field.id] ?? field.blank, in: field)
                .map { ValidationWarning(key: "t.form.validation/\($0)", field: field.id) }
        }
    }

    /// The keys by which REMS names what can be wrong here.
    private static func keys(ofProblemsWith value: FieldValue, in field: FormField) -> [String] {
        guard !value.isBlank else { return field.isOptional ? [] : ["required"] }
        guard case .table(let rows) = value else { return [] }
        let isWhole = rows.allSatisfy { row in
            field.columns.allSatisfy { row[$0.key]?.allSatisfy(\.isWhitespace) == false }
        }
        guard isWhole else { return ["column-values-missing"] }
        let found = field.columns.flatMap { column in
            rows.compactMap { column.rule?.key(against: $0[column.key] ?? "") }
        }
        return ["invalid-email", "invalid-value"].filter(found.contains)
    }

    /// This form is the program's own, so that it comes in the languages that the program speaks.
    private static func both(_ english: String, _ german: String) -> LocalizedText {
        LocalizedText([.init(language: "en", text: english), .init(language: "de", text: german)])
    }

    private static func roles(in language: String) -> String {
        let names = roles.map { $0.label.text(in: [language]) }
        return (language == "en" ? names.map { $0.lowercased() } : names).joined(separator: ", ")
    }

    private static let columns = [
        FieldOption(key: "name", label: both("Name", "Name")),
        FieldOption(key: "email", label: both("E-mail", "E-Mail"), rule: .email),
        FieldOption(key: "role", label: both("Role", "Rolle"), rule: .oneOf(roles)),
        FieldOption(key: "organization", label: both("Organisation", "Einrichtung")),
    ]

    private static func rows(_ participants: JSONValue) -> [[String: String]] {
        participants.list.compactMap { person in
            let cells = columns.compactMap { column in person[column.key].text.map { (column.key, $0) } }
            return cells.isEmpty ? nil : Dictionary(cells) { first, _ in first }
        }
    }
}

/// `CreateAccessRequest` of guide.yaml.
struct CreateAccessRequest: Encodable {
    var datasetId: String
    /// There is no call to submit a draft later.
    var status = "submitted"
    var requestData: RequestData

    struct RequestData: Encodable {
        var purpose: String
        var organization: String
        var ethicsApproval: String?
        var participants: [Participant]
    }

    struct Participant: Encodable {
        var name: String
        var email: String
        var role: String
        var organization: String
    }

    init(dataset: String, answers: [FieldID: FieldValue]) {
        datasetId = dataset
        let ethics = answers[GuideForm.ethicsApproval]?.text ?? ""
        var people: [Participant] = []
        if case .table(let rows) = answers[GuideForm.participants] {
            people = rows.map { row in
                Participant(
                    name: row["name"] ?? "", email: row["email"] ?? "", role: row["role"] ?? "",
                    organization: row["organization"] ?? "")
            }
        }
        requestData = RequestData(
            purpose: answers[GuideForm.purpose]?.text ?? "", organization: answers[GuideForm.organization]?.text ?? "",
            ethicsApproval: ethics.isEmpty ? nil : ethics, participants: people)
    }
}

extension ColumnRule {
    /// Nil for a cell that keeps the rule.
    fileprivate func key(against cell: String) -> String? {
        switch self {
        case .email: FieldSyntax.isEmail(cell) ? nil : "invalid-email"
        case .oneOf(let options): options.contains { $0.key == cell } ? nil : "invalid-value"
        }
    }
}
