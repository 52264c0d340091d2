import Foundation
import PortalModel
import TerminalCanvas
import TerminalHarness
import Testing

extension Stories {
    /// Texts of services are drawn, never obeyed.
    @Suite struct Hostile {
        @Test func hostileRecordsLeaveNoControlInTheStream() async throws {
            #expect(HostileCatalogue.texts.count >= 40)
            let home = try StoryHome()
            let catalogue = try home.write(HostileCatalogue.lines().joined(separator: "\n"), to: "hostile.jsonl")
            try await PortalUnderTest.run(catalogue: catalogue) { portal in
                let datasets = try await portal.datasets()
                #expect(datasets.count == HostileCatalogue.texts.count)
                let reader = try CatalogueReader(portal, datasets)
                try await reader.openEach(allParts: true)
                try await reader.askForAccess()
                try await reader.typeAndPaste()
                try await reader.expectCleanStream()
            }
        }

        @Test(.needsSharedData("nasty.jsonl"))
        func everyNastyRecordOpensAndLeavesNoControlInTheStream() async throws {
            try await PortalUnderTest.run(catalogue: SharedData.path("nasty.jsonl")) { portal in
                let datasets = try await portal.datasets()
                #expect(datasets.count == 328)
                let reader = try CatalogueReader(portal, datasets)
                try await reader.openEach()
                try await reader.expectCleanStream()
            }
        }

        @Test(.needsSharedData("genomic.jsonl"))
        func aHundredOfTheRealRecordsOpenInTheTerminal() async throws {
            try await PortalUnderTest.run(catalogue: SharedData.path("genomic.jsonl")) { portal in
                let datasets = try await portal.datasets()
                #expect(datasets.count == 3000)
                let reader = try CatalogueReader(portal, datasets)
                try await reader.openEach(every: 30)
                try await reader.expectCleanStream()
            }
        }
    }
}

/// Somebody who opens the datasets of a list one after the other.
private struct CatalogueReader {
    let story: PortalStory
    private let portal: PortalUnderTest
    private let datasets: [DatasetSummary]
    private static let (columns, rows) = (80, 24)

    init(_ portal: PortalUnderTest, _ datasets: [DatasetSummary]) throws {
        self.portal = portal
        self.datasets = datasets
        story = try PortalStory()
        try portal.configure(story.home)
    }

    func openEach(every step: Int = 1, allParts: Bool = false) async throws {
        try await story.start(columns: Self.columns, rows: Self.rows, environment: portal.environment)
        try await story.expect("datasets ·")
        for index in stride(from: 0, to: datasets.count, by: step) {
            let dataset = datasets[index]
            if index > 0 {
                try await story.press("h")
                try await story.press("j", times: step)
            }
            try await open(dataset, index: index)
            if allParts { try await story.press("]", "]", "]", "]", "]") }
        }
        try await story.press("h")
    }

    /// Until all of it is there: the last lines of the overview come with the answer.
    private func open(_ dataset: DatasetSummary, index: Int) async throws {
        let name = TerminalText(singleLine: dataset.identifier ?? dataset.id.rawValue).prefix(columns: 40).plain
        let title = TerminalText(singleLine: dataset.title).prefix(columns: 20).asDrawn.plain
            .trimmingCharacters(in: .whitespaces)
        try await story.expect("dataset \(index), \(title), in the list") { screen in
            screen.split(separator: "\n").contains {
                $0.first == PortalStory.marker && (title.isEmpty || $0.contains(title))
            }
        }
        let isOpen = { @Sendable (screen: String) in
            screen.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).first?.contains(name) == true
                && screen.contains("Overview") && !screen.contains("Loading…")
        }
        // The files tell that everything has come; the list has the overview.
        try await story.press(inOneGo: "Enter", "]")
        let screen = try await story.expect("dataset \(index), \(name)") {
            isOpen($0) || $0.contains("not fetched yet")
        }
        if !isOpen(screen) {
            // Keys are faster than pages: once its row is there it opens.
            let later = try await story.expect("the row of dataset \(index)") { screen in
                let row = screen.split(separator: "\n").first { $0.first == PortalStory.marker }
                return isOpen(screen) || row.map { $0.trimmingCharacters(in: ["▌", " ", "┃"]) != "…" } ?? false
            }
            if !isOpen(later) { try await story.press(inOneGo: "Enter", "]") }
            try await story.expect("dataset \(index), \(name)", where: isOpen)
        }
        try await story.press(inOneGo: "[", "G")
        try await story.expect("the end of dataset \(index)") { $0.contains("Identifier ") }
    }

    /// Through the basket into the wizard, where titles and publishers come again.
    func askForAccess() async throws {
        try await story.press("g")
        for _ in 0..<12 { try await story.press("Space") }
        try await story.press("b")
        try await story.expect("Basket 1")
        try await story.press("2")
        try await story.expect("kept on this machine")
        try await story.press("n")
        try await story.expect("Access is asked for")
        try await story.press("G", "F9")
        try await story.expect("Not complete yet")
        try await story.press("Escape")
        try await story.expectGone("Not complete yet")
        try await story.press("1")
        try await story.expect("datasets ·")
    }

    /// The same texts typed by somebody who copied them: search field and form.
    func typeAndPaste() async throws {
        try await story.press("/")
        try await story.paste("a\u{1B}[38;5;196mb\u{7}c\u{202E}d\u{1B}]0;x\u{7}")
        try await story.expect("0 datasets")
        try await story.press("Escape")
        try await story.expect("all datasets")
        try await story.press("3")
        try await story.expect("Requests")
        try await story.press("e")
        try await story.expect("Access is asked for")
        try await story.press("C-n")
        try await story.expectField("Title of the project")
        try await story.paste("title\u{1B}[38;5;196m\u{7}\u{9B}6n\u{202E}end\u{1B}]0;x\u{7}")
        try await story.expect("saved") { WizardPage($0).isSavedHere && $0.contains("title") }
    }

    func expectCleanStream() async throws {
        let bytes = try await story.stream()
        let breaches = TerminalStream(columns: Self.columns, rows: Self.rows).breaches(in: bytes)
        #expect(bytes.count > 1000)
        #expect(breaches.isEmpty, "\(breaches.count) in \(bytes.count) bytes: \(breaches.prefix(20))")
        await story.end()
    }
}
