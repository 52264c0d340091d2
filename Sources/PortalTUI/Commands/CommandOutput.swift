import Foundation
import PortalModel
import PortalViews
import TerminalCanvas

/// Where a command's results and words go: results to standard output, words for people to standard error.
struct CommandOutput {
    /// Results are JSON for a program instead of text for people.
    let isJSON: Bool
    private let results = TerminalWriter.standardOutput
    private let words = TerminalWriter.standardError

    init(json: Bool = false) { isJSON = json }

    /// A result for a program.
    func emit(_ record: some Encodable) throws { try check(results.write(try TerminalJSON(record))) }

    /// A result for people.
    func show(_ text: String) throws { try check(results.write(TerminalText(sanitizing: text))) }

    /// A document as a service gave it.
    func emit(document: Data) throws { try check(results.write(document: document)) }

    /// One line a record for a program, a table for people.
    func emit<Record: Encodable>(
        _ records: [Record], as titles: [String], none: String, row: (Record) -> [String]
    ) throws {
        guard !isJSON else {
            for record in records { try emit(record) }
            return
        }
        guard !records.isEmpty else { return say(none) }
        var table = Table(titles)
        for record in records { table.add(row(record)) }
        for line in table.lines(columns: results.columns) { try check(results.write(line)) }
    }

    /// Half a result must not look like a whole one to the next program.
    private func check(_ wasTaken: Bool) throws {
        guard !wasTaken else { return }
        throw CommandFailure(
            "The result could not be written to standard output: \(String(cString: strerror(errno))). Look at the disk, "
                + "then ask again.")
    }

    /// Something for people that is no result.
    func say(_ text: String) { words.write(TerminalText(sanitizing: text)) }

    /// Whether somebody is there who could answer a question.
    var canAsk: Bool { words.isTerminal && TerminalWriter.standardInputIsTerminal }

    static func day(_ date: Date?) -> String { date.map { DateText.day($0) } ?? "" }
}
