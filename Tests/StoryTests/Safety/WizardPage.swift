import TerminalHarness

/// A page of a form as it is read off the screen.
struct WizardPage {
    private let lines: [Substring]

    init(_ screen: String) {
        lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The mark that everything on the screen is on this machine's disk.
    var isSavedHere: Bool {
        lines.dropFirst().first?.contains("· saved here") == true
    }

    /// The first line of what has the cursor, without its marker.
    var focus: String? {
        lines.first { $0.first == PortalStory.marker }.map(Self.content)
    }

    /// All lines of what has the cursor, without its marker.
    var focusedBlock: [String] { lines.filter { $0.first == PortalStory.marker }.map(Self.content) }

    /// The digits of a field's answer; nil when the field is not in sight.
    func digits(of title: String) -> String? {
        guard let head = lines.firstIndex(where: { Self.content($0).hasPrefix(title) }) else { return nil }
        let hasFocus = lines[head].first == PortalStory.marker
        let rows = lines[(head + 1)...].prefix {
            hasFocus ? $0.first == PortalStory.marker : !Self.content($0).isEmpty
        }
        // What the program says of the field has letters; what is typed in these stories has none.
        let texts = rows.map(Self.content).filter { !$0.contains(where: \.isLetter) }
        return texts.joined().filter(\.isNumber)
    }

    private static func content(_ line: Substring) -> String {
        var text = line.dropFirst(2)
        if text.last == "┃" { text = text.dropLast() }
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
