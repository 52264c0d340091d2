import Foundation

/// The rows of a table's answer, each with a cell for every column.
struct TableAnswer: Codable, Equatable, Sendable {
    struct Cell: Codable, Equatable, Sendable {
        let column: String
        let value: String
    }

    let rows: [[Cell]]

    init(rows: [[Cell]]) {
        self.rows = rows
    }

    /// - Returns: nil where no table was saved.
    init?(stored text: String) {
        guard let rows = try? JSONDecoder().decode([[Cell]].self, from: Data(text.utf8)) else { return nil }
        self.rows = rows
    }

    /// As it is kept among the other answers.
    var stored: String {
        // Lists of texts always encode.
        (try? JSONEncoder().encode(rows)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }
}
