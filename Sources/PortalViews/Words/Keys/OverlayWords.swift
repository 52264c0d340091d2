import TerminalCanvas

/// Help, the palette, menus and questions.
enum OverlayWords: Equatable {
    case commands
    case typeWhatToDo
    case noCommand
    case sortBy, byMirrorOnly
    case yes
    case typeWord(word: String)
    case doesIt
    case keyOrEscape
    case escape
    case submit
    case createAgain
    case another
    case takeOver
    case deleteDraft
    case close
    case quit
    case copy
    case renew
    case askForAccess
    case removePortal
    case goToPortal
    case help(place: TerminalText)
    case typeToFind
    case failures
    case notNow(help: String, reason: String)
    case noFailures
    case timesAreUTC
    case here
    case moving
    case everywhere
    case showRequests
    case datasetsOf(id: String)
    case filesOf(id: String)
    case descriptionAs
    case datasetsAs(count: Int)
    case comparisonAs
    case columns
    case series
    case partOf
    case earlierSearches
    case purpose
    case portalGroups
    case mirrorRecords
    case tooSmall(columns: Int, rows: Int)
    case needs(needed: TerminalText)
    case portal
}
