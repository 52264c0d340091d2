import Foundation
import PortalModel

extension Scene {
    /// Answers side by side: of two places, of two programs, and of now and then.
    static let comparisons = [
        Scene("conflict") {
            conflict(in: &$0)
            open(in: &$0)
        },
        Scene("conflict-head") { conflict(in: &$0) },
        Scene("conflict-long") {
            conflict(in: &$0, words: String(repeating: "We compare long reads with short ones. ", count: 40))
            open(in: &$0)
            _ = reduce(into: &$0, .commandChosen(.moveDown))
        },
        Scene("draft-held") {
            wizard(of: SampleApplications.draft, in: &$0)
            $0.wizard?.session.application = nil
            $0.wizard?.session.opening = .notRead(held)
        },
        Scene("draft-taken-over") {
            wizard(of: SampleApplications.draft, in: &$0)
            _ = reduce(into: &$0, .commandChosen(.nextStep))
            for character in "My newest words" { _ = reduce(into: &$0, .input(.key(.character(character)))) }
            _ = reduce(into: &$0, .session(SampleRequests.draft.id, .journalled(revision: 4, held)))
        },
        Scene("returned-form") { returned(in: &$0) },
        Scene("returned-compare") {
            returned(in: &$0)
            _ = reduce(into: &$0, .commandChosen(.compareAnswers))
        },
        Scene("returned-review") {
            returned(in: &$0)
            _ = reduce(into: &$0, .commandChosen(.showReview))
        },
        Scene("portal-away") {
            wizard(of: SampleApplications.draft, in: &$0)
            $0.wizard?.session.isRecalled = true
            _ = reduce(into: &$0, .commandChosen(.nextStep))
        },
    ]

    private static let held = PortalError(
        .heldElsewhere, operation: "saving the draft",
        because: .disk(.heldElsewhere(host: "node7", process: 4711)))

    private static func wizard(of application: Application, in state: inout AppState) {
        state.screen = .wizard
        var draft = SampleRequests.draft
        draft.application = application.id
        state.requests.drafts = [draft]
        state.wizard = WizardState(draft: draft)
        state.wizard?.session.application = application
    }

    private static func conflict(in state: inout AppState, words: String = "A panel for diagnosis.") {
        wizard(of: SampleApplications.draft, in: &state)
        let (title, purpose) = (FieldID(form: 1, field: "title"), FieldID(form: 1, field: "purpose"))
        state.wizard?.session.draft.answers = [title: .text("Long-read structural variants"), purpose: .text(words)]
        state.wizard?.session.conflicts = [
            title: AnswerConflict(
                .portal, mine: .text("Long-read structural variants"), theirs: .text("Structural variants in glioma"),
                before: .text("Structural variants")),
            purpose: AnswerConflict(
                .portal, mine: .text(words),
                theirs: .text("We compare structural variants of 神経膠腫 found by long reads with those by short ones."),
                before: .text("")),
        ]
        _ = reduce(into: &state, .commandChosen(.nextStep))
    }

    private static func open(in state: inout AppState) { _ = reduce(into: &state, .commandChosen(.compareAnswers)) }

    private static func returned(in state: inout AppState) {
        var application = SampleRequests.returned
        application.events[application.events.count - 1].comment =
            "Please name the tumour types, and say who will have access to the data after the project has ended."
        wizard(of: application, in: &state)
        let fields = application.forms.flatMap(\.fields)
        state.wizard?.session.draft.submitted = Dictionary(uniqueKeysWithValues: fields.map { ($0.id, $0.value) })
        _ = reduce(into: &state, .commandChosen(.nextStep))
        for character in ", of three types" { _ = reduce(into: &state, .input(.key(.character(character)))) }
    }
}
