import ArgumentParser
import Foundation
import PortalMirror
import PortalModel

/// For commands that can be answered by the mirror.
struct OfflineFlags: ParsableArguments, Sendable {
    @Flag(name: .customLong("offline"), help: "Answer from the mirror (portal mirror) and ask nobody; its age is told.")
    var isAsked = false

    @Option(
        help: ArgumentHelp("With --offline: the file of a mirror that is shared.", valueName: "file"),
        completion: .file())
    var mirror: String?

    func validate() throws {
        guard mirror == nil || isAsked else { throw ValidationError(MirrorWords.mirrorOfOffline) }
    }
}

/// `portal search --offline`: a line, answered by the mirror alone.
struct OfflineSearch: Sendable {
    private let line: QueryLine
    /// As it was typed, for the mark below what is wrong.
    private let text: String
    private let limit: Int
    private let offset: Int
    private let all: Bool
    private let json: Bool
    private let isLinear: Bool
    /// Whether people are shown the words that were found.
    private let why: Bool
    /// Of the table, where they were chosen.
    private let columns: [ListColumn]?
    /// Of a shared mirror.
    private let path: String?

    /// - Parameter sort: the order that is said beside the line; nil where none is.
    init(
        _ line: SearchedLine, sort: SearchSort?, limit: Int, offset: Int, all: Bool, json: Bool, isLinear: Bool,
        why: Bool, columns: [ListColumn]?, path: String?
    ) {
        text = line.text
        var given = line.line
        if let sort { given.sort = QuerySort(sort) }
        self.line = given
        self.columns = columns
        self.isLinear = isLinear
        (self.limit, self.offset, self.all, self.json, self.why, self.path) = (limit, offset, all, json, why, path)
    }

    /// - Parameter failure: why the portal does not answer, where it was asked.
    func run(at portal: CommandPortal, because failure: PortalError? = nil) async throws {
        let mirror = try MirrorShelf(portal, path: path).open()
        defer { mirror.close() }
        let reading = Reading(.kept, because: failure)
        let output = CommandOutput(json: json, reading, linear: isLinear)
        var datasets: [FoundRecord] = []
        var start = offset
        let wanted = all ? Int.max : limit
        var last: MirrorAnswer?
        while datasets.count < wanted {
            let answer = try await find(start, min(Self.page, wanted - datasets.count), mirror)
            if let at = answer.state.checkedAt { reading.told(at) }
            last = answer
            let found = answer.hits.map { FoundRecord($0.dataset, snippet: $0.snippet?.text) }
            if json { for dataset in found where try !output.emit(dataset) { return } }
            datasets += found
            start += found.count
            if found.isEmpty || start >= answer.total { break }
        }
        guard let last else { return }
        if !json, let columns, !datasets.isEmpty {
            try output.list(datasets.map(\.dataset), columns)
        } else if !json, !datasets.isEmpty {
            try output.emit(
                datasets, as: why ? [.id, .title, .detail] : [.id, .access, .modified, .title], none: nil,
                row: { found in
                    let dataset = found.record
                    return why
                        ? [dataset.id, dataset.title, found.snippet ?? ""]
                        : [
                            dataset.id, SearchCommand.access(dataset), CommandOutput.day(dataset.modified),
                            dataset.title,
                        ]
                })
        }
        tell(last, datasets.count, output, reading)
    }

    private static let page = 500

    private func find(_ start: Int, _ rows: Int, _ mirror: Mirror) async throws -> MirrorAnswer {
        do {
            return try await mirror.search(MirrorQuestion(line, start: start, rows: rows))
        } catch let problem as QueryProblem {
            throw CommandFailure(problem, in: text)
        }
    }

    /// What is said besides the datasets: how many, what may be missing of them, and how old all of it is.
    private func tell(_ answer: MirrorAnswer, _ count: Int, _ output: CommandOutput, _ reading: Reading) {
        output.say(
            answer.total == 0 ? SearchCommandWords.nothingFound : .found(count: count, total: answer.total))
        if let meant = answer.meant { output.say(CommonCommandWords.didYouMean([meant.text])) }
        for gap in answer.gaps { output.say(MirrorWords.gap(gap)) }
        if answer.undecided > 0 { output.say(MirrorWords.undecided(count: answer.undecided)) }
        if !answer.state.isWhole { output.say(MirrorWords.partial(answer.state)) }
        if let words = reading.words { output.note(words) }
    }
}

/// A dataset with what shows why it was found (docs/schemas/search.json).
private struct FoundRecord: Encodable {
    var dataset: DatasetSummary
    var snippet: String?
    var record: DatasetRecord { DatasetRecord(dataset) }

    init(_ dataset: DatasetSummary, snippet: String?) {
        (self.dataset, self.snippet) = (dataset, snippet)
    }

    private enum Key: String, CodingKey { case snippet }

    func encode(to encoder: any Encoder) throws {
        try record.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encodeIfPresent(snippet, forKey: .snippet)
    }
}
