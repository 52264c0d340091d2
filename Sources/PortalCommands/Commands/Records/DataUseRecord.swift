import PortalModel

/// What a dataset may be used for: a code of DUO with its label (docs/schemas/show.json).
struct DataUseRecord: Encodable {
    var id: String
    var shorthand: String?
    var label: String?
    var meaning: String?
    var restrictions: [String]?
    /// What comparing a purpose with it came to.
    var answer: DataUseAnswer?

    init(_ use: DataUse, _ comparison: DataUseComparison?) {
        let term = use.code.term
        id = use.code.id
        (shorthand, label, meaning) = (term?.shorthand, term?.label, term?.meaning)
        restrictions = use.restrictions.isEmpty ? nil : use.restrictions
        answer = comparison?.answers[use]
    }
}
