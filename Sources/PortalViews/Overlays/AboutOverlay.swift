import PortalModel
import TerminalCanvas

/// What this program is, and at which portal.
struct AboutOverlay {
    let offset: Int
    let state: AppState
    let context: ViewContext

    func draw(on room: Canvas) {
        let inner = OverlayPane(title: context.words(AboutWords.title)).draw(on: room, context)
        var builder = ScrollTextBuilder(width: inner.columns, texts: context.texts)
        let portal = TerminalText(singleLine: state.profile?.title ?? "")
        builder.paragraph(context.words(AboutWords.body(portal: portal)))
        builder.text.draw(on: inner, offset: offset, context: context)
    }
}
