/// Which datasets of a screen are written into a file.
public enum CollectionScope: Equatable, Sendable {
    /// Those that are marked, all that the search finds, or what is in the basket.
    case marks, found, basket
}

/// Several datasets on their way into a file. It outlasts its overlay.
public struct CollectionExporting: Equatable, Sendable {
    /// With which it was begun.
    var prompt: AnswersPrompt
    /// Nil before the first dataset.
    public var progress: CollectionProgress?
}

/// Writing several datasets into a file.
extension AppState {
    /// The marks go before what was found.
    private var collectionScope: CollectionScope {
        if screen == .basket { return .basket }
        return browser.marks.isEmpty ? .found : .marks
    }

    /// How many there are, as far as that is known.
    public func count(of scope: CollectionScope) -> Int {
        switch scope {
        case .marks: browser.marks.count
        case .found: browser.results.total
        case .basket: basket.items.count
        }
    }

    var collectionAvailability: Availability {
        if exporting != nil { return .available }
        return count(of: collectionScope) > 0 ? .available : .unavailable(reason: .documents(.noDatasets))
    }

    /// The catalogue's own descriptions are offered where it gives them out.
    var collectionFormats: [CollectionFormat] {
        CollectionFormat.allCases.filter { $0.description == nil || offered(.export).isAvailable }
    }

    mutating func chooseCollectionFormat() -> [Effect] {
        // One at a time: how far it is, and a way to stop it.
        if let exporting {
            overlay = .answersFile(exporting.prompt)
            return []
        }
        overlay = .menu(Menu(.collection(collectionScope)))
        return []
    }

    mutating func exportCollection(_ scope: CollectionScope, as format: CollectionFormat) -> [Effect] {
        let collection: DatasetCollection
        let name: String
        switch scope {
        case .marks:
            collection = .datasets(browser.marks.datasets.map(\.id))
            name = "datasets"
        case .found:
            collection = .search(browser.results.query ?? browser.query, most: nil)
            name = "datasets"
        case .basket:
            collection = .datasets(basket.items.map(\.id))
            name = "basket"
        }
        let path =
            collection.isFolder(as: format) ? "./\(name)-\(format.fileExtension)" : "./\(name).\(format.fileExtension)"
        overlay = .answersFile(AnswersPrompt(.collection(collection, format), path: path))
        return [.file(.listFolder("./"))]
    }

    mutating func collectionProgressed(_ progress: CollectionProgress) -> [Effect] {
        exporting?.progress = progress
        return []
    }

    mutating func stopCollection() -> [Effect] { exporting == nil ? [] : [.file(.stopExport)] }

    /// Left open it goes on, and is told of when it is done.
    mutating func collectionExported(
        _ format: CollectionFormat, _ result: Result<CollectionReport, PortalError>
    ) -> [Effect] {
        exporting = nil
        var prompt: AnswersPrompt?
        if case .answersFile(let open) = overlay, open.isCollection, open.stage == .working { prompt = open }
        switch result {
        case .success(let report):
            if prompt != nil { overlay = nil }
            guard report.path != nil else { return show(.failure, .documents(.collectionNotWhole(report))) }
            return show(.success, .documents(.collectionWritten(report, format)))
        case .failure(let error):
            guard error.kind != .cancelled else {
                if prompt != nil { overlay = nil }
                return show(.information, .documents(.exportStopped))
            }
            // Another name may be all that is needed.
            guard error.kind == .local, var prompt else {
                if prompt != nil { overlay = nil }
                return show(error, kept: .documents(.nothingWritten))
            }
            prompt.stage = .path
            prompt.problem = error.why
            overlay = .answersFile(prompt)
            return record(error)
        }
    }
}

extension AnswersPrompt.Purpose {
    /// The work that writes to this path, where it is a catalogue's datasets that are written.
    func export(to path: String, from source: CatalogueSource) -> FileWork? {
        switch self {
        case .export(let id, let format): .exportDataset(id, format, path: path)
        case .collection(let datasets, let format): .exportCollection(datasets, format, path: path, from: source)
        case .comparison(let comparison, let format): .exportComparison(comparison, format, path: path)
        case .load, .save: nil
        }
    }
}
