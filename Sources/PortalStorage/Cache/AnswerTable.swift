import FoundationEssentials
import GRDB
import PortalDomain

/// Which portal has answered, and in which language it was asked.
struct KeptPortal: Hashable, Sendable {
    /// Addresses and dialects; no language.
    let name: String
    /// The tag in which it is asked, of ISO 639-1; empty where that makes no difference.
    let language: String

    /// As it stands in the table.
    var text: String { language.isEmpty ? name : "\(name) \(language)" }

    /// The language of a row of the same portal; nil for one of another.
    func language(of text: String) -> String? {
        guard text.hasPrefix(name + " ") else { return nil }
        let rest = text.dropFirst(name.count + 1)
        return rest.isEmpty || rest.contains(" ") ? nil : String(rest)
    }

    /// Rows of the portal in whatever language: a blank is below everything that a tag has.
    static let condition = "(portal = ? OR portal > ? AND portal < ?)"
    var arguments: StatementArguments { [name, name + " ", name + "!"] }
}

/// Where an answer lies: one portal, one asker, one question.
struct AnswerKey: Sendable {
    var portal: KeptPortal
    /// Empty for nobody.
    var owner: String
    var question: String

    /// Nil for what cannot be kept: a question about one's own requests that nobody in particular asks.
    init?(_ question: Question, portal: KeptPortal, asker: Asker) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let text = try? encoder.encode(question) else { return nil }
        switch asker {
        case .nobody: if question.handling.isPrivate { return nil }
        case .somebody(let name): if name.isEmpty { return nil }
        }
        self.portal = portal
        owner = asker.owner
        self.question = String(decoding: text, as: UTF8.self)
    }

    var arguments: StatementArguments { [portal.text, owner, question] }
    static let condition = "portal = ? AND owner = ? AND question = ?"
}

extension Asker {
    var owner: String {
        switch self {
        case .nobody: ""
        case .somebody(let name): name
        }
    }
}

/// Statements on the table of kept answers.
struct AnswerTable {
    let database: Database

    /// Of the whole file, in bytes.
    static let limit = 64 << 20
    /// In seconds: older ones are dropped when the file is opened by a program.
    static let oldest: TimeInterval = 30 * 86_400
    /// An answer that has not changed is written anew after so many seconds, and its use noted: polling does not write.
    static let patience: TimeInterval = 60

    /// What was kept, with its time. One that cannot be understood is deleted.
    func find(_ key: AnswerKey, at now: Date) throws -> (answer: Answer, at: Date)? {
        let row = try Row.fetchOne(
            database, sql: "SELECT at, used, contents FROM answer WHERE \(AnswerKey.condition)",
            arguments: key.arguments)
        guard let row, let contents = Data.fromDatabaseValue(row["contents"]),
            let at = Double.fromDatabaseValue(row["at"])
        else { return nil }
        guard let answer = try? JSONDecoder().decode(Answer.self, from: contents) else {
            try delete(key)
            return nil
        }
        let used = Double.fromDatabaseValue(row["used"]) ?? 0
        if abs(now.timeIntervalSince1970 - used) > Self.patience {
            try database.execute(
                sql: "UPDATE answer SET used = ? WHERE \(AnswerKey.condition)",
                arguments: [now.timeIntervalSince1970] + key.arguments)
        }
        return (answer, Date(timeIntervalSince1970: at))
    }

