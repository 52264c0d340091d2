import FoundationEssentials
import PortalModel

/// The last results, for the first screen of the next start. Losing them does not matter.
struct ResultsCache: Sendable {
    /// Absolute path, without a slash at its end.
    let directory: String

    var path: String { directory + "/last-results.json" }

    /// Descriptions are cut to so many characters: one of the catalogue's has 685,989, and a list shows a line of it.
    static let descriptionLength = 600
    /// A file of more bytes is not read: it would hold up the first frame.
    static let maximumSize = 2_000_000

    /// What lies in the file. The format's number goes up when the domain's shapes change.
    private struct Contents: Codable {
        static let currentFormat = 1
        var format: Int
        var results: StoredResults
    }

    func save(_ results: StoredResults) throws(PortalError) {
        do {
            let contents = Contents(format: Contents.currentFormat, results: Self.shortened(results))
            let data = try JSONEncoder().encode(contents)
            try PrivateFiles.makeDirectory(directory)
            try PrivateFiles.replace(path, with: data)
        } catch {
            throw PortalError(
                .local, operation: "keeping the last results",
                detail: "\(path) could not be written. The next start begins with an empty list; nothing else is lost.")
        }
    }

    /// Nil when there are none. A file that cannot be understood is deleted.
    func load(note: (String) -> Void) -> StoredResults? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        if data.count <= Self.maximumSize, let contents = try? JSONDecoder().decode(Contents.self, from: data),
            contents.format == Contents.currentFormat
        {
            return contents.results
        }
        try? FileManager.default.removeItem(atPath: path)
        note("The last results could not be read from \(path) and were dropped.")
        return nil
    }

    private static func shortened(_ results: StoredResults) -> StoredResults {
        var results = results
        results.page.results = results.page.results.map { result in
            guard case .dataset(var summary) = result else { return result }
            summary.description = String(summary.description.prefix(descriptionLength))
            return .dataset(summary)
        }
        return results
    }
}
