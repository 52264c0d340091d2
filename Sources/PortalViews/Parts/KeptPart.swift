import PortalModel
import TerminalCanvas

/// Keeps the picture of a part of the screen while all that it depends on stays the same. Comparing is cheap, because
/// unchanged parts of the state share their storage.
final class KeptPart<Input: Equatable> {
    private struct Drawn {
        var input: Input
        var size: Size
        var picture: Picture
        var targets: [ViewContext.Target]
    }

    private var last: Drawn?

    /// Puts the kept picture, or draws a new one.
    /// - Parameters:
    ///   - input: everything that `body` draws by, but for the size.
    ///   - body: draws on cells of its own; it reports no length of a text.
    func draw(_ input: Input, on canvas: Canvas, context: ViewContext, _ body: (Canvas) -> Void) {
        let drawn: Drawn
        if let last, last.size == canvas.size, last.input == input {
            drawn = last
        } else {
            let (picture, targets) = context.collectingTargets { Picture(canvas.size, draw: body) }
            drawn = Drawn(input: input, size: canvas.size, picture: picture, targets: targets)
            last = drawn
        }
        canvas.draw(drawn.picture)
        for (area, target) in drawn.targets { context.note(target, on: canvas, area) }
    }
}