    /// The newest of what was kept of the portal in other languages, with the tag of its language.
    func findElsewhere(_ key: AnswerKey) throws -> (answer: Answer, at: Date, language: String)? {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT portal, at, contents FROM answer WHERE \(KeptPortal.condition) AND owner = ? AND question = ?
                ORDER BY at DESC
                """, arguments: key.portal.arguments + [key.owner, key.question])
        for row in rows {
            guard let language = String.fromDatabaseValue(row["portal"]).flatMap(key.portal.language(of:)),
                let contents = Data.fromDatabaseValue(row["contents"]), let at = Double.fromDatabaseValue(row["at"]),
                let answer = try? JSONDecoder().decode(Answer.self, from: contents)
            else { continue }
            return (answer, Date(timeIntervalSince1970: at), language)
        }
        return nil
    }

    func keep(_ contents: Data, of answer: Answer, as key: AnswerKey, at now: Date, limit: Int = limit) throws {
        try forgetDecided(answer, key)
        if try isKept(contents, as: key, at: now) { return }
        // Long values lie in pages of their own.
        let size = (contents.count + key.question.utf8.count + key.portal.text.utf8.count + 200) / 4096 * 4096 + 4096
        // One that would drive out many others is not kept.
        guard size <= limit / 8 else { return try delete(key) }
        let (application, state) = answer.ofApplication
        try database.execute(
            sql: """
                INSERT OR REPLACE INTO answer (portal, owner, question, application, state, at, used, size, contents)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: key.arguments + [
                application, state, now.timeIntervalSince1970, now.timeIntervalSince1970, size, contents,
            ])
        try shrink(to: limit)
    }

    private func isKept(_ contents: Data, as key: AnswerKey, at now: Date) throws -> Bool {
        let at = try Double.fetchOne(
            database, sql: "SELECT at FROM answer WHERE \(AnswerKey.condition) AND contents = ?",
            arguments: key.arguments + [contents])
        return at.map { abs(now.timeIntervalSince1970 - $0) < Self.patience } ?? false
    }

    /// A list says in which state each request is: one that was kept in another state is not true any more.
    private func forgetDecided(_ answer: Answer, _ key: AnswerKey) throws {
        guard case .applications(let applications) = answer else { return }
        let states = Dictionary(applications.map { ($0.id.rawValue, $0.state.word) }) { first, _ in first }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT rowid, application, state FROM answer
                WHERE \(KeptPortal.condition) AND owner = ? AND application NOT NULL
                """, arguments: key.portal.arguments + [key.owner])
        for row in rows {
            guard let id = String.fromDatabaseValue(row["application"]),
                states[id] != String.fromDatabaseValue(row["state"])
            else { continue }
            try database.execute(
                sql: "DELETE FROM answer WHERE rowid = ?", arguments: [Int64.fromDatabaseValue(row["rowid"])])
        }
    }

    func delete(_ key: AnswerKey) throws {
        try database.execute(sql: "DELETE FROM answer WHERE \(AnswerKey.condition)", arguments: key.arguments)
    }

    /// Of everybody: a change that one person makes may be seen by another who takes part.
    func forget(_ change: ChangedRequest, portal: KeptPortal, questions: [String]) throws {
        let condition = KeptPortal.condition
        for question in questions {
            try database.execute(
                sql: "DELETE FROM answer WHERE \(condition) AND question = ?", arguments: portal.arguments + [question])
        }
        guard let id = change.id else { return }
        try database.execute(
            sql: "DELETE FROM answer WHERE \(condition) AND application = ?",
            arguments: portal.arguments + [id.rawValue])
    }

    func forgetAll() throws { try database.execute(sql: "DELETE FROM answer") }

    func forgetPrivate() throws { try database.execute(sql: "DELETE FROM answer WHERE owner <> ''") }

    func forgetOld(at now: Date) throws {
        try database.execute(
            sql: "DELETE FROM answer WHERE at < ?", arguments: [now.timeIntervalSince1970 - Self.oldest])
    }

    /// The least recently used go first, and a few more than have to, so that not every answer costs another one.
    private func shrink(to limit: Int) throws {
        guard var total = try Int.fetchOne(database, sql: "SELECT COALESCE(SUM(size), 0) FROM answer"), total > limit
        else {
            return
        }
        let rows = try Row.fetchAll(database, sql: "SELECT rowid, size FROM answer ORDER BY used, rowid")
        for row in rows {
            guard total > limit / 8 * 7 else { return }
            try database.execute(
                sql: "DELETE FROM answer WHERE rowid = ?", arguments: [Int64.fromDatabaseValue(row["rowid"])])
            total -= Int.fromDatabaseValue(row["size"]) ?? 0
        }
    }
}

extension Answer {
    fileprivate var ofApplication: (id: String?, state: String?) {
        if case .application(let application) = self {
            (application.id.rawValue, application.state.word)
        } else {
            (nil, nil)
        }
    }
}
