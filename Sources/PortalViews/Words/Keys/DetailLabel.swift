import PortalModel
import TerminalCanvas

/// What a section of a dataset's details is called, or an entry of it. The dialects give the contracts' fields English
/// names, and a catalogue has names of its own, which stay what they are.
struct DetailLabel: Wording {
    let label: String

    func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: label) }

    func german(_ c: Phrasing) -> TerminalText? { TerminalText(singleLine: Self.german[label] ?? label) }
}

extension Phrasing {
    /// The values of an entry: a catalogue's own words, but for the few that the program says itself.
    package func values(of entry: DetailEntry) -> [String] {
        switch language {
        case .english: entry.values
        case .german: entry.values.map { DetailLabel.german($0, of: entry.label) }
        }
    }

    /// What a request is called. Where the service has no title for it, it goes by its number.
    package func title(_ title: String, of id: ApplicationID) -> String {
        title == "Request \(id.rawValue)" ? text(RequestWords.request(id: id.rawValue)) : title
    }
}
