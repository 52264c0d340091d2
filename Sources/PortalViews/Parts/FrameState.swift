import PortalModel

/// The state that a frame is drawn from, in one place for all its parts: each copy of the whole state costs a look at some
/// hundred counts of references.
final class FrameState {
    let state: AppState

    init(_ state: consuming AppState) { self.state = state }
}

/// A part of the screen that draws by the whole state.
protocol DrawnPart {
    var drawn: FrameState { get }
}

extension DrawnPart {
    var state: AppState {
        // Yielded in place; a getter would copy it.
        _read { yield drawn.state }
    }
}
