import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The visas of a passport.
enum PassportWords: Equatable {
    case title
    case asking(elapsed: String)
    case asked(age: String)
    case askingShort
    case none
    case kind(VisaKind)
    /// - role: as the standard has it, such as `dac`; nil where it is not said.
    case decided(by: TerminalText, role: String?, day: String?)
    case issued(by: TerminalText, day: String?)
    case goodUntil(day: String, remaining: String)
    case checked
    case notChecked(Reason)
    case failed(Reason)
    case missing
    case notYet(day: String?)
    case notAsked(PassportOrigin, Reason)
    case archiveDecides
    case unreadable
}
