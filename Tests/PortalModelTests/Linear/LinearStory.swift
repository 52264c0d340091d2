import Foundation
import PortalViews
import Testing

@testable import PortalModel

/// A linear dialogue on a form of the test's own making, whose deeds are done as the program does them.
struct LinearStory {
    private(set) var session: RequestSession
    private var dialogue = LinearDialogue(languages: ["en"])
    /// What was said to the last line.
    var said: [String] { lines.map { Phrasing().text($0) } }
    private var lines: [LinearLine] = []
    /// What was asked for that a portal would have to do.
    private(set) var deeds: [LinearDialogue.Deed] = []

    init(
        _ fields: [FormField], licences: [Licence] = [], answers: [FieldID: FieldValue] = [:], resumes: Bool = false
    ) throws {
        var draft = Made.draft("d", application: 17)
        draft.revision = 1
        draft.answers = answers
        session = RequestSession(draft: draft)
        session.application = Application(
            id: FormStory.application, title: "", state: .draft,
            forms: [RequestForm(id: 1, title: LocalizedText("Research project"), fields: fields)], licences: licences)
        lines = dialogue.begin(session, resumes: resumes)
    }

    var place: LinearPlace { dialogue.place }
    var wasRefused: Bool { dialogue.wasRefused }

    func answer(_ id: String) throws -> FieldValue {
        return session.value(of: try #require(session.application?.field(FieldID(form: 1, field: id))))
    }

    mutating func type(_ lines: String...) throws {
        for line in lines {
            let turn = dialogue.take(line, session)
            try carryOut(turn)
        }
    }

    mutating func cannotRead() { dialogue.refuseUnread() }

    /// No more lines come.
    mutating func end() throws {
        if let turn = dialogue.end(session) { try carryOut(turn) }
    }

    private mutating func carryOut(_ turn: LinearDialogue.Turn) throws {
        lines = turn.words
        switch turn.deed {
        case .wait: return
        case .give(let id, let value): give([id: value])
        case .accept(let licence): give([:], licences: [licence])
        case .attach, .organizations, .terms, .submit, .leave:
            deeds.append(turn.deed)
            return
        }
        lines += dialogue.goOn(session)
    }

    private mutating func give(_ answers: [FieldID: FieldValue], licences: Set<Int64> = []) {
        var turn = SessionTurn(now: Story.beginning, known: [], listed: nil)
        session.take(answers, accepting: licences, &turn)
    }
}
