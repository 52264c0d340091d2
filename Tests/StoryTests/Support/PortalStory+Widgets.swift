import TerminalHarness
import Testing

/// Fields that have an editor of their own.
extension PortalStory {
    /// Writes rows into the table that has the cursor, and goes on to the next field.
    func fillTable(_ title: String, with rows: [[String]], at place: SourceLocation = #_sourceLocation) async throws {
        try await expectField(title, at: place)
        for row in rows {
            // After the last cell of the last row comes a new row.
            for cell in row {
                try await type(cell)
                try await expect(cell, at: place)
                try await press("Enter")
            }
        }
        // The empty row that has come last is no part of the answer.
        try await press("Tab")
    }

    /// Attaches a file of the person's home to the field that has the cursor; it is sent in the background.
    func attach(_ path: String, to title: String, at place: SourceLocation = #_sourceLocation) async throws {
        try await expectField(title, at: place)
        try await press("Enter")
        try await expect("File: ", at: place)
        try await type(path)
        try await expect("/\(path)", at: place)
        try await press("Enter")
    }
}
