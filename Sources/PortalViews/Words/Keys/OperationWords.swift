import PortalModel
import TerminalCanvas

/// Which call failed, for the log of failures. The English words are the call's own: they name it in the log file too.
struct OperationWords: Wording {
    let operation: String

    func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: operation) }

    func german(_ c: Phrasing) -> TerminalText? {
        if let words = Self.german[operation] { return TerminalText(singleLine: words) }
        // What a portal does not offer is named by what it would be.
        if let feature = PortalFeature.allCases.first(where: { $0.words.lowercased() == operation }) {
            return c(feature)
        }
        // Such as "reading catalogue.jsonl": a file or a variable by its name.
        let words = operation.split(separator: " ")
        guard words.count == 2, words[0] == "reading" else { return nil }
        return "\(words[1]) lesen"
    }
}
