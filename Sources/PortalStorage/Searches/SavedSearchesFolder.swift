import FoundationEssentials
import Glibc
import PortalDomain

/// The searches that are saved of a profile: a file each, so that two programs write over each other's only where they
/// change the same one, and then one after the other.
public struct SavedSearchesFolder: Sendable {
    /// Where they lie.
    public let path: String

    /// - Throws: when no folder can have the profile's name.
    public init(profile: String, in directories: StorageDirectories) throws(PortalError) {
        path = try directories.data(ofProfile: profile) + "/searches"
    }

    /// A search was saved once.
    public var isThere: Bool { PrivateFiles.exists(path) }

    private static let ending = ".json"

    /// What a folder holds.
    public struct Listing: Hashable, Sendable {
        /// By their names.
        public var searches: [SavedSearch] = []
        /// Files that are none that this version knows; they are left as they are.
        public var unreadable: [String] = []
    }

    /// Without what was seen of them.
    ///
    /// - Throws: when the folder cannot be read.
    public func list() throws(PortalError) -> Listing {
        var listing = Listing()
        for id in try ids() {
            if let head = Self.head(of: file(id)), let search = SavedSearchFile.search(head, id: id) {
                listing.searches.append(search)
            } else if PrivateFiles.exists(file(id)) {
                listing.unreadable.append(file(id))
            }
        }
        listing.searches.sort { ($0.name, $0.id) < ($1.name, $1.id) }
        return listing
    }

    /// What was news of a search when its portal was last asked. Nil where it is not there any more.
    public func news(of id: String) throws(PortalError) -> SearchNews? { try read(id)?.news }

    /// Which datasets were seen of a search. Nil where it is not there any more.
    public func seen(of id: String) throws(PortalError) -> SeenDatasets? { try read(id)?.seen }

    /// Saves a search that has no file yet; what was found counts as seen.
    ///
    /// - Throws: when another one has its name, or there are too many.
    public func add(_ search: SavedSearch, seen: SeenDatasets) throws(PortalError) {
        try change { () throws(PortalError) in
            let others = try list()
            try Self.check(search, among: others)
            guard others.searches.count < SavedSearch.mostSearches else {
                throw Self.refusal("keeping the search", .full(most: SavedSearch.mostSearches))
            }
            try write(SavedSearchFile(search, seen: seen))
        }
    }

    /// Changes a search as it is on the disk now: another program may have changed it since it was read.
    ///
    /// - Returns: as it is now; nil where it is not there any more.
    /// - Throws: when its new name is another one's.
    public func update(
        _ id: String, _ body: (inout SavedSearch, inout SearchNews, inout SeenDatasets) -> Void
    ) throws(PortalError) -> SavedSearch? {
        guard PrivateFiles.exists(path) else { return nil }
        return try change { () throws(PortalError) in
            guard var kept = try read(id) else { return nil }
            let name = kept.search.name
            body(&kept.search, &kept.news, &kept.seen)
            if kept.search.name != name { try Self.check(kept.search, among: try list()) }
            try write(kept)
            return kept.search
        }
    }

    /// Marks as seen what was told as news when the portal was last asked.
    ///
    /// - Returns: the search, and what that was; nil where it is not there any more.
    public func markSeen(_ id: String) throws(PortalError) -> (SavedSearch, NewsCount)? {
        var told = NewsCount()
        let marked = try update(id) { search, news, seen in
            told = news.count
            seen.mark(news, at: search.checkedAt)
            search.seenAt = search.checkedAt
            search.news = NewsCount()
            news = SearchNews()
        }
        return marked.map { ($0, told) }
    }

    /// Removes a search. It can be put back as it was while the program runs.
    ///
    /// - Returns: what it was; nil where it is not there any more.
    public func remove(_ id: String) throws(PortalError) -> RemovedSearch? {
        guard PrivateFiles.exists(path) else { return nil }
        return try change { () throws(PortalError) in
            // One that cannot be read can be removed all the same, by hand: nobody knows what it is.
            guard let kept = try read(id) else { return nil }
            guard unlink(file(id)) == 0 || errno == ENOENT else {
                throw failure("removing the search", FileFailure(file(id)))
            }
            return RemovedSearch(file: kept)
        }
    }

    /// Puts back what was removed.
    ///
    /// - Throws: when another one has got its name since.
    public func restore(_ removed: RemovedSearch) throws(PortalError) {
        try change { () throws(PortalError) in
            try Self.check(removed.file.search, among: try list())
            try write(removed.file)
        }
    }

    // MARK: - Files

    private static func check(_ search: SavedSearch, among others: Listing) throws(PortalError) {
        guard SavedSearch.canBeCalled(search.name) else {
            throw refusal("keeping the search", .noName(longest: SavedSearch.longestName))
        }
        guard !others.searches.contains(where: { $0.name == search.name && $0.id != search.id }) else {
            throw refusal("keeping the search", .nameTaken(name: search.name))
        }
    }

    /// One program at a time.
    private func change<Value>(_ body: () throws(PortalError) -> Value) throws(PortalError) -> Value {
        do throws(FileFailure) { try PrivateFiles.makeDirectory(path) } catch {
            throw failure("keeping the search", error)
        }
        let turn = FolderTurn(in: path)
        let value = try body()
        _ = consume turn
        return value
    }

    private func ids() throws(PortalError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .filter { $0.hasSuffix(Self.ending) && !$0.hasPrefix(".") }.map {
                    String($0.dropLast(Self.ending.count))
                }
                .sorted()
        } catch {
            if !PrivateFiles.exists(path) { return [] }
            throw Self.refusal("reading the saved searches", .unreadable(path: path))
        }
    }

    private func file(_ id: String) -> String { path + "/" + id + Self.ending }

    private static func head(of file: String) -> Data? {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var data = Data(count: SavedSearchFile.longestHead)
        let count = data.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        return count > 0 ? data.prefix(count) : nil
    }

    /// Nil where there is no such file.
    private func read(_ id: String) throws(PortalError) -> SavedSearchFile? {
        let file = file(id)
        guard !id.contains("/"), let contents = FileManager.default.contents(atPath: file) else {
            guard PrivateFiles.exists(file) else { return nil }
            throw Self.refusal("reading the saved searches", .unreadable(path: file))
        }
        guard contents.count <= SavedSearchFile.maximumSize, let kept = SavedSearchFile(contents, id: id) else {
            throw Self.refusal("reading the saved searches", .unreadable(path: file))
        }
        return kept
    }

    /// On the disk when it returns.
    private func write(_ kept: SavedSearchFile) throws(PortalError) {
        let file = file(kept.search.id)
        do {
            try PrivateFiles.replace(file, with: try kept.contents, isForced: true)
        } catch let error as FileFailure {
            throw failure("keeping the search", error)
        } catch {
            throw Self.refusal("keeping the search", .unreadable(path: file))
        }
    }

    private func failure(_ operation: String, _ failure: FileFailure) -> PortalError {
        Self.refusal(operation, .refused(path: failure.path, words: String(cString: strerror(failure.code))))
    }

    private static func refusal(_ operation: String, _ reason: SavedSearchReason) -> PortalError {
        PortalError(.local, operation: operation, because: .savedSearch(reason))
    }
}

/// A search that was removed, with all that was known of it.
public struct RemovedSearch: Sendable {
    let file: SavedSearchFile

    /// What a list told of it.
    public var search: SavedSearch { file.search }
}
