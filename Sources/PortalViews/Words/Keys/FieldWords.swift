import PortalModel
import TerminalCanvas

/// What is said of a field that its form does not explain, besides what it takes (`FieldGuidance`).
enum FieldWords: Equatable {
    case needed, optional
    /// How it is answered on the screen.
    case showsCalendar, fillsCell, attaches
    case isPrivate
    case noAnswerYet
    /// Stands where nothing is written yet.
    case takes(FieldGuidance)
}
