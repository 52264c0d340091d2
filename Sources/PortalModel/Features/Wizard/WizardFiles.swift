/// What became of files: those of attachment fields, and those that were written or read.
extension AppState {
    mutating func fileEvent(_ event: FileEvent) -> [Effect] {
        switch event {
        case .folderListed(let listing): folderListed(listing)
        case .uploadBegan(let id, let bytes):
            turn(of: id.draft) { wizard, _ in wizard.session.uploadBegan(id, bytes: bytes) }
        case .uploadProgressed(let id, let sent):
            turn(of: id.draft) { wizard, _ in wizard.session.uploadProgressed(id, sent: sent) }
        case .uploaded(let id, let result): turn(of: id.draft) { $0.session.uploaded(id, result, &$1.session) }
        case .attachmentFetched(let attachment, let result): attachmentFetched(attachment, result)
        case .datasetExported(_, let result): datasetExported(result)
        case .comparisonExported(let result): comparisonExported(result)
        case .collectionProgressed(let progress): collectionProgressed(progress)
        case .collectionExported(let format, let result): collectionExported(format, result)
        case .requestExported(let result): requestExported(result)
        case .answersRead(let result): answersRead(result)
        case .answersWritten(let result): answersWritten(result)
        }
    }

    private mutating func folderListed(_ listing: FolderListing) -> [Effect] {
        if case .answersFile(var prompt) = overlay {
            prompt.entry.take(listing)
            overlay = .answersFile(prompt)
            return []
        }
        return wizardTurn { wizard, turn in
            wizard.edit(FilePicker.self, &turn) { picker, _, _, _ in
                picker.take(listing)
                return .stay
            }
        }
    }

    private mutating func attachmentFetched(
        _ attachment: Attachment, _ result: Result<FetchedFile, PortalError>
    ) -> [Effect] {
        switch result {
        case .success(.text(let text)):
            overlay = .text(title: .verbatim(attachment.filename), body: .verbatim(text), offset: 0)
            return []
        case .success(.kept(let path)): return show(.success, .wizard(.kept(path: path)))
        case .failure(let error):
            return record(error)
                + show(.failure, .wizard(.notFetched(name: attachment.filename, error: error)))
        }
    }
}
