/// The files of attachment fields: several in each, sent at once and named in the answer when they have arrived.
extension RequestSession {
    /// The files that an answer names. What the service does not tell of keeps its number for a name.
    public func attachments(of field: FormField) -> [Attachment] {
        (FormValidation.files(of: value(of: field)) ?? []).map { id in
            application?.attachments.first { $0.id == id } ?? Attachment(id: id, filename: "file \(id)")
        }
    }

    /// Files of a field that are on their way, or did not arrive.
    public func uploads(of field: FormField) -> [Upload] { uploads.filter { $0.field == field.id } }

    /// Sends a file, whose number is then named in the field's answer.
    ///
    /// - Parameters:
    ///   - path: as it was typed.
    ///   - bytes: 0 where they are not known yet.
    mutating func upload(_ path: String, name: String, bytes: Int = 0, to id: FieldID, _ turn: inout SessionTurn) {
        guard let application = draft.application else { return }
        lastUpload += 1
        let upload = UploadID(draft.id, lastUpload)
        uploads.append(Upload(id: upload, field: id, name: name, path: path, bytes: bytes))
        turn.perform(.file(.upload(upload, application, path: path)))
    }

    /// The same for a path that comes in place of keys. Those that did not arrive before are forgotten.
    mutating func attach(_ path: String, to id: FieldID, _ turn: inout SessionTurn) {
        guard !isLocked, let field = field(id), field.isVisible else { return }
        uploads.removeAll { $0.field == id && !$0.isUnderWay }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        upload(path, name: name, to: id, &turn)
    }

    /// Sends a file once more that did not arrive. What had arrived of it, or of all of it, no answer names, and the
    /// service drops it.
    mutating func retry(_ failed: Upload, _ turn: inout SessionTurn) {
        guard !failed.isUnderWay, let application = draft.application,
            let index = uploads.firstIndex(where: { $0.id == failed.id })
        else { return }
        // Under another number: what was still told of the first try is not taken for this one's.
        lastUpload += 1
        uploads[index] = Upload(
            id: UploadID(draft.id, lastUpload), field: failed.field, name: failed.name, path: failed.path,
            bytes: failed.bytes)
        turn.perform(.file(.upload(uploads[index].id, application, path: failed.path)))
    }

    /// The upload on a line of a field's files; nil where the file is at the service.
    public func upload(at place: Int, of field: FormField) -> Upload? {
        let index = place - attachments(of: field).count
        let mine = uploads(of: field)
        return mine.indices.contains(index) ? mine[index] : nil
    }

    mutating func uploadBegan(_ id: UploadID, bytes: Int) {
        guard let index = uploads.firstIndex(where: { $0.id == id }) else { return }
        uploads[index].bytes = bytes
    }

    mutating func uploadProgressed(_ id: UploadID, sent: Int) {
        guard let index = uploads.firstIndex(where: { $0.id == id }) else { return }
        uploads[index].sent = sent
    }

    mutating func uploaded(
        _ id: UploadID, _ result: Result<Attachment, PortalError>, _ turn: inout SessionTurn
    ) {
        guard let index = uploads.firstIndex(where: { $0.id == id }) else { return }
        switch result {
        case .success(let attachment):
            let upload = uploads.remove(at: index)
            application?.attachments.append(attachment)
            guard !isLocked, let field = application?.field(upload.field) else { return }
            let ids = (FormValidation.files(of: value(of: field)) ?? []) + [attachment.id]
            name(ids, in: field, &turn)
        case .failure(let error) where error.kind == .cancelled: uploads.remove(at: index)
        case .failure(let error):
            turn.failures.append(error)
            uploads[index].failure = .joining(.failed(error.kind), error.reason).ofCall(error.requestID)
            turn.tell(.notAttached(file: uploads[index].name, error))
        }
    }

    /// Fetches a file that is at the service.
    ///
    /// - Parameters:
    ///   - place: among the attached files of the field.
    ///   - isToRead: at once, where it is text; else it is kept in the download folder.
    func fetch(_ place: Int, of field: FormField, isToRead: Bool, _ turn: inout SessionTurn) {
        let attached = attachments(of: field)
        guard let application = draft.application, attached.indices.contains(place) else { return }
        turn.perform(.file(.fetchAttachment(application, attached[place], isToRead: isToRead)))
    }

    /// Takes a file out of the answer, stops one that is on its way, or forgets one that did not arrive.
    ///
    /// - Parameter place: among the attached files of the field, and behind them those on their way.
    mutating func removeFile(_ place: Int, of field: FormField, _ turn: inout SessionTurn) {
        var ids = attachments(of: field).map(\.id)
        let mine = uploads(of: field)
        if ids.indices.contains(place) {
            ids.remove(at: place)
            name(ids, in: field, &turn)
        } else if mine.indices.contains(place - ids.count) {
            let upload = mine[place - ids.count]
            if upload.isUnderWay { turn.perform(.file(.cancelUpload(upload.id))) }
            uploads.removeAll { $0.id == upload.id }
        }
    }

    private mutating func name(_ ids: [Int64], in field: FormField, _ turn: inout SessionTurn) {
        turn.cues.append(.judged([field.id]))
        store(.text(ids.map(String.init).joined(separator: ",")), for: field, &turn)
        saveAtService(&turn)
    }
}
