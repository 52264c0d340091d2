import Foundation
import GRDB
import HTTPTypes

/// A condition on rows of `dataset` with the values that its question marks stand for.
struct SearchCondition: Sendable {
    let sql: String
    let arguments: [any DatabaseValueConvertible & Sendable]

    static func all(_ conditions: [SearchCondition]) -> SearchCondition {
        joined(conditions, " AND ", whenEmpty: "1")
    }

    static func any(_ conditions: [SearchCondition]) -> SearchCondition {
        joined(conditions, " OR ", whenEmpty: "0")
    }

    var negated: SearchCondition { SearchCondition(sql: "NOT (\(sql))", arguments: arguments) }

    private static func joined(_ conditions: [SearchCondition], _ word: String, whenEmpty: String) -> SearchCondition {
        guard !conditions.isEmpty else { return SearchCondition(sql: whenEmpty, arguments: []) }
        return SearchCondition(
            sql: conditions.map { "(\($0.sql))" }.joined(separator: word), arguments: conditions.flatMap(\.arguments))
    }
}
