import Foundation
import Glibc
import PortalModel
import PortalViews
import TerminalCanvas

/// Where a command's results and words go: results to standard output, words for people to standard error.
struct CommandOutput {
    /// Results are JSON for a program instead of text for people.
    let isJSON: Bool
    /// Results for people are lines to be heard one after the other.
    let isLinear: Bool
    /// Tells how old what is printed is; it stands in JSON beside each record.
    private let reading: Reading?
    private let results = TerminalWriter.standardOutput
    private let words = TerminalWriter.standardError

    init(json: Bool = false, _ reading: Reading? = nil, linear: Bool = false) {
        isJSON = json
        isLinear = linear || LinearFlag.isUsual
        self.reading = reading
    }

    /// A result for a program.
    ///
    /// - Returns: whether there is still a reader; without one a command may save itself the rest.
    @discardableResult
    func emit(_ record: some Encodable) throws -> Bool {
        guard let age = reading?.age else { return try isRead(results.write(try TerminalJSON(record))) }
        return try isRead(results.write(try TerminalJSON(AgedRecord(record: record, age: age))))
    }

    /// For a program what was done, for people the words.
    func report(_ record: some Encodable, _ words: some Wording) throws {
        if isJSON { try emit(record) } else { say(words) }
    }

    /// A result for people, in their language.
    func show(_ words: some Wording) throws { _ = try isRead(results.write(Phrasing.person(words))) }

    /// The same.
    ///
    /// - Returns: whether there is still a reader.
    func isShown(_ words: some Wording) throws(CommandFailure) -> Bool {
        try isRead(results.write(Phrasing.person(words)))
    }

    /// A result that is nobody's words: an id, a path, a document.
    func show(_ text: String) throws { _ = try isRead(results.write(text: text)) }

    /// A document as a service gave it, without the control characters in it unless it is wanted `raw`: it may be looked
    /// at through a pipe (`| head`, `| less -R`), and a terminal obeys them.
    func emit(document: Data, raw: Bool = false) throws {
        let plain = raw ? nil : PlainDocument(document)
        _ = try isRead(results.write(document: plain?.data ?? document))
        guard let plain, plain.left > 0 else { return }
        note(CommonCommandWords.controlsLeftOut(count: plain.left))
    }

    /// A part of a document that is written as it is made, and holds nothing that a terminal obeys.
    ///
    /// - Returns: whether there is still a reader.
    func emit(part: Data) throws(CommandFailure) -> Bool { try isRead(results.write(document: part)) }

    /// A part of a file that is no text; where it goes to must be no terminal (`isTerminal`).
    ///
    /// - Returns: whether there is still a reader.
    func emit(data: UnsafeRawBufferPointer) throws(CommandFailure) -> Bool { try isRead(results.write(data: data)) }

    /// Whether results are looked at by a person.
    var isTerminal: Bool { results.isTerminal }

    /// One line a record for a program, a table for people.
    ///
    /// - Parameter none: said to people where there are no records; nil where there always are.
    /// - Returns: whether all of it was read.
    @discardableResult
    func emit<Record: Encodable>(
        _ records: [Record], as titles: [ColumnWords], none: (any Wording)?, row: (Record) -> [String]
    ) throws -> Bool {
        guard !isJSON else {
            for record in records where try !emit(record) { return false }
            return true
        }
        guard !records.isEmpty else {
            if let none { say(none) }
            return true
        }
        let headings = titles.map { Phrasing.person($0) as TerminalText }
        return try write(headings, records.map(row), lead: ColumnWords.lead(among: titles))
    }

    /// - Parameter lead: the column that tells which row it is.
    @discardableResult
    private func write(
        _ headings: [TerminalText], _ rows: [[String]], atRight: Set<Int> = [], lead: Int?
    ) throws(CommandFailure) -> Bool {
        let lines: [TerminalText]
        if isLinear {
            var table = SpokenTable(headings, lead: lead)
            for row in rows { table.add(row) }
            lines = table.lines(.person)
        } else {
            var table = Table(headings, atRight: atRight)
            for row in rows { table.add(row) }
            lines = table.lines(columns: results.columns)
        }
        return try write(lines)
    }

