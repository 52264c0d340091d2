import PortalModel

/// Several datasets in a file, for the person at the screen.
package struct CollectionFiles: Sendable {
    private let files: LocalFiles
    private let discovery: DiscoveryService
    private let mirror: DiscoveryService

    package init(files: LocalFiles, discovery: DiscoveryService, mirror: DiscoveryService) {
        (self.files, self.discovery, self.mirror) = (files, discovery, mirror)
    }

    /// Into a new file or folder, as its path was typed; nothing is kept where a dataset could not be had.
    package func write(
        _ collection: DatasetCollection, from source: CatalogueSource, _ format: CollectionFormat, _ typed: String,
        _ tell: @escaping @Sendable (CollectionProgress) -> Void
    ) async throws(PortalError) -> CollectionReport {
        let path = files.absolute(typed)
        do {
            let place = try CollectionPlace.at(path, isFolder: collection.isFolder(as: format), replacing: false)
            var export = CollectionExport(
                CollectionSource(collection, at: source == .mirror ? mirror : discovery), as: format, to: place
            ) { progress in
                // Often enough to be seen; each is a frame.
                guard progress.done <= 20 || progress.done.isMultiple(of: 10) || progress.done == progress.total else {
                    return
                }
                tell(progress)
            }
            _ = try await export.run()
            var report = export.report
            guard report.isWhole else { return report }
            try place.finish()
            report.path = path
            return report
        } catch let error as PortalError {
            throw error
        } catch let refusal as PrivateFile.Refusal {
            throw PortalError(.local, operation: "the file", because: refusal.reason(for: typed))
        } catch let failure as CommandFailure {
            throw PortalError(.local, operation: "the file", detail: failure.words)
        } catch {
            throw PortalError(.local, operation: "the file")
        }
    }
}
