import Foundation
import TerminalHarness
import Testing

/// What a person does in the request wizard.
extension PortalStory {
    /// The sign at the left of what has the cursor.
    static let marker: Character = "▌"

    /// Waits until the field of that title has the cursor.
    @discardableResult
    func expectField(_ title: String, at place: SourceLocation = #_sourceLocation) async throws -> String {
        try await expect("the cursor in “\(title)”", at: place) { screen in
            screen.split(separator: "\n").contains { $0.first == Self.marker && $0.contains(title) }
        }
    }

    /// Writes into the field that has the cursor, and goes on to the next. Line ends are pressed as Enter.
    func fill(_ title: String, with text: String, at place: SourceLocation = #_sourceLocation) async throws {
        try await expectField(title, at: place)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { try await press("Enter") }
            try await type(String(line))
        }
        try await press("Tab")
    }

    /// Goes past a field without an answer.
    func skip(_ title: String, at place: SourceLocation = #_sourceLocation) async throws {
        try await expectField(title, at: place)
        try await press("Tab")
    }

    /// Chooses options by their labels, in the order of the list, and goes on to the next field.
    /// - Parameter revealed: a field that the portal asks for because of the choice; it is waited for.
    func choose(
        _ labels: String..., in title: String, revealing revealed: String? = nil,
        at place: SourceLocation = #_sourceLocation
    ) async throws {
        let screen = try await expectField(title, at: place)
        let options = Self.options(in: screen)
        var cursor = 0
        for label in labels {
            guard let index = options.firstIndex(where: { $0.hasPrefix(label) }), index >= cursor else {
                throw HarnessError("“\(title)” should offer “\(label)”, not \(options).", lastScreen: screen)
            }
            for _ in cursor..<index { try await press("Down") }
            try await press("Space")
            cursor = index
        }
        if let revealed { try await expect(revealed, at: place) }
        try await press("Tab")
    }

    /// The labels of the field with the cursor, one below the other or in one line.
    private static func options(in screen: String) -> [String] {
        let block = screen.split(separator: "\n").filter { $0.first == marker }.dropFirst()
        let text = block.map { $0.dropFirst() }.joined(separator: "   ")
        return text.split(separator: #/[(\[][ *x][)\]] /#).dropFirst().map { option in
            option.trimmingCharacters(in: CharacterSet(charactersIn: " ┃✓×"))
        }
    }
}
