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

/// `SaveFormsAndDuos` of daam.yaml. The demo's datasets carry no DUO codes, so those are passed over.
struct SaveForms: Decodable, Sendable {
    let forms: [Form]?

    struct Form: Decodable, Sendable {
        let formId: Int
        let fields: [Field]?
    }

    struct Field: Decodable, Sendable {
        let fieldId: String
        /// Null or absent for tables, which the demo's forms do not have.
        let value: String?
    }

    /// What is to be changed; a field that is not named keeps its answer.
    var changes: Answers {
        var changes: Answers = [:]
        for form in forms ?? [] {
            for field in form.fields ?? [] {
                guard let value = field.value else { continue }
                changes[AnswerKey(form: form.formId, field: field.fieldId)] = value
            }
        }
        return changes
    }
}
