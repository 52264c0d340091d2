import Foundation
import PortalModel
import PortalServices
import PortalViews
import TerminalCanvas

extension SeveralWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .noNames: "--profiles takes names with commas between them."
        case .allOrSome: "--profiles names some portals, and --all-profiles means all: leave one out."
        case .patience: "--patience takes seconds from 1 to 600."
        case .onlyLine:
            """
            Several portals take a line: write what --facet, --series, --any and --beacon say into it, or leave them \
            out, and --explain, --why and --mirror too.
            """
        case .severalOrOne: "--profiles and --all-profiles name the portals: leave out --profile, --demo and addresses."
        case .outcome(let name, let outcome, let now): "\(name): \(Self.outcome(outcome, now, c))"
        case .leftOut(let name, let part):
            "\(name) was not asked for “\(part.text)” (column \(part.problem.column)): \(c(part.problem.reason))"
        case .note(let name, let note): "\(name): \(c(SearchLineWords.note(note)))"
        case .here(let name, let steps):
            "\(name): done here, because its service does not: \(steps.map(Self.step).joined(separator: ", "))."
        case .unreadable(let name, let count):
            """
            \(name): \(count == 1 ? "1 record" : "\(count) records") could not be understood and \
            \(count == 1 ? "was" : "were") left out.
            """
        case .undecided(let name, let count):
            "\(name): \(c.count(count, .dataset)) more may belong to these; its mirror does not know."
        case .beaconSilent(let name, let words): "\(name): the Beacon network gave no counts: \(words)"
        case .sum(let record): Self.sum(record, c)
        }
    }

    private static func outcome(_ outcome: PortalOutcome, _ now: Date, _ c: Phrasing) -> TerminalText {
        switch outcome {
        case .answered(let finds): found(finds, now, c)
        case .slow(let seconds, let finds):
            "slow, not all of its answer came within \(seconds) s, and it is not waited for.\(instead(finds, now, c))"
        case .failed(let error, let finds): "failed. \(c(FailureWords.call(error)))\(instead(finds, now, c))"
        case .notAsked: "not asked, because nothing of the search can be asked there."
        }
    }

    private static func instead(_ finds: PortalFinds?, _ now: Date, _ c: Phrasing) -> TerminalText {
        finds.map { " \(found($0, now, c))" } ?? ""
    }

    private static func found(_ finds: PortalFinds, _ now: Date, _ c: Phrasing) -> TerminalText {
        let more: TerminalText = finds.isCut ? ", and there may be more" : ""
        let age = finds.source.age(now: now).map { ", \(c.age(seconds: Double($0)))" } ?? ""
        let count = c.count(finds.total, .dataset)
        return switch finds.source {
        case .portal: "\(count)\(more)."
        case .mirror: "\(count)\(more), from the mirror on this machine\(age)."
        case .kept: "\(count)\(more), from an answer kept on this machine\(age)."
        }
    }

    private static func step(_ step: AskedSearch.Step) -> TerminalText {
        switch step {
        case .words: "looking for the words"
        case .facets: "narrowing by the facets"
        case .order: "putting in order"
        case .pages: "cutting pages"
        }
    }

    private static func sum(_ record: SeveralRecord, _ c: Phrasing) -> TerminalText {
        let totals = record.portals.compactMap { portal in portal.total.map { "\(c.number($0)) at \(portal.name)" } }
        guard !totals.isEmpty else { return "No portal answered." }
        let last = totals.count > 1 ? " and \(totals[totals.count - 1])" : ""
        let found = totals.prefix(max(totals.count - 1, 1)).joined(separator: ", ") + last
        let verb = record.inSeveral == 1 ? "is" : "are"
        let both = record.inSeveral == 0 ? "" : "; \(c.number(record.inSeveral)) of these \(verb) at several portals"
        return "\(c.count(record.shown, .dataset)) shown of \(found)\(both)."
    }
}
