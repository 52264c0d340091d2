import Testing

extension Stories {
    /// A window that somebody drags about.
    @Suite struct Resizing {
        @Test func aStormOfSizesHarmsNothing() async throws {
            let story = try PortalStory()
            try await story.start("--demo")
            try await story.find("Human Metabolome", title: "Human Metabolome Database")
            try await story.beginRequest()
            try await story.fill("Title of the project", with: "Metabolites of sleep")
            try await story.expectField("Purpose of use")

            var random = SeededGenerator(seed: 20_261_121)
            var typed = ""
            for number in 0..<60 {
                let size = random.size()
                try await story.resize(columns: size.columns, rows: size.rows)
                let word = "w\(number) "
                try await story.type(word)
                typed += word
            }
            try await story.resize(columns: 80, rows: 24)
            try await story.expectFrame(columns: 80, rows: 24)
            try await story.type("end")
            try await story.expectField("Purpose of use")
            try await story.expect("w59 end")
            try await story.expect("saved here · at the portal")
            try await story.expectSameScreenWhenDrawnAnew()

            // The review, in a window where all of it is in sight.
            try await story.press("F9")
            try await story.expect("Still to do (")
            try await story.resize(columns: 80, rows: 70)
            let lines = try await story.expect("w59 end").split(separator: "\n")
            let shown = lines.drop { !$0.contains("Purpose of use") }.dropFirst().prefix { !$0.contains("Summary") }
            let words = shown.flatMap { $0.split(separator: " ") }.filter { $0.first == "w" || $0 == "end" }
            #expect(words.map(String.init) == (typed + "end").split(separator: " ").map(String.init))
            try await story.leavesTheWizard()
            try await story.quits()
        }

        @Test func everyScreenSurvivesTheStorm() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral")
            try await story.expectResults()
            var random = SeededGenerator(seed: 7)
            let screens: [(open: [String], close: String?)] = [
                (["Down", "Down"], nil), (["Enter"], nil), (["Tab"], "Escape"), (["f"], "Escape"),
                (["?"], "Escape"),
                (["2"], nil), (["3"], nil), (["1"], nil),
            ]
            for screen in screens {
                for key in screen.open { try await story.press(key) }
                for _ in 0..<8 {
                    let size = random.size()
                    try await story.resize(columns: size.columns, rows: size.rows)
                    try await story.press("Down")
                }
                try await story.resize(columns: 100, rows: 30)
                try await story.expectFrame(columns: 100, rows: 30)
                if let key = screen.close {
                    try await story.press(key)
                    try await story.expect("↵ open")
                }
                // The message tells that everything before it was drawn.
                try await story.press("M")
                try await story.expect("Mouse off")
                try await story.press("M")
                try await story.expect("Mouse on.")
                try await story.expectSameScreenWhenDrawnAnew()
            }
            try await story.resize(columns: 30, rows: 8)
            try await story.expect("Too small: 30×8.")
            try await story.resize(columns: 80, rows: 24)
            // Nothing lies over the list, and nothing is left open: what a key less would hide.
            try await story.expect("↵ open")
            try await story.expectResults()
        }
    }
}

extension PortalStory {
    /// What came as changes is what a whole new drawing gives. The line of messages, which go by themselves, is left out.
    fileprivate func expectSameScreenWhenDrawnAnew(at place: SourceLocation = #_sourceLocation) async throws {
        let changed = Self.lasting(try await screen())
        try await press("C-l")
        try await expect("the same screen after ^L:\n\(changed.joined(separator: "\n"))\n", at: place) {
            Self.lasting($0) == changed
        }
    }

    /// Waits until the program has drawn for that size: header and footer end where they should.
    fileprivate func expectFrame(columns: Int, rows: Int, at place: SourceLocation = #_sourceLocation) async throws {
        try await expect("a frame of \(columns)×\(rows)", at: place) { screen in
            let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
            return lines.first?.count == columns - 1 && lines.lastIndex { !$0.isEmpty } == rows - 1
        }
    }

    private static func lasting(_ screen: String) -> [Substring] {
        var lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty == true { lines.removeLast() }
        if lines.count > 2 { lines.remove(at: lines.count - 2) }
        return lines
    }
}

extension SeededGenerator {
    /// A terminal's size, from 20×5 to 300×100.
    fileprivate mutating func size() -> (columns: Int, rows: Int) {
        (Int.random(in: 20...300, using: &self), Int.random(in: 5...100, using: &self))
    }
}
