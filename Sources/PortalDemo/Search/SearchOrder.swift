import HTTPTypes

/// The order of results, from CKAN's `sort` such as `score desc, metadata_modified desc`.
struct SearchOrder: Equatable, Sendable {
    static let standard = "score desc, metadata_modified desc"

    /// What comes after ORDER BY. `rank` is the column of the full-text index, lower is better.
    let sql: String

    /// - Parameter isRanked: Whether there are words to be ranked by.
    /// - Throws: `Problem` 500 for a field or direction that CKAN does not know, as the running service answers.
    init(_ sort: String?, isRanked: Bool) throws {
        let text = (sort ?? "").allSatisfy(\.isWhitespace) ? Self.standard : sort ?? Self.standard
        var terms = try text.split(separator: ",").flatMap { try Self.terms(String($0), isRanked: isRanked) }
        // A last word on equals, so that pages neither overlap nor leave gaps.
        terms.append("number")
        sql = terms.joined(separator: ", ")
    }

    /// The standard order, which always can be.
    init(isRanked: Bool) {
        sql = (isRanked ? "rank ASC, " : "") + "\(Self.dated("modified", "desc")), number"
    }

    private static func terms(_ clause: String, isRanked: Bool) throws -> [String] {
        let words = clause.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        guard words.count == 2, ["asc", "desc"].contains(words[1]) else {
            throw refusal("Unknown sort order in \"\(clause)\".")
        }
        let direction = words[1]
        switch words[0] {
        case "score": return isRanked ? ["rank \(direction == "desc" ? "ASC" : "DESC")"] : []
        case "metadata_modified", "modified": return [dated("modified", direction)]
        case "metadata_created", "created", "issued": return [dated("created", direction)]
        case "title", "title_string", "name": return ["titleKey \(direction)"]
        default: throw refusal("Can't determine a sort order for the field \"\(words[0])\".")
        }
    }

    /// What has no date comes last, as it does for SQLite in this direction: only so the index serves.
    private static func dated(_ column: String, _ direction: String) -> String {
        direction == "desc" ? "\(column) desc" : "\(column) asc NULLS LAST"
    }

    private static func refusal(_ detail: String) -> Problem {
        Problem(.internalServerError, "Not expected exception", "Search Query is invalid: \(detail)")
    }
}
