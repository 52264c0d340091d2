/// Files whose paths come in place of keys.
extension WizardState {
    /// Sends a file, whose number is then named in the field's answer. Those that did not arrive before are forgotten.
    mutating func attach(_ path: String, to id: FieldID, _ turn: inout WizardTurn) {
        guard !isLocked, let application = draft.application, let field = field(id), field.isVisible else { return }
        uploads.removeAll { $0.field == id && !$0.isUnderWay }
        lastUpload += 1
        let upload = UploadID(draft.id, lastUpload)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        uploads.append(Upload(id: upload, field: id, name: name, path: path, bytes: 0))
        turn.perform(.file(.upload(upload, application, path: path)))
    }
}
