/// What clicks mean in the wizard.
extension WizardState {
    mutating func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, _ turn: inout WizardTurn) {
        switch target {
        case .pane, .row, .rows, .searchLine, .facetPanel, .dataset, .facet, .facetValue, .member, .invitation, .offer,
            .overlayItem, .person, .portalLine:
            break
        case .step(let step): if steps.contains(step), step != self.step { go(to: step, &turn) }
        case .wizardItem(let index) where mode == .comparing:
            if index < comparedFields.count { comparison?.selection = index }
        case .wizardItem(let index):
            guard index < listCount else { return }
            let again = selection == index
            if !again { offset = 0 }
            selection = index
            if (again || kind == .doubleClick), mode == .review { jump(&turn) }
            if again, mode == .licences, canAcceptLicence.isAvailable { toggleLicence(&turn) }
        case .field(let id): if focus != id { go(to: id, &turn) }
        case .text(let id, _, _), .option(let id, _), .cell(let id, _, _), .file(let id, _):
            if focus != id { go(to: id, &turn) }
            clickInField(target, &turn)
        case .day, .candidate: clickInField(target, &turn)
        }
    }

    private mutating func clickInField(_ target: ClickTarget, _ turn: inout WizardTurn) {
        edit(&turn) { editor, field, session, turn in
            editor.clicked(target, field, &session, &turn)
            return .stay
        }
    }
}
