import Foundation
import PortalModel
import PortalServices

/// `portal search --profiles`: a line, asked of several portals at once.
struct SeveralSearch: Sendable {
    /// What became of asking one of them.
    struct Answer: Sendable {
        var name: String
        var title: String
        var dialect: DiscoveryDialect
        var outcome: PortalOutcome
    }

    let line: QueryLine
    /// As it was typed, for the mark below what is wrong.
    let text: String
    let patience: Int
    let limit: Int
    let offset: Int
    let all: Bool
    let json: Bool
    let isLinear: Bool
    /// Of the table, where they were chosen.
    let columns: [ListColumn]?
    let way: SearchedPortal.Way

    /// - Throws: where no portal answered, with the status of the first that was named.
    func run(at portals: [SearchedPortal]) async throws {
        let answers = await asked(portals)
        for portal in portals { await portal.close() }
        if let slip = Self.slip(in: answers) { throw CommandFailure(slip, in: text) }
        let merged = PortalMerge.merged(
            answers.map { answer in
                (answer.outcome.finds?.datasets ?? []).map { PlacedDataset(portal: answer.name, dataset: $0) }
            }, by: line.sort?.known ?? .relevance)
        let folded = FoldedDataset.folding(merged).dropFirst(offset)
        try tell(all ? Array(folded) : Array(folded.prefix(limit)), of: answers)
        if let status = Self.status(of: answers) { throw CommandFailure(told: status) }
    }

    /// All at the same time; each has as long as the others.
    private func asked(_ portals: [SearchedPortal]) async -> [Answer] {
        let rows = all ? Int.max : offset + limit
        return await withTaskGroup(of: (Int, PortalOutcome).self) { group in
            for (number, portal) in portals.enumerated() {
                group.addTask { (number, await portal.outcome(of: line, rows: rows, within: patience, way)) }
            }
            var outcomes: [Int: PortalOutcome] = [:]
            for await (number, outcome) in group { outcomes[number] = outcome }
            return portals.enumerated().compactMap { number, portal in
                outcomes[number].map {
                    Answer(
                        name: portal.profile.name, title: portal.profile.title, dialect: portal.dialect, outcome: $0)
                }
            }
        }
    }

    /// What none of the portals can be asked is a slip of the line, as it is with one portal. One that did not answer may
    /// have been able to.
    static func slip(in answers: [Answer]) -> QueryProblem? {
        let leftOut = answers.map { answer -> [LeftOutPart]? in
            switch answer.outcome {
            case .answered(let finds): finds.leftOut
            case .notAsked(let parts): parts
            case .slow, .failed: nil
            }
        }
        guard let first = leftOut.first, let first, leftOut.allSatisfy({ $0 != nil }) else { return nil }
        return first.first { part in leftOut.allSatisfy { $0?.contains { $0.text == part.text } == true } }?.problem
    }

    /// Nil where one answered, or there is something to show in its place.
    static func status(of answers: [Answer]) -> ExitStatus? {
        guard answers.allSatisfy({ $0.outcome.finds == nil }) else { return nil }
        return answers.lazy.compactMap { answer -> ExitStatus? in
            switch answer.outcome {
            case .failed(let error, _): ExitStatus(error.kind)
            case .slow: .network
            case .answered, .notAsked: nil
            }
        }.first ?? .failed
    }

    private func tell(_ shown: [FoldedDataset], of answers: [Answer]) throws {
        let output = CommandOutput(json: json, linear: isLinear)
        let state = SeveralRecord(answers, shown: shown, now: Date())
        if json {
            for dataset in shown where try !output.emit(FoldedRecord(dataset)) { return }
            try output.emit(state)
        } else if let columns, !shown.isEmpty {
            try output.list(shown.map(\.first.dataset), columns, portals: shown.map { FoldedRecord($0).portals })
        } else if !shown.isEmpty {
            try output.emit(
                shown.map(FoldedRecord.init), as: [.portal, .id, .access, .modified, .title], none: nil,
                row: { folded in
                    let dataset = folded.dataset
                    return [
                        folded.portals, dataset.id, SearchCommand.access(dataset),
                        CommandOutput.day(dataset.modified), dataset.title,
                    ]
                })
        }
        for answer in answers { say(answer, output) }
        output.say(SeveralWords.sum(state))
    }

    /// A sentence for what became of a portal, and one for each thing that its datasets have to be read with.
    private func say(_ answer: Answer, _ output: CommandOutput) {
        output.say(SeveralWords.outcome(name: answer.name, answer.outcome, now: Date()))
        if case .notAsked(let parts) = answer.outcome {
            for part in parts { output.say(SeveralWords.leftOut(name: answer.name, part)) }
        }
        guard let finds = answer.outcome.finds else { return }
        for part in finds.leftOut { output.say(SeveralWords.leftOut(name: answer.name, part)) }
        for note in finds.notes { output.say(SeveralWords.note(name: answer.name, note)) }
        let steps = answer.stepsHere.filter { $0 != .pages }
        if !steps.isEmpty { output.say(SeveralWords.here(name: answer.name, steps)) }
        if finds.unreadable > 0 { output.say(SeveralWords.unreadable(name: answer.name, count: finds.unreadable)) }
        if finds.undecided > 0 { output.say(SeveralWords.undecided(name: answer.name, count: finds.undecided)) }
        if let words = finds.beaconError { output.say(SeveralWords.beaconSilent(name: answer.name, words: words)) }
    }
}

extension SeveralSearch.Answer {
    /// What this program does with what the service gives, since the service does not.
    var stepsHere: [AskedSearch.Step] {
        guard let asked = outcome.finds?.asked else { return [] }
        return AskedSearch(asked, start: 0, rows: 1, of: dialect)?.here ?? []
    }
}
