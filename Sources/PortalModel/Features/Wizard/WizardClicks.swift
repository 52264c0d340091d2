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
            if again, mode == .licences, availability(of: .acceptLicence).isAvailable { perform(.acceptLicence, &turn) }
        case .field(let id): if focus != id { go(to: id, &turn) }
        case .text(let id, let row, let column):
            if focus != id { go(to: id, &turn) }
            placeCursor(row: row, column: column, turn)
        case .option(let id, let index): clickOption(index, of: id, &turn)
        case .day(let day): choose(day, &turn)
        case .cell(let id, let row, let column):
            if focus != id { go(to: id, &turn) }
            clickCell(row: row, column: column, &turn)
        case .file(let id, let index): clickFile(index, of: id, &turn)
        case .candidate(let index): clickCandidate(index, &turn)
        }
    }

    private mutating func placeCursor(row: Int, column: Int, _ turn: WizardTurn) {
        switch editor {
        case .text(var text):
            _ = text.place(row: row, column: column, width: turn.layout.textColumns)
            editor = .text(text)
        case .date(var date) where date.day == nil:
            _ = date.text.place(row: row, column: column, width: turn.layout.textColumns)
            editor = .date(date)
        case .date, .choice, .table, .files, .reading, nil: break
        }
    }

    private mutating func clickOption(_ index: Int, of id: FieldID, _ turn: inout WizardTurn) {
        if focus != id { go(to: id, &turn) }
        guard case .choice(var choice) = editor else { return }
        choice.cursor = index
        editor = .choice(choice)
        toggleChoice(&turn)
    }

    private mutating func clickFile(_ index: Int, of id: FieldID, _ turn: inout WizardTurn) {
        if focus != id { go(to: id, &turn) }
        guard case .files(var picker) = editor, picker.path == nil else { return }
        picker.selection = index
        editor = .files(picker)
    }

    private mutating func clickCandidate(_ index: Int, _ turn: inout WizardTurn) {
        guard case .files(var picker) = editor, var path = picker.path, !session.isLocked else { return }
        guard path.candidates.indices.contains(index) else { return }
        path.write(path.candidates[index])
        picker.path = path
        editor = .files(picker)
        performInEditor(.choose, &turn)
    }
}
