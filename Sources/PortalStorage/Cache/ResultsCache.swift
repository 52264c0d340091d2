import FoundationEssentials
import Glibc
import PortalDomain

/// The last results, for the first screen of the next start: one small file, because opening a database would hold that
/// screen up. Losing them does not matter.
struct ResultsCache: Sendable {
    /// Absolute path, without a slash at its end.
    let directory: String
    let log: @Sendable (String) -> Void

    var path: String { directory + "/last-results.json" }

    /// Descriptions are cut to so many characters: one of the catalogue's has 685,989, and a list shows a line of it.
    static let descriptionLength = 600
    /// A file of more bytes is not read: it would hold up the first frame.
    static let maximumSize = 2_000_000

    func save(_ results: StoredResults, portal: String, owner: String) {
        do {
            let text = try KeptResultsFormat.text(
                of: KeptResultsFormat.Contents(portal: portal, owner: owner, results: Self.shortened(results)))
            try PrivateFiles.makeDirectory(directory)
            try PrivateFiles.replace(path, with: Data(text))
        } catch {
            log("\(path) could not be written. The next start begins with an empty list.")
        }
    }

    /// Nil when there are none of this portal and this person. A file that cannot be understood is deleted.
    func load(portal: String, owner: String) -> StoredResults? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        guard let contents = understood(data) else {
            try? FileManager.default.removeItem(atPath: path)
            log("The last results could not be read from \(path) and were dropped.")
            return nil
        }
        return contents.portal == portal && contents.owner == owner ? contents.results : nil
    }

    private func understood(_ data: Data) -> KeptResultsFormat.Contents? {
        data.count <= Self.maximumSize ? KeptResultsFormat.contents(of: data) : nil
    }

    /// Removes them unless they are what anybody would have been answered.
    func removePrivate() -> FileFailure? {
        if let data = FileManager.default.contents(atPath: path), understood(data)?.owner == "" { return nil }
        return unlink(path) == 0 || errno == ENOENT ? nil : FileFailure(path)
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
