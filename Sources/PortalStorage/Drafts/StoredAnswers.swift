import FoundationEssentials
import GRDB
import PortalDomain

/// The column `answers` of a draft: its answers in JSON, or everything that a person has written in it, sealed.
enum StoredAnswers: Codable, DatabaseValueConvertible {
    case plain([DraftRow.Answer])
    case sealed(Data)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let answers = try? container.decode([DraftRow.Answer].self) {
            self = .plain(answers)
        } else {
            self = .sealed(try container.decode(Data.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .plain(let answers): try container.encode(answers)
        case .sealed(let value): try container.encode(value)
        }
    }

    var databaseValue: DatabaseValue {
        switch self {
        case .plain(let answers):
            let encoder = JSONEncoder()
            // As GRDB writes what it encodes itself.
            encoder.outputFormatting = .sortedKeys
            // Texts alone: it cannot fail, and what is no JSON is refused by the column, which may not be null.
            return (try? encoder.encode(answers)).map { String(decoding: $0, as: UTF8.self) }?.databaseValue ?? .null
        case .sealed(let value): return value.databaseValue
        }
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> StoredAnswers? {
        switch value.storage {
        case .blob(let bytes) where PrivateSeal.isSealed(bytes): .sealed(bytes)
        case .blob(let bytes): answers(bytes)
        case .string(let text): answers(Data(text.utf8))
        case .null, .int64, .double: nil
        }
    }

    private static func answers(_ json: Data) -> StoredAnswers? {
        (try? JSONDecoder().decode([DraftRow.Answer].self, from: json)).map(StoredAnswers.plain)
    }
}

/// Everything that a person has written in a draft. Ids, datasets, licences, states and times stay readable.
private struct PrivateWords: Codable {
    var answers: [DraftRow.Answer]
    var seenAtService: [DraftRow.Answer]?
    var sentToService: [DraftRow.Answer]?
    var aside: [DraftRow.Answer]?
    var submitted: [DraftRow.Answer]?
    var copied: CopiedAnswers?
}

extension DraftRow {
    private var place: PrivateSeal.Place { PrivateSeal.Place(table: "draft", column: "answers", row: id) }

    var isSealed: Bool {
        if case .sealed = answers { true } else { false }
    }

    /// As it is to lie on the disk; as it is where nothing has to be sealed.
    func sealed(by seal: PrivateSeal) throws -> DraftRow {
        guard case .plain(let answers) = answers else { return self }
        let words = PrivateWords(
            answers: answers, seenAtService: seenAtService, sentToService: sentToService, aside: aside,
            submitted: submitted, copied: copied)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let value = try seal.seal(try encoder.encode(words), at: place) else { return self }
        var row = self
        row.answers = .sealed(value)
        (row.seenAtService, row.sentToService, row.aside, row.submitted) = (nil, nil, nil, nil)
        row.copied = nil
        return row
    }

    /// As the draft is; throws where it is sealed and the key is not at hand.
    func opened(by seal: PrivateSeal) throws -> DraftRow {
        guard case .sealed(let value) = answers else { return self }
        let words = try JSONDecoder().decode(PrivateWords.self, from: try seal.open(value, at: place))
        var row = self
        row.answers = .plain(words.answers)
        (row.seenAtService, row.sentToService) = (words.seenAtService, words.sentToService)
        (row.aside, row.submitted, row.copied) = (words.aside, words.submitted, words.copied)
        return row
    }

    /// Puts it onto the disk, sealed where that has to be.
    func keep(in database: Database, by seal: PrivateSeal) throws { try sealed(by: seal).save(database) }

    /// The draft of that name as it is; nil where none is stored.
    static func stored(_ draft: String, in database: Database, by seal: PrivateSeal) throws -> DraftRow? {
        try fetchOne(database, key: ["id": draft])?.opened(by: seal)
    }
}
