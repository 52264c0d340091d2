/// A command that takes nothing but the application.
struct REMSCommand: Decodable, Sendable {
    let application: Int

    enum CodingKeys: String, CodingKey {
        case application = "application-id"
    }
}

struct REMSCreate: Decodable, Sendable {
    let items: [Int]

    enum CodingKeys: String, CodingKey {
        case items = "catalogue-item-ids"
    }
}

struct REMSChangeResources: Decodable, Sendable {
    let application: Int
    let items: [Int]
    let comment: String?

    enum CodingKeys: String, CodingKey {
        case application = "application-id"
        case items = "catalogue-item-ids"
        case comment
    }
}

struct REMSAcceptLicences: Decodable, Sendable {
    let application: Int
    let licences: [Int]

    enum CodingKeys: String, CodingKey {
        case application = "application-id"
        case licences = "accepted-licenses"
    }
}

struct REMSInvitation: Decodable, Sendable {
    let application: Int
    let member: Person

    struct Person: Decodable, Sendable {
        let name: String
        let email: String
    }

    enum CodingKeys: String, CodingKey {
        case application = "application-id"
        case member
    }
}

struct REMSRemoveMember: Decodable, Sendable {
    let application: Int
    let member: Person

    struct Person: Decodable, Sendable {
        let userid: String
    }

    enum CodingKeys: String, CodingKey {
        case application = "application-id"
        case member
    }
}

/// `SaveDraftCommand`.
struct REMSSaveDraft: Decodable, Sendable {
    let application: Int
    let values: [Value]
    let duoCodes: [DUOCode]?

    struct Value: Decodable, Sendable {
        let form: Int
        let field: String
        let value: REMSFieldValue
    }

    enum CodingKeys: String, CodingKey {
        case application = "application-id"
        case values = "field-values"
        case duoCodes = "duo-codes"
    }

    var changes: Answers {
        var changes: Answers = [:]
        for value in values {
            changes[AnswerKey(form: value.form, field: value.field)] = value.value.stored
        }
        return changes
    }
}

/// A text for most fields, rows of cells for tables.
enum REMSFieldValue: Codable, Sendable {
    case text(String)
    case table(TableAnswer)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else {
            self = .table(TableAnswer(rows: try container.decode([[TableAnswer.Cell]].self)))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .table(let table): try container.encode(table.rows)
        }
    }

    var stored: String {
        switch self {
        case .text(let text): text
        case .table(let table): table.stored
        }
    }
}
