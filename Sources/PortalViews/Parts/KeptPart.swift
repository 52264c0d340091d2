import PortalModel
import TerminalCanvas

/// Keeps the last pictures of a part of the screen, for as long as all that one depends on is the same: who opens a
/// dataset and goes back sees the same footers again. Comparing is cheap, because unchanged parts of the state share their
/// storage.
///
/// That inputs can be compared is asked of its method alone: a type that asked for it would look for it as the program
/// starts, among all that its libraries have.
final class KeptPart<Input> {
    private struct Drawn {
        var input: Input
        var size: Size
        var picture: Picture
        var targets: [ViewContext.Target]
    }

    /// The newest first.
    private var kept: [Drawn] = []
}

extension KeptPart where Input: Equatable {
    private static var limit: Int { 4 }

    /// Puts the kept picture, or draws a new one.
    /// - Parameters:
    ///   - input: everything that `body` draws by, but for the size.
    ///   - body: draws on cells of its own; it reports no length of a text.
    func draw(_ input: Input, on canvas: Canvas, context: ViewContext, _ body: (Canvas) -> Void) {
        let drawn: Drawn
        if let known = kept.first(where: { $0.size == canvas.size && $0.input == input }) {
            drawn = known
        } else {
            let (picture, targets) = context.collectingTargets { Picture(canvas.size, draw: body) }
            drawn = Drawn(input: input, size: canvas.size, picture: picture, targets: targets)
            if kept.count == Self.limit { kept.removeLast() }
            kept.insert(drawn, at: 0)
        }
        canvas.draw(drawn.picture)
        for (area, target) in drawn.targets { context.note(target, on: canvas, area) }
    }
}
