import PortalModel
import TerminalCanvas

/// The request wizard on one draft.
struct WizardScreen {
    let state: AppState
    let context: ViewContext

    func draw(on canvas: Canvas) {
        guard let wizard = state.wizard else { return }
        let title = wizard.draft.datasets.first?.title ?? ""
        PaneHeading(title: TerminalText(singleLine: title)).draw(on: canvas, rows: 2, glyphs: context.glyphs)
    }
}
