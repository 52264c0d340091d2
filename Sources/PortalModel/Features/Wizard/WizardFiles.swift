/// The files of attachment fields: several in each, sent at once and named in the answer when they have arrived.
extension WizardState {
    private func fileCount(of field: FormField) -> Int {
        session.attachments(of: field).count + session.uploads(of: field).count
    }

    mutating func moveAmongFiles(_ command: Command, _ turn: inout WizardTurn) {
        guard case .files(var picker) = editor, let field = focusedField else { return }
        if var path = picker.path {
            var position = ListPosition(selection: path.selection, top: 0)
            position.move(Movement(command), count: path.candidates.count, visible: turn.layout.editorRows)
            path.selection = position.selection
            picker.path = path
            editor = .files(picker)
            return
        }
        let last = max(fileCount(of: field) - 1, 0)
        switch command {
        case .moveUp where picker.selection == 0: return previousField(&turn)
        case .moveDown where picker.selection >= last: return nextField(&turn)
        default: break
        }
        var position = ListPosition(selection: picker.selection, top: 0)
        position.move(Movement(command), count: last + 1, visible: turn.layout.editorRows)
        picker.selection = position.selection
        editor = .files(picker)
    }

    mutating func perform(
        _ command: Command, in picker: FilePicker, _ field: FormField, _ turn: inout WizardTurn
    ) {
        switch command {
        case .addFile: open(PathEntry(), in: picker, &turn)
        case .completePath:
            guard var path = picker.path else { return }
            path.complete()
            open(path, in: picker, &turn)
        case .choose: choosePath(in: picker, field, &turn)
        case .removeFile: removeFile(picker.selection, of: field, &turn)
        case .retryUpload:
            if let failed = session.upload(at: picker.selection, of: field) { session.retry(failed, &turn.session) }
        case .downloadFile, .openFile:
            session.fetch(picker.selection, of: field, isToRead: command == .openFile, &turn.session)
        default: break
        }
    }

    mutating func type(_ key: Key, in picker: FilePicker, _ turn: inout WizardTurn) {
        guard var path = picker.path, path.beginsAnew(with: key) || path.text.apply(key) else { return }
        path.selection = 0
        open(path, in: picker, &turn)
    }

    /// A path may be pasted, or dropped by the terminal, with quotes around it.
    mutating func paste(_ pasted: String, into picker: FilePicker, _ turn: inout WizardTurn) {
        guard availability(of: .addFile).isAvailable || picker.path != nil else { return }
        var text = TextEditor.clean(pasted, isMultiline: false).trimmingSpaces
        for quote in ["'", "\""] where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            text = String(text.dropFirst().dropLast())
        }
        var path = picker.path ?? PathEntry("")
        if text.hasPrefix("/") || text.hasPrefix("~") { path = PathEntry(text) } else { path.text.insert(text) }
        open(path, in: picker, &turn)
    }

    private mutating func open(_ path: PathEntry, in picker: FilePicker, _ turn: inout WizardTurn) {
        var picker = picker
        picker.path = path
        editor = .files(picker)
        if path.needsListing { turn.perform(.file(.listFolder(path.folder))) }
    }

    mutating func folderListed(_ listing: FolderListing) {
        guard case .files(var picker) = editor, var path = picker.path else { return }
        path.take(listing)
        picker.path = path
        editor = .files(picker)
    }

    // MARK: Sending

    /// Enter: into the folder under the cursor, or attach the file that is named.
    private mutating func choosePath(in picker: FilePicker, _ field: FormField, _ turn: inout WizardTurn) {
        guard var path = picker.path else { return }
        let entry = path.named ?? path.candidate
        if let entry {
            path.write(entry)
            if entry.isFolder { return open(path, in: picker, &turn) }
            if let reason = AttachmentRules.refusal(name: entry.name, bytes: entry.bytes) {
                return turn.tell(.warning, reason)
            }
        }
        let typed = path.text.text.trimmingSpaces
        guard session.draft.application != nil, let name = typed.split(separator: "/").last, !typed.hasSuffix("/")
        else { return turn.tell(.information, "Type a file's path, or choose one below it.") }
        if entry == nil, let listing = path.listing, listing.folder == path.folder {
            return turn.tell(.warning, listing.failure ?? "There is no file \(typed). Nothing was attached; type on.")
        }
        var picker = picker
        picker.path = nil
        session.upload(typed, name: String(name), bytes: entry?.bytes ?? 0, to: field.id, &turn.session)
        picker.selection = fileCount(of: field) - 1
        editor = .files(picker)
    }

    private mutating func removeFile(_ place: Int, of field: FormField, _ turn: inout WizardTurn) {
        session.removeFile(place, of: field, &turn.session)
        guard case .files(var picker) = editor else { return }
        picker.selection = min(picker.selection, max(fileCount(of: field) - 1, 0))
        editor = .files(picker)
    }

    func fileAvailability(of command: Command) -> Availability {
        guard case .files(let picker) = editor, picker.path == nil, let field = focusedField else { return .hidden }
        guard fileCount(of: field) > 0 else { return .unavailable(reason: "No file is attached here.") }
        if command == .retryUpload {
            return session.upload(at: picker.selection, of: field)?.failure == nil ? .hidden : .available
        }
        let isAttached = picker.selection < session.attachments(of: field).count
        return command == .removeFile || isAttached
            ? .available : .unavailable(reason: "The portal does not have this file.")
    }
}

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
        return wizardTurn { wizard, _ in wizard.folderListed(listing) }
    }

    private mutating func attachmentFetched(
        _ attachment: Attachment, _ result: Result<FetchedFile, PortalError>
    ) -> [Effect] {
        switch result {
        case .success(.text(let text)):
            overlay = .text(title: attachment.filename, body: text, offset: 0)
            return []
        case .success(.kept(let path)): return show(.success, "Kept as \(path).")
        case .failure(let error):
            return record(error)
                + show(.failure, "“\(attachment.filename)” could not be fetched. \(error.detail ?? error.sentence)")
        }
    }
}
