/// Something on the screen that a click means. The view notes what it drew where; a click is on what the person saw.
public enum ClickTarget: Hashable, Sendable {
    /// A filter of the facet panel, and a value of the chosen one.
    case facet(Int), facetValue(Int)
    case step(WizardStep)
    /// A line of the wizard's datasets, licences or review.
    case wizardItem(Int)
    case field(FieldID)
    /// A place in the text of the field that is edited, in rows and columns of the text as it is laid out.
    case text(FieldID, row: Int, column: Int)
    /// By its place among the options in sight.
    case option(FieldID, Int)
    case day(ISODate)
    case cell(FieldID, row: Int, column: Int)
    case file(FieldID, Int)
    /// By its place among what a path can become.
    case candidate(Int)
    /// A line of an application's people, and a field of an invitation.
    case member(Int), invitation(Invitation.Field)
    /// By its place among what is offered for a field.
    case offer(FieldID, Int)
    /// A line of the command palette, of the sort menu or of a menu, and of the personal profile.
    case overlayItem(Int), person(PersonalProfile.Entry)
    /// A line of the form in which a portal is set up.
    case portalLine(PortalForm.Line)
}

extension ClickTarget {
    /// The target of a place within the area that was noted for this one.
    public func moved(rows: Int, columns: Int) -> ClickTarget {
        guard case .text(let field, let row, let column) = self else { return self }
        return .text(field, row: row + rows, column: column + columns)
    }
}

extension AppState {
    /// A click does what the keys would do there.
    mutating func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind) -> [Effect] {
        if case .members(let id) = overlay { return clickMembers(target, id) }
        if let overlay { return clicked(target, in: overlay) }
        switch (target, screen) {
        case (.facet(let index), .browser): return clickFacet(index)
        case (.facetValue(let index), .browser): return clickFacetValue(index)
        case (.facet, _), (.facetValue, _): return []
        case (.offer(let field, let index), .wizard): return clickOffer(index, of: field)
        case (_, .wizard): return wizardTurn { wizard, turn in wizard.clicked(target, kind, &turn) }
        default: return []
        }
    }

    private mutating func clickMembers(_ target: ClickTarget, _ id: ApplicationID) -> [Effect] {
        switch target {
        case .member(let index): members[id]?.selection = index
        case .invitation(let field): members[id]?.invitation.field = field
        default: break
        }
        return []
    }

    /// What lies below an overlay takes no clicks.
    private mutating func clicked(_ target: ClickTarget, in overlay: Overlay) -> [Effect] {
        switch (target, overlay) {
        case (.overlayItem(let index), .palette(var palette)):
            palette.selection = index
            self.overlay = .palette(palette)
            return perform(.choose)
        case (.overlayItem(let index), .sort) where SearchSort.allCases.indices.contains(index):
            self.overlay = .sort(selection: index)
            return perform(.choose)
        case (.overlayItem(let index), .menu(let menu)): return click(index, in: menu)
        case (.person(let entry), .person(var form)):
            form.go(to: entry)
            self.overlay = .person(form)
            return []
        case (.overlayItem(let index), .portals): return clickPortal(index)
        case (.portalLine(let line), .portals):
            portals.form?.go(to: line)
            return []
        default: return []
        }
    }

    private mutating func focusFacets() -> [Effect] {
        browser.facets.condition = nil
        return browser.focus == .facets ? [] : perform(.showFacets)
    }

    /// Unfolds the filter.
    private mutating func clickFacet(_ index: Int) -> [Effect] {
        guard browser.facets.filters.indices.contains(index) else { return [] }
        let effects = focusFacets()
        if browser.facets.filter != index {
            browser.facets.filter = index
            browser.facets.value = 0
            browser.facets.find = TextBuffer()
        }
        return effects + loadMissingValues()
    }

    /// Ticks the value, or takes the tick away.
    private mutating func clickFacetValue(_ index: Int) -> [Effect] {
        let isCondition = browser.facets.chosenFilter?.takesCondition == true
        guard isCondition || browser.facets.listedValues.indices.contains(index) else { return [] }
        let effects = focusFacets()
        browser.facets.value = index
        return effects + perform(.toggleFacetValue)
    }
}

extension WizardState {
    mutating func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, _ turn: inout WizardTurn) {
        switch target {
        case .facet, .facetValue, .member, .invitation, .offer, .overlayItem, .person, .portalLine: break
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
