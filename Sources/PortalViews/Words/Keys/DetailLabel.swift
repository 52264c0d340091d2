import TerminalCanvas

/// What a section of a dataset's details is called, or an entry of it. The dialects give the contracts' fields English
/// names, and a catalogue has names of its own, which stay what they are.
struct DetailLabel: Wording {
    let label: String

    func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: label) }

    func german(_ c: Phrasing) -> TerminalText? { TerminalText(singleLine: Self.german[label] ?? label) }
}
