import Foundation
import TerminalHarness
import Testing

/// What a person does with the datasets.
extension PortalStory {
    /// Waits until the row with the cursor has that text in it.
    @discardableResult
    func expectRow(_ text: String, at place: SourceLocation = #_sourceLocation) async throws -> String {
        try await expect("the cursor at “\(text)”", at: place) { screen in
            screen.split(separator: "\n").contains { $0.first == Self.marker && $0.contains(text) }
        }
    }

    /// Waits until the list shows what was found.
    @discardableResult
    func expectResults(at place: SourceLocation = #_sourceLocation) async throws -> String {
        try await expect("how many datasets were found", at: place) {
            $0.contains("datasets ·") || $0.contains("1 dataset ·")
        }
    }

    /// Searches from the list, and puts the cursor on the dataset that is found first.
    func find(_ words: String, title: String, at place: SourceLocation = #_sourceLocation) async throws {
        try await expectResults(at: place)
        try await press("/", "C-u")
        try await type(words)
        try await expect("/ \(words)", at: place)
        try await expectRow(title, at: place)
        try await press("Enter")
        try await expect("↵ open", at: place)
    }

    /// Asks for access to the dataset under the cursor, up to the first field of the first form.
    func beginRequest(at place: SourceLocation = #_sourceLocation) async throws {
        try await press("b")
        try await expect("Basket 1", at: place)
        try await press("2")
        try await expect("1 dataset, kept on this machine", at: place)
        try await press("n")
        try await expect("Access is asked for 1 dataset", at: place)
        try await press("C-n")
        try await expectField("Title of the project", at: place)
    }

    /// The number after a text on the screen, such as `7` in “Still to do (7)”.
    func number(after text: String, at place: SourceLocation = #_sourceLocation) async throws -> Int {
        let screen = try await expect(text, at: place)
        guard let number = Int(screen.components(separatedBy: text)[1].prefix { $0.isNumber }) else {
            throw HarnessError("There should be a number after “\(text)”.", lastScreen: screen)
        }
        return number
    }

    /// The number before a word on the screen, such as `1,204` in “1,204 datasets”.
    func number(before word: String, at place: SourceLocation = #_sourceLocation) async throws -> Int {
        let screen = try await expect(word, at: place)
        let before = screen.components(separatedBy: word)[0].trimmingSuffix { $0 == " " }
        let digits = before.reversed().prefix { $0.isNumber || $0 == "," }.filter(\.isNumber)
        guard let number = Int(String(digits.reversed())) else {
            throw HarnessError("There should be a number before “\(word)”.", lastScreen: screen)
        }
        return number
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> SubSequence {
        var rest = self[...]
        while let last = rest.last, predicate(last) { rest = rest.dropLast() }
        return rest
    }
}
