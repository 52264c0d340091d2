/// The files of attachment fields: several in each, sent at once and named in the answer when they have arrived.
extension FilePicker: FieldEditing {
    var stored: FieldEditor { .files(self) }
    var mode: WizardMode { path == nil ? .inFiles : .choosingFile }
    var place: Int? { path?.selection }

    mutating func type(
        _ key: Key, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) -> FieldStep {
        guard var path, path.beginsAnew(with: key) || path.text.apply(key) else { return .stay }
        path.selection = 0
        return open(path, &turn)
    }

    /// A path may be pasted, or dropped by the terminal, with quotes around it.
    mutating func paste(
        _ pasted: String, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) {
        var text = TextEditor.clean(pasted, isMultiline: false).trimmingSpaces
        for quote in ["'", "\""] where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            text = String(text.dropFirst().dropLast())
        }
        var path = path ?? PathEntry("")
        if text.hasPrefix("/") || text.hasPrefix("~") { path = PathEntry(text) } else { path.text.insert(text) }
        _ = open(path, &turn)
    }

    mutating func move(
        _ movement: Movement, _ field: FormField, _ session: RequestSession, _ turn: WizardTurn
    ) -> FieldStep {
        let rows = turn.layout.editorRows
        if let path {
            self.path?.selection = ListPosition.moved(
                path.selection, movement, count: path.candidates.count, visible: rows)
            return .stay
        }
        let last = max(session.fileCount(of: field) - 1, 0)
        if movement == .up, selection == 0 { return .previous }
        if movement == .down, selection >= last { return .next }
        selection = ListPosition.moved(selection, movement, count: last + 1, visible: rows)
        return .stay
    }

    mutating func clicked(
        _ target: ClickTarget, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) {
        if case .file(_, let index) = target, path == nil { selection = index }
        guard case .candidate(let index) = target, !session.isLocked, var path else { return }
        guard path.candidates.indices.contains(index) else { return }
        path.write(path.candidates[index])
        self.path = path
        _ = choose(field, &session, &turn)
    }

    mutating func closeInner() -> Bool {
        guard path != nil else { return false }
        path = nil
        return true
    }

    // MARK: Commands

    /// Shows a path to be typed on, and has its folder looked into where that was not done yet.
    mutating func open(_ path: PathEntry, _ turn: inout WizardTurn) -> FieldStep {
        self.path = path
        if path.needsListing { turn.perform(.file(.listFolder(path.folder))) }
        return .stay
    }

    /// Writes the name out as far as it is clear.
    mutating func complete(_ turn: inout WizardTurn) -> FieldStep {
        guard var path else { return .stay }
        path.complete()
        return open(path, &turn)
    }

    mutating func take(_ listing: FolderListing) { path?.take(listing) }

    /// Into the folder under the cursor, or attaches the file that is named.
    mutating func choose(
        _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) -> FieldStep {
        guard var path else { return .stay }
        let entry = path.named ?? path.candidate
        if let entry {
            path.write(entry)
            if entry.isFolder { return open(path, &turn) }
            if let reason = AttachmentRules.refusal(name: entry.name, bytes: entry.bytes) {
                turn.tell(.warning, .because(.file(reason)))
                return .stay
            }
        }
        let typed = path.text.text.trimmingSpaces
        guard session.draft.application != nil, let name = typed.split(separator: "/").last, !typed.hasSuffix("/")
        else {
            turn.tell(.information, .wizard(.typePath))
            return .stay
        }
        if entry == nil, let listing = path.listing, listing.folder == path.folder {
            turn.tell(.warning, listing.failure.map { .because($0) } ?? .wizard(.noSuchFile(path: typed)))
            return .stay
        }
        self.path = nil
        session.upload(typed, name: String(name), bytes: entry?.bytes ?? 0, to: field.id, &turn.session)
        selection = session.fileCount(of: field) - 1
        return .stay
    }

    /// Takes the file out, or stops sending it.
    mutating func remove(
        _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) -> FieldStep {
        session.removeFile(selection, of: field, &turn.session)
        selection = min(selection, max(session.fileCount(of: field) - 1, 0))
        return .stay
    }

    func sendAgain(_ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn) -> FieldStep {
        if let failed = session.upload(at: selection, of: field) { session.retry(failed, &turn.session) }
        return .stay
    }

    func fetch(
        isToRead: Bool, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) -> FieldStep {
        session.fetch(selection, of: field, isToRead: isToRead, &turn.session)
        return .stay
    }

    // MARK: When

    /// The list has the keys.
    var isList: Availability { path == nil ? .available : .hidden }
    var isPath: Availability { path == nil ? .hidden : .available }

    func hasFile(_ field: FormField, _ session: RequestSession) -> Availability {
        guard path == nil else { return .hidden }
        return session.fileCount(of: field) > 0 ? .available : .unavailable(reason: .wizard(.noFile))
    }

    func isFailed(_ field: FormField, _ session: RequestSession) -> Availability {
        let own = hasFile(field, session)
        guard own.isAvailable else { return own }
        return session.upload(at: selection, of: field)?.failure == nil ? .hidden : .available
    }

    func isAtPortal(_ field: FormField, _ session: RequestSession) -> Availability {
        let own = hasFile(field, session)
        guard own.isAvailable else { return own }
        return selection < session.attachments(of: field).count
            ? .available : .unavailable(reason: .wizard(.fileNotThere))
    }
}

extension RequestSession {
    /// Those that are attached and those on their way.
    fileprivate func fileCount(of field: FormField) -> Int { attachments(of: field).count + uploads(of: field).count }
}
