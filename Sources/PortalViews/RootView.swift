import PortalModel
import TerminalCanvas

/// Draws the whole screen: a pure function of the state. What the context remembers saves time and changes nothing.
public enum RootView {
    /// Draws into a frame of the terminal's size, which it clears first.
    ///
    /// Where nothing but the cursor in the list of datasets has moved since the context last drew into the same frame, only
    /// what shows that is drawn anew.
    public static func draw(_ state: consuming AppState, into frame: Frame, context: ViewContext) {
        draw(FrameState(state), into: frame, context: context)
    }

    private static func draw(_ drawn: FrameState, into frame: Frame, context: ViewContext) {
        let last = context.lastList
        // Held while only a step can follow: state that is held is copied where it changes.
        let mayStep = drawn.state.isInDatasetList && !drawn.state.terminal.isTooSmall
        context.lastList = mayStep ? (drawn, frame) : nil
        if mayStep, let last, last.frame === frame, drawn.state.isListStep(since: last.drawn.state) {
            frame.goOn()
            BrowserScreen(drawn: drawn, context: context).drawStep(from: last.drawn, on: frame.canvas)
            drawFooter(drawn, on: frame.canvas, context: context)
        } else {
            drawAll(drawn, into: frame, context: context)
        }
    }

    private static func drawAll(_ drawn: FrameState, into frame: Frame, context: ViewContext) {
        let state = drawn.state
        frame.clear()
        context.scrollExtent = nil
        context.forgetTargets()
        let canvas = frame.canvas
        guard !state.terminal.isTooSmall else {
            drawTooSmall(on: canvas, context: context)
            return
        }
        HeaderLine(state: state, context: context).draw(on: canvas.line(0))
        drawScreen(drawn, on: canvas, context: context)
        drawFooter(drawn, on: canvas, context: context)
        if state.overlay != nil { OverlayView(state: state, context: context).draw(on: canvas) }
        if let toast = state.toast { ToastLine(toast: toast, context: context).draw(on: canvas, layout: state.layout) }
    }

    private static func drawFooter(_ drawn: FrameState, on canvas: Canvas, context: ViewContext) {
        let row = drawn.state.layout.footerRow
        canvas.touch(rows: row..<row + 1)
        FooterLine(drawn: drawn, context: context).draw(on: canvas.line(row))
    }

    private static func drawScreen(_ drawn: FrameState, on canvas: Canvas, context: ViewContext) {
        let state = drawn.state
        let body = canvas.subcanvas(state.layout.body)
        switch state.screen {
        case .browser: BrowserScreen(drawn: drawn, context: context).draw(on: canvas)
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
