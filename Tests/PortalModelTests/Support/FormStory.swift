import Foundation
import PortalModel
import Testing

/// The name is Swift Testing's too.
typealias File = PortalModel.Attachment

/// A wizard on a form of the test's own making, driven by keys and clicks.
struct FormStory {
    private(set) var state: AppState
    /// What was asked for since the beginning, timers and the journal aside.
    private(set) var effects: [Effect] = []

    static let application = ApplicationID(17)

    init(
        _ fields: [FormField], columns: Int = 80, rows: Int = 24, attachments: [File] = [], members: [Member] = [],
        licences: [Licence] = []
    ) {
        state = AppState(
            now: Story.beginning, terminal: TerminalState(columns: columns, rows: rows), profile: .test)
        var draft = Made.draft("d", application: 17)
        draft.revision = 1
        state.requests.drafts = [draft]
        state.screen = .wizard
        var wizard = WizardState(draft: draft)
        wizard.session.application = Application(
            id: Self.application, title: "", state: .draft,
            forms: [RequestForm(id: 1, title: LocalizedText("Form"), fields: fields)], licences: licences,
            members: members,
            attachments: attachments)
        state.wizard = wizard
        perform(.nextStep)
    }

    static func field(
        _ id: String, _ type: FieldType, isOptional: Bool = false, options: [String] = [], columns: [FieldOption] = [],
        condition: FieldCondition? = nil, value: FieldValue = .text("")
    ) -> FormField {
        FormField(
            id: FieldID(form: 1, field: id), type: type, title: LocalizedText(id), isOptional: isOptional,
            condition: condition, options: options.map { FieldOption(key: $0, label: LocalizedText($0)) },
            columns: columns, value: value)
    }

    var wizard: WizardState {
        get throws { try #require(state.wizard) }
    }

    func answer(_ id: String) throws -> FieldValue {
        let wizard = try wizard
        let field = try #require(wizard.session.application?.field(FieldID(form: 1, field: id)))
        return wizard.session.value(of: field)
    }

    func field(_ id: String) throws -> FormField {
        try #require(try wizard.session.application?.field(FieldID(form: 1, field: id)))
    }

    func status(_ id: String) throws -> FieldStatus {
        let field = try field(id)
        return try wizard.status(of: field)
    }

    /// What happens outside of the story.
    mutating func edit(_ change: (inout AppState) -> Void) { change(&state) }

    mutating func send(_ action: AppAction) {
        for effect in reduce(into: &state, action) {
            switch effect {
            case .host(.startTimer), .host(.stopTimer), .disk(.journalDraft): continue
            default: effects.append(effect)
            }
        }
    }

    mutating func perform(_ commands: Command...) {
        for command in commands { send(.commandChosen(command)) }
    }

    mutating func press(_ keys: Key...) {
        for key in keys { send(.input(.key(key))) }
    }

    mutating func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    mutating func paste(_ text: String) { send(.input(.paste(text))) }
}
