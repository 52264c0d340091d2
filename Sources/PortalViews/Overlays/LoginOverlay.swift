import FoundationEssentials
import PortalModel
import TerminalCanvas

/// Signing in: the address and the code on the left, the picture for a camera on the right where there is room.
struct LoginOverlay {
    let login: LoginState
    let state: AppState
    let context: ViewContext

    func draw(on room: Canvas) {
        room.fill()
        let head = room.rows >= 10 ? 2 : 1
        PaneHeading(title: "Sign in").draw(on: room, rows: head, glyphs: context.glyphs)
        let code = picture
        let size = code?.size(context.glyphs)
        let hasRoom =
            size.map { $0.columns + Self.narrowestText <= room.columns && head + $0.rows <= room.rows } ?? false
        let taken = hasRoom ? (size?.columns ?? 0) + 2 : 0
        let columns = hasRoom ? min(room.columns - taken, Self.widestText) : room.columns
        drawText(
            on: room.subcanvas(ScreenArea(column: 0, row: head, columns: columns, rows: room.rows - head)),
            pictureIs: code == nil ? .absent : hasRoom ? .shown : .tooLarge)
        if hasRoom, let code, let size {
            let area = ScreenArea(column: columns + 1, row: head, columns: size.columns, rows: size.rows)
            code.draw(on: room.subcanvas(area), glyphs: context.glyphs)
        }
    }

    /// Columns that the words need beside the picture, and those that they get where there is room.
    private static let narrowestText = 38
    private static let widestText = 64

    private enum Picture { case absent, shown, tooLarge }

    private var picture: QRCode? {
        guard case .device(let prompt) = login.prompt else { return nil }
        return context.qrCode(prompt.completeAddress ?? prompt.address) { QRCode($0) }
    }

    private func drawText(on canvas: Canvas, pictureIs picture: Picture) {
        let isPasting = login.pasted != nil
        let inner = canvas.subcanvas(
            ScreenArea(
                column: 1, row: 0, columns: min(canvas.columns - 1, OverlayPane.widestText),
                rows: canvas.rows - (isPasting ? 1 : 0)))
        inner.placeCursor(column: 0, row: 0)
        var words = ScrollTextBuilder(width: inner.columns, texts: context.texts)
        write(into: &words, picture)
        words.text.draw(on: inner, offset: 0, context: context, reports: false)
        if let pasted = login.pasted { draw(pasted, on: canvas.line(canvas.rows - 1)) }
    }

    private func draw(_ pasted: TextBuffer, on line: Canvas) {
        let column = line.draw("Address: ", column: 1, row: 0, style: .accent) + 1
        TextField(pasted.text, cursor: pasted.cursor, isFocused: true, placeholder: "paste it here")
            .draw(
                on: line.subcanvas(ScreenArea(column: column, row: 0, columns: line.columns - column - 1, rows: 1)),
                row: 0,
                glyphs: context.glyphs)
    }

    // MARK: - The words

    private func write(into words: inout ScrollTextBuilder, _ picture: Picture) {
        switch login.step {
        case .offered:
            words.paragraph(login.reason ?? "You are signed out.", style: .warning)
            words.paragraph("Everything that you did is still here, and is asked for or sent again once you are back.")
            words.blank()
            words.paragraph("\(keyName(.beginSignIn)) signs in, Esc leaves it for later.")
        case .beginning: words.paragraph("Asking the sign-in service…", style: .dim)
        case .waiting(.device(let prompt)): write(prompt, into: &words, picture)
        case .waiting(.browser(let prompt)): write(prompt, into: &words)
        case .ended(let failure):
            words.paragraph(failure.sentence, style: .error)
            words.paragraph(failure.advice)
            words.blank()
            words.paragraph("\(keyName(.beginSignIn)) starts again, \(keyName(.otherSignInWay)) \(otherWay).")
            words.paragraph(
                "\(context.keyEverywhere(.showPortals)) shows the portals, where the sign-in address stands.",
                style: .dim)
        }
    }

    private func write(_ prompt: DevicePrompt, into words: inout ScrollTextBuilder, _ picture: Picture) {
        words.paragraph("Open this address on any device")
        words.paragraph(prompt.address, style: .link, indent: 2)
        if let note = prompt.note { words.paragraph(note, style: .warning) }
        words.paragraph("and type this code (\(keyName(.copySignInCode)) copies it):")
        words.paragraph(prompt.code, style: .accent.bold, indent: 2)
        if picture == .shown { words.paragraph("Or point a telephone's camera at the picture.") }
        words.blank()
        words.paragraph(timeLeft(prompt.expires))
        words.paragraph("Confirm it only if you started this yourself.", style: .dim)
        if picture == .tooLarge { words.paragraph("A larger terminal shows a QR code too.", style: .dim) }
        words.paragraph("\(keyName(.otherSignInWay)) \(otherWay).", style: .dim)
    }

    private func write(_ prompt: BrowserPrompt, into words: inout ScrollTextBuilder) {
        if let note = login.note { words.paragraph(note, style: .error) }
        words.paragraph("Open this address in a browser (\(keyName(.copySignInAddress)) copies it):")
        words.paragraph(prompt.address, style: .link, indent: 2)
        words.paragraph(timeLeft(prompt.expires))
        words.blank()
        words.paragraph(
            "If the browser ends at a page that does not open, copy its address and press "
                + "\(keyName(.pasteAnswer)) to paste it here.")
        if let tunnel = prompt.tunnel {
            words.paragraph("Or, before you open it, run this where the browser is:")
            words.paragraph(tunnel, style: .accent, indent: 2)
        }
        words.paragraph("\(keyName(.otherSignInWay)) \(otherWay).", style: .dim)
    }

    private var otherWay: String {
        login.way == .device ? "signs in by a browser instead" : "signs in by a code instead"
    }

    private func keyName(_ command: Command) -> String { context.key(command).plain }

    private func timeLeft(_ end: Date) -> String {
        let seconds = max(0, Int(min(end.timeIntervalSince(state.now).rounded(.up), 1e6)))
        let rest = seconds % 60
        return "Waiting for you: \(seconds / 60):\(rest < 10 ? "0" : "")\(rest) left."
    }
}
