import FoundationEssentials
import JSONStream
import PortalDomain

/// What was searched for on the screen, as lines: a small file, because the search line has it before a database would be
/// open. Losing it does not matter.
public struct RecentSearchesFile: Sendable {
    /// Where it lies.
    public let path: String
    private let directory: String

    /// - Throws: when no folder can have the profile's name.
    public init(profile: String, in directories: StorageDirectories) throws(PortalError) {
        directory = directories.data + "/" + (try StorageDirectories.folder(forProfile: profile))
        path = directory + "/recent-searches.json"
    }

    /// A larger file is something else.
    private static let maximumSize = 2_000_000

    /// Nothing where there is no file, or none that can be understood.
    public func read() -> KeptSearches {
        guard let contents = FileManager.default.contents(atPath: path), contents.count <= Self.maximumSize,
            let lines = (try? JSONReader.read(contents))?.each(\.string)
        else { return KeptSearches() }
        return KeptSearches(recent: lines)
    }

    /// Puts a line in front of what is there now: another program may have written meanwhile.
    public func remember(_ line: String) throws(PortalError) {
        var searches = read()
        searches.remember(line)
        do {
            let data = try JSONEncoder().encode(searches.recent)
            try PrivateFiles.makeDirectory(directory)
            try PrivateFiles.replace(path, with: data)
        } catch {
            throw PortalError(.local, operation: "keeping the search", because: .kept(.profileNotWritten(path: path)))
        }
    }
}
