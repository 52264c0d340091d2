import PortalDomain

/// `CreateApplication` of daam.yaml. The ids are those of access management: the catalogue's `identifier`s.
struct CreateApplication: Encodable {
    var datasetIds: [String]
}

/// `AcceptTermsCommand` of daam.yaml. Replaces the accepted set.
struct AcceptTerms: Encodable {
    var acceptedLicenses: [Int64]
}

/// `InviteMember` of daam.yaml.
struct InviteMember: Encodable {
    var name: String
    var email: String
}

/// `RemoveMember` of daam.yaml.
struct RemoveMember: Encodable {
    var memberId: String
}

/// `UpdateDatasets` of daam.yaml. A comment that is nil is left out.
struct UpdateDatasets: Encodable {
    var datasetIds: [String]
    var comment: String?
}

/// `SaveFormsAndDuos` of daam.yaml, with the given fields only: the service keeps the others.
struct SaveForms: Encodable {
    var forms: [Form]

    struct Form: Encodable {
        var formId: Int64
        var fields: [Field]
    }

    struct Field: Encodable {
        var fieldId: String
        var value: String?
        var tableValues: [[Cell]]?
    }

    struct Cell: Encodable {
        var column: String
        var value: String
    }

    init(_ answers: [FieldID: FieldValue]) {
        let byForm = Dictionary(grouping: answers.sorted { $0.key.field < $1.key.field }) { $0.key.form }
        forms = byForm.sorted { $0.key < $1.key }.map { form, answers in
            Form(formId: form, fields: answers.map { Field($0.key, $0.value) })
        }
    }
}

extension SaveForms.Field {
    fileprivate init(_ id: FieldID, _ value: FieldValue) {
        switch value {
        case .text(let text): self.init(fieldId: id.field, value: text)
        case .table(let rows):
            self.init(
                fieldId: id.field,
                tableValues: rows.map { row in
                    row.sorted { $0.key < $1.key }.map { SaveForms.Cell(column: $0.key, value: $0.value) }
                })
        }
    }
}
