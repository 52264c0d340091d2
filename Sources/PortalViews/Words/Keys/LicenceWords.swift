import TerminalCanvas

/// A licence and its terms.
enum LicenceWords: Equatable {
    case acceptedMark
    case notAcceptedMark
    case licenceOf(index: Int, count: Int)
    case licence
    case text
    case address
    case file
    case inLanguage(language: String)
    case change(others: String)
    case atAddress
    case copiesAddress
    case noTerms
    case fetchesFile(name: TerminalText)
    case fetching(name: TerminalText)
    case isNoText
    case readElsewhere
    case notFetched(name: TerminalText, error: TerminalText, detail: TerminalText, id: TerminalText)
    case nothingLost
}
