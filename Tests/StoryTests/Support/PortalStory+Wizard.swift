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
        try await choose(labels, in: title, revealing: revealed, at: place)
    }

    /// The same with a list of labels.
    func choose(
        _ labels: [String], in title: String, revealing revealed: String? = nil,
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
        if let revealed {
            // It may stand below the screen's end; the head counts it all the same.
            let asked = Self.questions(in: screen)
            try await expect("“\(revealed)” to be asked", at: place) {
                $0.contains(revealed) || Self.questions(in: $0) > asked
            }
        }
        try await press("Tab")
    }

    /// How many questions the steps that are not done have, as the head tells.
    private static func questions(in screen: String) -> Int {
        let head = screen.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).first ?? ""
        return head.matches(of: /\/(\d+)/).compactMap { Int($0.1) }.reduce(0, +)
    }

    /// Answers what has to be answered for a dataset that is not about people, from the first field to the licences.
    func answersTheForms(title: String, purpose: String) async throws {
        try await fill("Title of the project", with: title)
        try await fill("Purpose of use", with: purpose)
        try await skip("Summary for the public")
        try await choose("Methods and software", in: "Area of research")
        try await fill("Start of the project", with: "2026-01-15")
        try await skip("Expected end")
        try await skip("Funding")
        try await fill("Principal investigator", with: "Ada Lovelace")
        try await fill("E-mail of the principal investigator", with: "ada@institution.example")
        try await choose("A compute cluster", in: "Where will the data be analysed?")
        try await choose("No", in: "Will data leave the secure environment?")
        try await choose("Two-factor sign-in", in: "Which safeguards are in place?")
        try await fill("Who will have access", with: "Ada Lovelace, PI")
        try await fill("When will the data be deleted?", with: "2030-12-31")
        try await fill("Contact for security incidents", with: "security@institution.example")
        try await skip("Data protection officer")
    }

    /// Goes to a field that is still to be answered, by the review.
    func goTo(missing title: String, at place: SourceLocation = #_sourceLocation) async throws {
        try await press("F9")
        var screen = try await expect("Still to do", at: place)
        while !Self.row(of: screen).contains(title) {
            let before = Self.row(of: screen)
            try await press("Down")
            screen = try await expect("the line after “\(before)”", at: place) { Self.row(of: $0) != before }
        }
        try await press("Enter")
        try await expectField(title, at: place)
    }

    /// The first row of what has the cursor.
    private static func row(of screen: String) -> String {
        screen.split(separator: "\n").first { $0.first == marker }.map(String.init) ?? ""
    }

    /// Accepts all licences, and goes on to the review.
    func acceptsTheLicences() async throws {
        try await expect("Licences 0/2")
        try await press("A")
        try await expect("Licences 2/2")
        try await press("C-n")
    }

    /// Submits from the review, and goes to the list of requests.
    func submits(_ number: Int = 1) async throws {
        try await expect("s submit")
        try await press("s")
        try await expect("Type submit to go on")
        try await type("submit")
        try await press("Enter")
        try await expect("Request \(number) was submitted.")
        try await press("Enter")
    }

    /// Leaves the wizard for the list of requests; everything is kept.
    func leavesTheWizard(at place: SourceLocation = #_sourceLocation) async throws {
        try await press("Escape")
        try await expect("↵ open", at: place)
    }

    /// Ends the program from a list.
    func quits(at place: SourceLocation = #_sourceLocation) async throws {
        try await press("q")
        #expect(try await exitStatus() == 0, sourceLocation: place)
        #expect(try await terminalIsRestored(), sourceLocation: place)
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
