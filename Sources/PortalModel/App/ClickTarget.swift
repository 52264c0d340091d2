/// Something on the screen that a click means. The view notes what it drew where; a click is on what the person saw.
public enum ClickTarget: Hashable, Sendable {
    /// A filter of the facet panel, and a value of the chosen one.
    case facet(Int), facetValue(Int)
    case step(WizardStep)
    /// A line of the wizard's datasets, licences or review.
    case wizardItem(Int)
    case field(FieldID)
    /// By its place among the options in sight.
    case option(FieldID, Int)
    case day(ISODate)
    case cell(FieldID, row: Int, column: Int)
    case file(FieldID, Int)
    /// By its place among what a path can become.
    case candidate(Int)
    /// A line of an application's people, and a field of an invitation.
    case member(Int), invitation(Invitation.Field)
    /// A line of a menu.
    case menuItem(Int)
}

extension AppState {
    /// A click does what the keys would do there.
    mutating func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind) -> [Effect] {
        if case .members(let id) = overlay { return clickMembers(target, id) }
        if case .menu(let menu) = overlay, case .menuItem(let index) = target { return click(index, in: menu) }
        guard overlay == nil else { return [] }
        switch (target, screen) {
        case (.facet(let index), .browser): return clickFacet(index)
        case (.facetValue(let index), .browser): return clickFacetValue(index)
        case (.facet, _), (.facetValue, _): return []
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
        return effects + facetCommand(.toggleFacetValue)
    }
}

extension Overlay {
    /// Notes what a click on it means.
    public var takesClicks: Bool {
        switch self {
        case .members, .menu: true
        default: false
        }
    }
}

extension WizardState {
    mutating func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, _ turn: inout WizardTurn) {
        switch target {
        case .facet, .facetValue, .member, .invitation, .menuItem: break
        case .step(let step): if steps.contains(step), step != self.step { go(to: step, &turn) }
        case .wizardItem(let index):
            guard index < listCount else { return }
            let again = selection == index
            if !again { offset = 0 }
            selection = index
            if (again || kind == .doubleClick), mode == .review { jump(&turn) }
            if again, mode == .licences, availability(of: .acceptLicence).isAvailable { perform(.acceptLicence, &turn) }
        case .field(let id): if focus != id { go(to: id, &turn) }
        case .option(let id, let index): clickOption(index, of: id, &turn)
        case .day(let day): choose(day, &turn)
        case .cell(let id, let row, let column):
            if focus != id { go(to: id, &turn) }
            clickCell(row: row, column: column, &turn)
        case .file(let id, let index): clickFile(index, of: id, &turn)
        case .candidate(let index): clickCandidate(index, &turn)
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
        guard case .files(var picker) = editor, var path = picker.path, !isLocked else { return }
        guard path.candidates.indices.contains(index) else { return }
        path.write(path.candidates[index])
        picker.path = path
        editor = .files(picker)
        performInEditor(.choose, &turn)
    }
}
