import PortalModel
import TerminalCanvas

extension LegendWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .signs: "Signs"
        case .keys: "How keys are written"
        case .done: "All of a step is done."
        case .begun: "A step that is begun, or a draft."
        case .notBegun: "A step that is not begun; open access; not yet accepted."
        case .inOrder: "In order, accepted, approved, or marked."
        case .wrong: "Missing, wrong or refused."
        case .attention: "Needs your attention."
        case .restricted: "Access is restricted: ask for it."
        case .external: "Access is given by the provider, not here."
        case .inBasket: "In the basket, where the list is a table."
        case .required: "A field that has to be answered."
        case .example: "In an empty field: what belongs there. It is no answer."
        case .control: "Control with X."
        case .alt: "Alt with x, or Esc and then at once x. \(c.keyEverywhere(.showPalette)) finds all of these by name."
        case .shiftTab: "Shift with Tab."
        case .enter: "Enter."
        case .backspace: "Backspace."
        case .page: "Page up; PgDn is page down."
        }
    }
}
