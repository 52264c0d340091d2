/// `CreateApplication` of daam.yaml.
struct CreateApplication: Decodable, Sendable {
    let datasetIds: [String]
}

/// `CreateApplicationResponse` of daam.yaml.
struct CreatedApplication: Codable, Sendable {
    let applicationId: Int
}

/// `AcceptTermsCommand` of daam.yaml.
struct AcceptTerms: Decodable, Sendable {
    let acceptedLicenses: [Int]
}

/// `SaveFormsAndDuos` of daam.yaml. The demo's datasets carry no DUO codes, so those are read and
/// passed over.
struct SaveForms: Decodable, Sendable {
    let forms: [Form]?
    let duoCodes: [DUOCode]?

    struct DUOCode: Decodable, Sendable {
        let duoId: Int?
        let restrictions: [Restriction]?
    }

    struct Restriction: Decodable, Sendable {
        let type: String?
        let values: [String]?
    }

    struct Form: Decodable, Sendable {
        let formId: Int?
        let fields: [Field]?
    }

    struct Field: Decodable, Sendable {
        let fieldId: String?
        let value: String?
        let tableValues: [[Cell]]?

        /// Absent leaves the answer as it is.
        var answer: String? {
            guard let tableValues else { return value }
            let rows = tableValues.map { row in
                row.map { TableAnswer.Cell(column: $0.column ?? "", value: $0.value ?? "") }
            }
            return TableAnswer(rows: rows).stored
        }
    }

    /// `FormFieldTableValue` of daam.yaml, which requires neither.
    struct Cell: Decodable, Sendable {
        let column: String?
        let value: String?
    }

    /// What is to be changed; a field that is not named keeps its answer.
    var changes: Answers {
        var changes: Answers = [:]
        for form in forms ?? [] {
            for field in form.fields ?? [] {
                guard let formID = form.formId, let fieldID = field.fieldId, let answer = field.answer else { continue }
                changes[AnswerKey(form: formID, field: fieldID)] = answer
            }
        }
        return changes
    }
}

/// `AddedAttachment` of daam.yaml.
struct AddedAttachment: Encodable, Sendable {
    let id: Int
}

/// `InviteMember` of daam.yaml.
struct InviteMember: Decodable, Sendable {
    let name: String
    let email: String

    func check() throws {
        guard !name.isEmpty else { throw Refusal.malformed("name must not be empty.") }
        guard EmailAddress.isValid(email) else { throw Refusal.malformed("email must be an e-mail address.") }
    }
}

/// `RemoveMember` of daam.yaml.
struct RemoveMember: Decodable, Sendable {
    let memberId: String
}

/// `UpdateDatasets` of daam.yaml, which comes as a list of them; together they are what the application shall have.
struct UpdateDatasets: Decodable, Sendable {
    let datasetIds: [String]
    let comment: String?
}