    /// Lines of results for people.
    ///
    /// - Returns: whether all of them were read.
    @discardableResult
    func write(_ lines: [TerminalText]) throws(CommandFailure) -> Bool {
        for line in lines where try !isRead(results.write(line)) { return false }
        return true
    }

    /// A table for people whose columns somebody else named.
    func table(_ headings: [TerminalText], rows: [[String]]) throws {
        try write(headings, rows, lead: 0)
    }

    /// Datasets as a table for people, with the columns that they have chosen.
    ///
    /// - Parameter portals: who has each of them, in front; empty where there is one portal only.
    func list(_ datasets: [DatasetSummary], _ columns: [ListColumn], portals: [String] = []) throws {
        let words = Phrasing.person
        let front = portals.isEmpty ? [] : [words(ColumnWords.portal)]
        let numbers = Set(columns.indices.filter { columns[$0].isNumber }.map { $0 + front.count })
        let headings = columns.map { TerminalText(singleLine: words.text(Message.search(.column($0))).uppercased()) }
        let rows = datasets.enumerated().map { row, dataset in
            (portals.isEmpty ? [] : [portals[row]]) + columns.map { Self.cell($0, of: dataset, words) }
        }
        let lead = columns.firstIndex(of: .title).map { $0 + front.count }
        try write(front + headings, rows, atRight: numbers, lead: lead)
    }

    /// As the catalogue has it, where a cell of the screen is the same text made ready to be drawn.
    private static func cell(_ column: ListColumn, of dataset: DatasetSummary, _ words: Phrasing) -> String {
        switch column {
        case .title where !dataset.title.isEmpty: dataset.title
        case .publisher: dataset.publishers.joined(separator: ", ")
        case .keywords: dataset.keywords.joined(separator: ", ")
        default: words.cell(column, of: dataset).plain
        }
    }

    /// A reader that has gone (`| head -1`) has what it wanted, and the command ends as it would have; a full disk is
    /// a failure.
    private func isRead(_ outcome: TerminalWriter.Outcome) throws(CommandFailure) -> Bool {
        switch outcome {
        case .written: return true
        case .closed: return false
        case .failed(let code): throw CommandFailure(CommonCommandWords.notWritten(code: code))
        }
    }

    /// Something for people that is no result, in their language.
    func say(_ words: some Wording) { self.words.write(Phrasing.person(words)) }

    /// The same with the program's name before it: what is no part of what the command was asked for.
    func note(_ words: some Wording) { self.words.write("portal: \(Phrasing.person(words))") }

    /// Whether a line that is written over is looked at by a person.
    var showsProgress: Bool { words.isTerminal }

    /// In the place of the line that the cursor is in, which is on a terminal. Cut to one line; empty clears it.
    func showOver(_ words: some Wording) { self.words.write(over: Phrasing.person(words)) }

    /// Whether somebody is there who could answer a question.
    var canAsk: Bool { words.isTerminal && TerminalWriter.standardInputIsTerminal }

    /// All of standard input.
    static func standardInput() throws(CommandFailure) -> String {
        do throws(GivenText.Refusal) {
            return try GivenText(descriptor: STDIN_FILENO).text
        } catch {
            throw CommandFailure(FileWords.refused(error, path: nil), .validation)
        }
    }

    static func day(_ date: Date?) -> String { date.map { DateText.day($0) } ?? "" }
}

extension TerminalWriter.Outcome {
    /// Whether it failed, which is said then. A reader that has gone is none.
    package var isFailureTold: Bool {
        guard case .failed(let code) = self else { return false }
        CommandOutput().note(CommonCommandWords.notWritten(code: code))
        return true
    }
}

extension CommonCommandWords {
    /// - Parameter code: the system's number.
    fileprivate static func notWritten(code: Int32) -> Self { .notWritten(words: String(cString: strerror(code))) }
}
