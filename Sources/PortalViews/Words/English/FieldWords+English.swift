import PortalModel
import TerminalCanvas

extension FieldWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .needed: "Needed."
        case .optional: "Optional."
        case .showsCalendar: "\(c.key(.openCalendar)) shows a calendar."
        case .fillsCell: "\(c.key(.editCell)) fills in the cell under the cursor."
        case .attaches: "\(c.key(.addFile)) attaches one."
        case .isPrivate: "Private: reviewers do not see this answer."
        case .noAnswerYet: "(no answer yet)"
        case .takes(let guidance): "(\(TerminalText(singleLine: guidance.phrase)))"
        }
    }
}

extension FieldGuidance: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: sentence) }
}
