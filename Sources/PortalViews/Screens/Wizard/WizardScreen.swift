import PortalModel
import TerminalCanvas

/// The request wizard on one draft: where it stands, its steps, and the step that is open.
struct WizardScreen {
    let state: AppState
    let context: ViewContext

    /// - Parameter canvas: the whole body of the screen.
    func draw(on canvas: Canvas) {
        guard let wizard = state.wizard else { return }
        let layout = WizardLayout(state.terminal)
        let (head, rest) = canvas.splitTop(layout.headRows)
        WizardHead(state: state, wizard: wizard, context: context).draw(on: head)
        switch wizard.mode {
        case .opening, .choosingApplication:
            WizardOpeningView(state: state, wizard: wizard, context: context).draw(on: rest)
        case .datasets: WizardDatasetsView(state: state, wizard: wizard, context: context).draw(on: rest)
        case .licences: WizardLicencesView(state: state, wizard: wizard, context: context).draw(on: rest)
        case .review: WizardReviewView(state: state, wizard: wizard, context: context).draw(on: rest)
        case .comparing: WizardComparisonView(state: state, wizard: wizard, context: context).draw(on: rest)
        case .result: WizardResultView(state: state, wizard: wizard, context: context).draw(on: rest)
        case .editingText, .editingLines, .choosingOption, .choosingDay, .inTable, .editingCell, .inFiles,
            .choosingFile,
            .reading:
            WizardFormView(state: state, wizard: wizard, layout: layout, context: context).draw(on: rest)
        }
    }
}
