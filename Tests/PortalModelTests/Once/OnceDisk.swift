import Foundation
import PortalModel

/// The drafts file of several programs, in a few lines: what `PortalStore` does in its transactions.
struct OnceDisk {
    var drafts: [DraftID: Draft] = [:]
    var submissions: [DraftID: Submission] = [:]
    /// Which program holds a draft. A program that has ended holds nothing.
    var holders: [DraftID: Int] = [:]

    mutating func claim(_ draft: Draft, by program: Int) -> Claim {
        let begun = drafts.values.filter { Set($0.identifiers) == Set(draft.identifiers) }
        if begun.contains(where: { holders[$0.id].map { $0 != program } ?? false }) { return .held(by: "another") }
        let known = submissions.values.filter {
            Set($0.datasets) == Set(draft.identifiers) && ($0.phase == .submitted || drafts[$0.draft] == nil)
        }
        let own = begun.first { draft in !known.contains { $0.phase == .submitted && $0.time >= draft.created } }
        if let own {
            holders[own.id] = program
            return .begun(own)
        }
        guard known.isEmpty else { return .known(known) }
        drafts[draft.id] = draft
        holders[draft.id] = program
        return .made
    }

    mutating func save(_ draft: Draft) {
        guard (drafts[draft.id]?.revision ?? -1) <= draft.revision else { return }
        drafts[draft.id] = draft
        if let intent = draft.intent {
            submissions[draft.id] = intent
        } else if draft.phase == .editing, !draft.creationIsInDoubt, submissions[draft.id]?.phase == .intended {
            submissions[draft.id] = nil
        }
    }

    mutating func keep(_ submission: Submission) {
        submissions[submission.draft] = submission
        drafts[submission.draft] = nil
        holders[submission.draft] = nil
    }

    mutating func release(_ program: Int) { holders = holders.filter { $0.value != program } }

    /// What tells it from another one.
    var key: String {
        let drafts = drafts.values.map {
            "\($0.id.rawValue) \($0.phase) \($0.application?.rawValue ?? "-") \($0.revision) \($0.answers.count) "
                + "\($0.creationIsInDoubt) \(holders[$0.id] ?? -1)"
        }
        let submissions = submissions.values.map {
            "\($0.draft.rawValue) \($0.phase) \($0.application?.rawValue ?? "-")"
        }
        return "\(drafts.sorted()) \(submissions.sorted())"
    }
}
