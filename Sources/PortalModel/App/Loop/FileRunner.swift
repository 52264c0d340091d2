import Synchronization

/// Carries out the effects that have to do with the person's own files. Uploads may be stopped; an upload that was stopped
/// may have arrived, but no answer names it then, and the service drops what nothing names.
final class FileRunner: Sendable {
    private let files: FileService
    private let access: AccessService
    private let discovery: DiscoveryService
    private let documents: DocumentService
    private let deliver: @Sendable (AppAction) -> Void
    private let uploads = Mutex<[UploadID: Task<Void, Never>]>([:])
    private let collection = Mutex<Task<Void, Never>?>(nil)

    init(_ services: Services, deliver: @escaping @Sendable (AppAction) -> Void) {
        files = services.files
        access = services.access
        discovery = services.discovery
        documents = services.documents
        self.deliver = deliver
    }

    func run(_ work: FileWork) {
        switch work {
        case .listFolder(let folder): list(folder)
        case .upload(let id, let application, let path): upload(id, application, path)
        case .cancelUpload(let id): uploads.withLock { $0[id] }?.cancel()
        case .fetchAttachment(let application, let attachment, let isToRead): fetch(application, attachment, isToRead)
        case .exportDataset(let dataset, let format, let path): export(dataset, format, path)
        case .exportCollection(let collection, let format, let path, let source):
            export(collection, source, format, path)
        case .stopExport: self.collection.withLock { $0 }?.cancel()
        case .exportComparison(let comparison, let format, let path):
            answer { [documents] () throws(PortalError) in
                try await documents.exportComparison(comparison, format, path)
            } _: {
                .file(.comparisonExported($0))
            }
        case .fetchLicence(let draft, let application, let file, let isToRead):
            fetch(draft, application, file, isToRead)
        case .exportRequest(let application, let format):
            answer { [documents] () throws(PortalError) in
                try await documents.export(application, format)
            } _: {
                .file(.requestExported($0))
            }
        case .readAnswers(let path, let application):
            answer { [documents] () throws(PortalError) in
                try await documents.readAnswers(path, application)
            } _: {
                .file(.answersRead($0))
            }
        case .writeAnswers(let path, let application, let items):
            answer { [documents] () throws(PortalError) in
                try await documents.writeAnswers(path, application, items)
            } _: {
                .file(.answersWritten($0))
            }
        }
    }

    private func answer<Value: Sendable>(
        _ work: @escaping @Sendable () async throws(PortalError) -> Value,
        _ action: @escaping @Sendable (Result<Value, PortalError>) -> AppAction
    ) {
        Task { [deliver] in deliver(action(await outcome(work))) }
    }

    private func export(_ dataset: DatasetID, _ format: ExportFormat, _ typed: String) {
        let (files, discovery, deliver) = (files, discovery, deliver)
        Task {
            let path = await outcome { () async throws(PortalError) in
                let description = try await discovery.export(dataset, format)
                return try await files.keepAs(
                    typed, FileContents(name: typed, type: format.mediaType, bytes: description))
            }
            deliver(.file(.datasetExported(dataset, path)))
        }
    }

    /// One after the other: the screen begins none while another is written.
    private func export(
        _ datasets: DatasetCollection, _ source: CatalogueSource, _ format: CollectionFormat, _ path: String
    ) {
        let (documents, deliver) = (documents, deliver)
        let task = Task {
            let result = await outcome { () async throws(PortalError) in
                try await documents.exportCollection(datasets, source, format, path) { progress in
                    deliver(.file(.collectionProgressed(progress)))
                }
            }
            deliver(.file(.collectionExported(format, result)))
        }
        collection.withLock { $0 = task }
    }

    private func list(_ folder: String) {
        let (files, deliver) = (files, deliver)
        Task { deliver(.file(.folderListed(await files.list(folder)))) }
    }

    private func upload(_ id: UploadID, _ application: ApplicationID, _ path: String) {
        let (files, access, deliver) = (files, access, deliver)
        uploads.withLock { uploads in
            uploads[id] = Task {
                let result: Result<Attachment, PortalError>
                do throws(PortalError) {
                    let file = try await files.read(path, AttachmentRules.largest)
                    result = .success(try await Self.send(file, to: application, as: id, access, deliver))
                } catch {
                    result = .failure(error)
                }
                self.uploads.withLock { $0[id] = nil }
                deliver(.file(.uploaded(id, result)))
            }
        }
    }

    private static func send(
        _ file: FileContents, to application: ApplicationID, as id: UploadID, _ access: AccessService,
        _ deliver: @escaping @Sendable (AppAction) -> Void
    ) async throws(PortalError) -> Attachment {
        if let reason = AttachmentRules.refusal(name: file.name, bytes: file.bytes.count) {
            throw PortalError(.local, operation: "attaching the file", because: .file(reason))
        }
        deliver(.file(.uploadBegan(id, bytes: file.bytes.count)))
        let number = try await access.attach(application, file) { sent in
            deliver(.file(.uploadProgressed(id, sent: sent)))
        }
        return Attachment(id: number, filename: file.name, type: file.type)
    }

    private func fetch(_ application: ApplicationID, _ attachment: Attachment, _ isToRead: Bool) {
        let (access, deliver) = (access, deliver)
        Task {
            let result = await outcome { () async throws(PortalError) in
                let file = try await access.attachment(application, attachment.id)
                    .checked(as: attachment.filename, operation: "fetching the attachment")
                return try await fetched(file, isToRead: isToRead && attachment.isText)
            }
            deliver(.file(.attachmentFetched(attachment, result)))
        }
    }

    private func fetch(
        _ draft: DraftID, _ application: ApplicationID, _ licence: LicenceFile, _ isToRead: Bool
    ) {
        let (access, deliver) = (access, deliver)
        Task {
            let result = await outcome { () async throws(PortalError) in
                let file = try await access.licenceFile(application, licence)
                    .checked(as: licence.name, operation: "fetching the licence")
                if isToRead, let text = file.text { return FetchedFile.text(text) }
                return FetchedFile.kept(path: try await files.keep(file))
            }
            deliver(.session(draft, .licenceFetched(licence, isToRead: isToRead, result)))
        }
    }

    /// What is no text, whatever it says of itself, is kept.
    private func fetched(_ file: FileContents, isToRead: Bool) async throws(PortalError) -> FetchedFile {
        if isToRead, let text = String(validating: file.bytes, as: UTF8.self) { return .text(text) }
        return .kept(path: try await files.keep(file))
    }
}
