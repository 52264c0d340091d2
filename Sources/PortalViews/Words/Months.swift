import PortalModel
import TerminalCanvas

extension CalendarMonth: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: title) }

    package func german(_ c: Phrasing) -> TerminalText? { "\(Self.germanNames[month - 1]) \(year)" }

    private static let germanNames = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
    ]
}
