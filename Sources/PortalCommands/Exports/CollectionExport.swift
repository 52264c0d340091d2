import Foundation
import PortalModel

/// Writes datasets one after the other: asks one page, and one dataset, at a time.
struct CollectionExport {
    private let source: CollectionSource
    private let format: CollectionFormat
    private let place: CollectionPlace
    private var writer: CollectionWriter
    private(set) var report = CollectionReport()
    private let tell: @Sendable (CollectionProgress) -> Void
    private var done = 0
    private var isBegun = false

    /// - Parameter tell: gets how far it is, dataset by dataset.
    init(
        _ source: CollectionSource, as format: CollectionFormat, to place: CollectionPlace,
        tell: @escaping @Sendable (CollectionProgress) -> Void = { _ in }
    ) {
        self.tell = tell
        self.source = source
        self.format = format
        self.place = place
        writer = CollectionWriter(format)
    }

    private static let page = 100

    /// Goes on when single datasets cannot be had, and notes them; nobody reads on when it returns false.
    ///
    /// - Throws: what holds up all of them.
    mutating func run() async throws -> Bool {
        switch source.contents {
        case .datasets(let ids):
            var seen: Set<DatasetID> = []
            let total = Set(ids).count
            for id in ids where seen.insert(id).inserted {
                guard try await write(id, nil) else { return false }
                try goOn(total)
            }
        case .search(let search, let most):
            guard try await write(search, most ?? .max) else { return false }
        }
        // Where nothing could be had there is nothing to write; what a search does not find is an empty table.
        guard isBegun || report.missing.isEmpty else { return true }
        guard try begin() else { return false }
        return try place.write(writer.end)
    }

    /// What stands before the first dataset comes with it: a run that fails before has written nothing.
    private mutating func begin() throws(CommandFailure) -> Bool {
        guard !isBegun else { return true }
        isBegun = true
        return try place.write(writer.beginning)
    }

    private mutating func write(
        _ search: @Sendable (Int, Int) async throws -> SearchPage, _ most: Int
    ) async throws -> Bool {
        var start = 0
        var watch = PageWatch()
        while start < most {
            let page = try await search(start, min(Self.page, most - start))
            try watch.take(page)
            for result in page.results {
                switch result {
                case .dataset(let summary): guard try await write(summary.id, summary) else { return false }
                case .unreadable: report.unreadable += 1
                }
                try goOn(min(page.total, most))
            }
            start += page.results.count
            if page.results.isEmpty || start >= page.total { break }
        }
        return true
    }

    /// - Throws: that it was stopped.
    private mutating func goOn(_ total: Int) throws(PortalError) {
        done += 1
        tell(CollectionProgress(done: done, total: total))
        guard !Task.isCancelled else { throw PortalError(.cancelled, operation: "the file") }
    }

    /// - Parameter summary: what a search told of it.
    private mutating func write(_ id: DatasetID, _ summary: DatasetSummary?) async throws -> Bool {
        do {
            if let description = format.description {
                let document = try await source.describe(id, description)
                report.datasets += 1
                isBegun = true
                return try kept { try place.add(document, named: summary?.identifier ?? id.rawValue, format) }
            }
            let detail = summary == nil || format.needsDetail ? try await source.dataset(id) : nil
            guard let dataset = detail?.summary ?? summary else { return true }
            report.datasets += 1
            if format.isManifest, let detail {
                report.files += detail.distributions.count
                report.withoutFiles += detail.distributions.isEmpty ? 1 : 0
            }
            return try kept { try begin() && place.write(try writer.write(dataset, detail)) }
        } catch let error as PortalError where error.kind.isOfOneDataset {
            report.missing.append(CollectionReport.Missing(id, error))
            return true
        }
    }

    /// What cannot be written is no dataset's fault.
    private func kept(_ body: () throws -> Bool) throws -> Bool {
        do { return try body() } catch let error as PortalError { throw error } catch let error as CommandFailure {
            throw error
        } catch {
            throw PortalError(.local, operation: "the file")
        }
    }
}

extension PortalError.Kind {
    /// The next dataset may be had all the same.
    fileprivate var isOfOneDataset: Bool {
        switch self {
        case .notFound, .forbidden, .conflict, .invalid, .unreadableAnswer, .notKept, .changedElsewhere: true
        case .offline, .timedOut, .signedOut, .refused, .tooManyRequests, .serverFault, .unavailable, .notTried,
            .unsupported, .local, .heldElsewhere, .cancelled:
            false
        }
    }
}

/// Where datasets are written to.
enum CollectionPlace {
    case standardOutput(CommandOutput)
    case file(WholeFile)
    case folder(WholeFolder)

    /// - Returns: whether somebody still reads.
    func write(_ data: Data) throws(CommandFailure) -> Bool {
        guard !data.isEmpty else { return true }
        switch self {
        case .standardOutput(let output): return try output.emit(part: data)
        case .file(let file):
            try Self.refusing(file.path) { () throws(PrivateFile.Refusal) in try file.write(data) }
            return true
        case .folder: return true
        }
    }

    /// A document that the catalogue wrote.
    func add(_ document: Data, named name: String, _ format: CollectionFormat) throws(CommandFailure) -> Bool {
        guard case .folder(let folder) = self else { return try write(document) }
        try Self.refusing(folder.path) { () throws(PrivateFile.Refusal) in
            try folder.add(document, named: name, extension: format.fileExtension)
        }
        return true
    }

    /// Puts what was written in its place.
    func finish() throws(CommandFailure) {
        switch self {
        case .standardOutput: break
        case .file(let file):
            try Self.refusing(file.path) { () throws(PrivateFile.Refusal) in try file.finish() }
        case .folder(let folder):
            try Self.refusing(folder.path) { () throws(PrivateFile.Refusal) in try folder.finish() }
        }
    }

    /// - Parameter replacing: takes the place of a file that is there; never of a folder.
    static func at(
        _ path: String, isFolder: Bool, replacing: Bool
    ) throws(PrivateFile.Refusal) -> CollectionPlace {
        if isFolder { return .folder(try WholeFolder(path)) }
        return .file(try WholeFile(path, replacing: replacing))
    }

    private static func refusing(
        _ path: String, _ body: () throws(PrivateFile.Refusal) -> Void
    ) throws(CommandFailure) {
        do throws(PrivateFile.Refusal) { try body() } catch {
            throw CommandFailure(ExportWords.notWritten(error, path: path, isFolder: false))
        }
    }
}
