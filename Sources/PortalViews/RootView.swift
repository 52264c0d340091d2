import PortalModel
import TerminalCanvas

/// Draws the whole screen: a pure function of the state. What the context remembers saves time and changes nothing.
public enum RootView {
    /// Draws into a frame of the terminal's size, which it clears first.
    public static func draw(_ state: AppState, into frame: Frame, context: ViewContext) {
        frame.clear()
        context.scrollExtent = nil
        context.forgetTargets()
        let canvas = frame.canvas
        guard !state.terminal.isTooSmall else {
            drawTooSmall(on: canvas, context: context)
            return
        }
        let layout = state.layout
        HeaderLine(state: state, context: context).draw(on: canvas.line(0))
        drawScreen(state, on: canvas, context: context)
        FooterLine(state: state, context: context).draw(on: canvas.line(layout.footerRow))
        if state.overlay != nil { OverlayView(state: state, context: context).draw(on: canvas) }
        if let toast = state.toast { ToastLine(toast: toast, context: context).draw(on: canvas, layout: layout) }
    }

    private static func drawScreen(_ state: AppState, on canvas: Canvas, context: ViewContext) {
        let body = canvas.subcanvas(state.layout.body)
        switch state.screen {
        case .browser: BrowserScreen(state: state, context: context).draw(on: canvas)
        case .basket: BasketScreen(state: state, context: context).draw(on: body)
        case .requests:
            if let open = state.requests.open {
                RequestScreen(state: state, open: open, context: context).draw(on: body)
            } else if let granted = state.requests.granted {
                GrantedScreen(state: state, granted: granted, context: context).draw(on: canvas)
            } else {
                RequestsScreen(state: state, context: context).draw(on: canvas)
            }
        case .wizard: WizardScreen(state: state, context: context).draw(on: body)
        case .setup: SetupScreen(state: state, context: context).draw(on: body)
        }
    }

    private static func drawTooSmall(on canvas: Canvas, context: ViewContext) {
        let needed: TerminalText = "\(TerminalState.minimumColumns)×\(TerminalState.minimumRows)"
        canvas.draw(
            context.words(OverlayWords.tooSmall(columns: canvas.columns, rows: canvas.rows)), column: 0, row: 0,
            maxColumns: canvas.columns)
        canvas.draw(context.words(OverlayWords.needs(needed: needed)), column: 0, row: 1, maxColumns: canvas.columns)
    }
}
