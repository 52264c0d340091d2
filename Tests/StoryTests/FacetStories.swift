import Testing

extension Stories {
    /// Narrowing thousands to a few, and back.
    @Suite struct Facets {
        @Test func facetsAreChosenCountedAndRemoved() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral")
            let all = try await story.number(before: " datasets ·")
            try await story.press("f")
            try await story.expectRow("[ ] Restricted")
            let restricted = try await story.count(of: "Restricted")
            let open = try await story.count(of: "Public")
            try await story.press("Space")
            try await story.expectRow("[x] Restricted")
            try await story.expect("\(restricted) datasets ·")
            try await story.expect("Access rights: Restricted ×")
            // Of one facet any may match.
            try await story.press("Down", "Space")
            try await story.expect("[x] Public")
            try await story.expect("\(restricted + open) datasets ·")

            // Of two facets both: found by typing its name.
            try await story.press("Tab")
            try await story.expect("[ ] Cancer")
            try await story.type("canc")
            try await story.expectRow("[ ] Cancer")
            let cancers = try await story.count(of: "Cancer")
            // While a name is typed the space bar types a blank.
            try await story.press("Enter")
            try await story.expect("\(cancers) datasets ·")
            try await story.press("Escape", "Escape")
            try await story.expect("↵ open")

            try await story.press("x")
            try await story.expect("\(restricted + open) datasets ·")
            try await story.expectGone("Cancer ×")
            try await story.press("X")
            try await story.expect("\(all) datasets ·")
            try await story.expectGone("×")
        }

        @Test func theOrderIsChosen() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral")
            try await story.sort(by: "title A–Z")
            let rising = try await story.titles()
            try await story.sort(by: "title Z–A")
            let falling = try await story.titles()
            #expect(rising.first ?? "" < rising.last ?? "")
            #expect(falling.first ?? "" > falling.last ?? "")
            #expect(rising != falling)
        }

        @Test func whatFindsNothingSaysHowToGoOn() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral")
            let all = try await story.number(before: " datasets ·")
            try await story.press("/")
            try await story.type("zzyzx")
            try await story.expect("No dataset matches “zzyzx”.")
            try await story.press("Escape")
            try await story.expect("\(all) datasets ·")

            try await story.press("f")
            try await story.expect("[ ] Restricted")
            try await story.type("zz")
            try await story.expect("nothing has this name")
            try await story.press("Escape")
            try await story.expectRow("[ ] Restricted")
            try await story.press("Escape")
            try await story.expect("↵ open")
            try await story.expectGone("[ ] Restricted")
        }
    }
}

extension PortalStory {
    /// The count at the end of a value's line in the facet panel, which ends at a bar.
    fileprivate func count(of value: String) async throws -> Int {
        let panel = try await screen().split(separator: "\n").map { $0.prefix { $0 != "│" } }
        let line = try #require(panel.first { $0.contains("] \(value)") })
        return try #require(line.split(separator: " ").compactMap { Int($0.filter(\.isNumber)) }.last)
    }

    fileprivate func sort(by order: String) async throws {
        try await expectResults()
        try await press("s")
        let menu = try await expect("( ) \(order)")
        let rows = menu.split(separator: "\n").filter { $0.contains(") ") && $0.contains("│") }
        let cursor = try #require(rows.firstIndex { $0.contains(Self.marker) })
        let wanted = try #require(rows.firstIndex { $0.contains(") \(order)") })
        try await press("Down", times: wanted - cursor)
        try await expect("the cursor at \(order)") { screen in
            screen.split(separator: "\n").contains { $0.contains("│ \(Self.marker)") && $0.contains(order) }
        }
        try await press("Enter")
        try await expect("datasets · \(order)")
        try await expectGone("searching")
    }

    /// The titles in the list, each on the first of its two rows.
    fileprivate func titles() async throws -> [String] {
        let rows = try await screen().split(separator: "\n", omittingEmptySubsequences: false).dropFirst(4).dropLast(2)
        return rows.enumerated().filter { $0.offset.isMultiple(of: 2) && !$0.element.isEmpty }.map { _, row in
            row.dropFirst(3).prefix(20).lowercased()
        }
    }
}
