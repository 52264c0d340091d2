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
        PaneHeading(title: context.words(LoginWords.title)).draw(on: room, rows: head, glyphs: context.glyphs)
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
        let column = line.draw(context.words(LoginWords.address), column: 1, row: 0, style: .accent) + 1
        TextField(pasted.text, cursor: pasted.cursor, isFocused: true, placeholder: context.words(LoginWords.pasteHere))
            .draw(
                on: line.subcanvas(ScreenArea(column: column, row: 0, columns: line.columns - column - 1, rows: 1)),
                row: 0,
                glyphs: context.glyphs)
    }

    // MARK: - The words

    private func write(into words: inout ScrollTextBuilder, _ picture: Picture) {
        switch login.step {
        case .offered:
            words.paragraph(
                login.reason.map { context.words($0) } ?? context.words(LoginWords.signedOut), style: .warning)
            words.paragraph(context.words(LoginWords.nothingLost))
            words.blank()
            words.paragraph(context.words(LoginWords.beginOrLater))
        case .beginning: words.paragraph(context.words(LoginWords.asking), style: .dim)
        case .waiting(.device(let prompt)): write(prompt, into: &words, picture)
        case .waiting(.browser(let prompt)): write(prompt, into: &words)
        case .ended(let failure):
            words.paragraph(context.words(failure), style: .error)
            words.paragraph(context.words(LoginAdvice(failure: failure)))
            words.blank()
            words.paragraph(context.words(LoginWords.startsAgain(other: otherWay)))
            words.paragraph(
                context.words(LoginWords.showsPortals),
                style: .dim)
        }
    }

    private func write(_ prompt: DevicePrompt, into words: inout ScrollTextBuilder, _ picture: Picture) {
        words.paragraph(context.words(LoginWords.openAnywhere))
        words.paragraph(prompt.address, style: .link, indent: 2)
        if let note = prompt.note { words.paragraph(context.words(note), style: .warning) }
        words.paragraph(context.words(LoginWords.typeCode))
        words.paragraph(prompt.code, style: .accent.bold, indent: 2)
        if picture == .shown { words.paragraph(context.words(LoginWords.pointCamera)) }
        words.blank()
        words.paragraph(timeLeft(prompt.expires))
        words.paragraph(context.words(LoginWords.confirmOnlyYours), style: .dim)
        if picture == .tooLarge { words.paragraph(context.words(LoginWords.largerShowsQR), style: .dim) }
        words.paragraph("\(context.key(.otherSignInWay)) \(otherWay).", style: .dim)
    }

    private func write(_ prompt: BrowserPrompt, into words: inout ScrollTextBuilder) {
        if let failure = login.note {
            words.paragraph(
                "\(context.words(failure)) \(context.words(LoginAdvice(failure: failure)))", style: .error)
        }
        words.paragraph(context.words(LoginWords.openInBrowser))
        words.paragraph(prompt.address, style: .link, indent: 2)
        words.paragraph(timeLeft(prompt.expires))
        words.blank()
        words.paragraph(
            context.words(LoginWords.browserEndsElsewhere))
        if let tunnel = prompt.tunnel {
            words.paragraph(context.words(LoginWords.runTunnel))
            words.paragraph(tunnel, style: .accent, indent: 2)
        }
        words.paragraph("\(context.key(.otherSignInWay)) \(otherWay).", style: .dim)
    }

    private var otherWay: TerminalText {
        login.way == .device ? context.words(LoginWords.byBrowser) : context.words(LoginWords.byCode)
    }

    private func timeLeft(_ end: Date) -> TerminalText {
        let seconds = max(0, Int(min(end.timeIntervalSince(state.now).rounded(.up), 1e6)))
        let rest = seconds % 60
        return context.words(LoginWords.timeLeft(minutes: seconds / 60, zero: rest < 10 ? "0" : "", rest: rest))
    }
}
