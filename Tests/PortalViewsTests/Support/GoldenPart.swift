import PortalModel
import TerminalCanvas
import Testing

@testable import PortalViews

/// A part that every screen has, drawn alone at each width below the other: a change of it is seen here once.
struct GoldenPart: CustomTestStringConvertible, Sendable {
    var name: String
    /// How many lines of it there are.
    var rows: Int
    var draw: @Sendable (Canvas) -> Void

    var testDescription: String { name }

    static let all = [
        part("part-header", of: states) { HeaderLine(state: $0, context: ViewContext()).draw(on: $1) },
        part("part-footer", of: states) { FooterLine(drawn: FrameState($0), context: ViewContext()).draw(on: $1) },
        part("part-header-ascii", of: [SampleStates.base]) {
            HeaderLine(state: $0, context: ViewContext(glyphs: .ascii)).draw(on: $1)
        },
    ]

    /// The usual one, one with everything that a head can tell, one without an account, and one that types.
    private static let states: [AppState] = ["browser", "warning", "signed-out", "wizard-form"].compactMap { name in
        Scene.all.first { $0.name == name }?.make()
    }

    private static func part(
        _ name: String, of states: [AppState], draw: @escaping @Sendable (AppState, Canvas) -> Void
    ) -> GoldenPart {
        GoldenPart(name: name, rows: states.count * GoldenSize.all.count) { canvas in
            for (index, size) in GoldenSize.all.enumerated() {
                for (number, state) in states.enumerated() {
                    var state = state
                    state.terminal.columns = size.columns
                    state.terminal.rows = size.rows
                    let row = ScreenArea(
                        column: 0, row: index * states.count + number, columns: size.columns, rows: 1)
                    draw(state, canvas.subcanvas(row))
                }
            }
        }
    }
}
