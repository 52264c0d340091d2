import PortalModel
import TerminalCanvas

/// The form in which a portal is set up, and what is found when it is tried.
enum PortalFormWords: Equatable {
    case label(of: PortalForm.Line)
    /// Shown in place of an empty text: what may stand there, never what would be taken.
    case example(of: PortalForm.Line)
    /// Nil is found out by asking.
    case choice(of: PortalDialect?)
    /// What was tried, by its name in a profile.
    case service(String)
}
