import JSONStream
import PortalDomain

/// What AMS's contract lists besides filling in an application. The running service answers some of it with 500
/// "unsupported"; that is found out by asking once.
extension GDIAccess {
    func giveChanges(to calls: inout AccessCalls) {
        calls.attach.perform = { id, file, report throws(PortalError) in try await attach(file, to: id, report) }
        calls.attachment.perform = { id, attachment throws(PortalError) in
            try await fetch(
                attachment, of: id, "fetching the attachment", named: "attachment-\(attachment)")
        }
        calls.licenceFile.perform = { id, file throws(PortalError) in
            let operation = "fetching the licence"
            guard let attachment = file.attachment else {
                throw PortalError(
                    .unsupported, operation: operation,
                    because: .change(.licenceFileUnnumbered))
            }
            return try await fetch(attachment, of: id, operation, named: file.name).checked(as: file)
        }
        calls.invite.perform = { id, name, email throws(PortalError) in
            let body = InviteMember(name: name, email: email)
            try await change(
                .inviteMember, "inviting a member", id, "invite-member", body: body, to: .invited(email: email))
        }
        calls.remove.perform = { id, member throws(PortalError) in
            // The contract has one call for both. Somebody who was only invited has no id but the address.
            guard let memberId = member.id ?? member.email else {
                throw PortalError(
                    .unsupported, operation: "removing a member",
                    because: .change(.memberUnnamed(name: member.name)))
            }
            let body = RemoveMember(memberId: memberId)
            try await change(
                .removeMember, "removing a member", id, "remove-member", body: body, to: .removed(member))
        }
        calls.cancel.perform = { id throws(PortalError) in
            let call = ServiceCall.post("cancelling the request", "applications", id.rawValue, "cancel")
            try await change(.cancelRequest, call, of: id, to: .closed)
        }
        calls.copyAsNew.perform = { id throws(PortalError) in
            let call = ServiceCall.post("copying the request", "applications", id.rawValue, "copy-as-new")
            try await memory.attempt(.copyAsNew) { () throws(PortalError) in
                try await transport.send(call.of(.copyAsNew))
            }
            // 204: which one the copy is, the service does not say.
            return nil
        }
        calls.changeDatasets.perform = { id, identifiers, comment throws(PortalError) in
            // The contract wants a list of these; there is one change.
            let body = [UpdateDatasets(datasetIds: identifiers, comment: comment)]
            try await change(
                .changeDatasets, "changing the datasets", id, "update-datasets", body: body,
                to: .datasets(identifiers))
        }
    }

    private func change(
        _ feature: PortalFeature, _ operation: String, _ id: ApplicationID, _ command: String,
        body: some Encodable & Sendable, to expected: ExpectedChange
    ) async throws(PortalError) {
        var call = ServiceCall.post(operation, "applications", id.rawValue, command, body: body)
        call.refinesError = { error, _ in error.recognisingBundling }
        try await change(feature, call, of: id, to: expected)
    }

    private func change(
        _ feature: PortalFeature, _ call: ServiceCall, of id: ApplicationID, to expected: ExpectedChange
    ) async throws(PortalError) {
        try await memory.attempt(feature) { () throws(PortalError) in
            try await change(call.of(feature), of: id, to: expected)
        }
    }

    private func attach(
        _ file: FileContents, to id: ApplicationID, _ report: UploadReport?
    ) async throws(PortalError) -> Int64 {
        let multipart = MultipartFile(file)
        var call = ServiceCall.post("attaching the file", "applications", id.rawValue, "attachments")
        call.body = multipart.body
        call.contentType = multipart.contentType
        call.report = report
        call.refinesError = { PortalError.refusedFile($0, $1) }
        let sent = call.of(.uploadAttachment)
        return try await memory.attempt(.uploadAttachment) { () throws(PortalError) in
            try await transport.read(sent) { $0["id"].integer }
        }
    }

    private func fetch(
        _ attachment: Int64, of id: ApplicationID, _ operation: String, named name: String
    ) async throws(PortalError) -> FileContents {
        var call = ServiceCall.get(
            operation, "applications", id.rawValue, "attachments", String(attachment))
        call.accept = "application/octet-stream, */*"
        let sent = call.of(.downloadAttachment)
        return try await memory.attempt(.downloadAttachment) { () throws(PortalError) in
            var file = try FileContents(try await transport.fetch(sent), fallbackName: name)
                .checked(operation: operation)
            file.name = Attachment.withoutTemporaryNumber(file.name)
            return file
        }
    }
}

extension PortalError {
    /// 413 often comes without a word, from the server in front that cut the body off.
    static func refusedFile(_ error: PortalError, _ answer: ServiceAnswer) -> PortalError {
        var error = error
        switch answer.status {
        case 413: error.reason = .change(.fileTooLarge)
        case 415: error.reason = error.reason ?? .change(.fileTypeNotTaken)
        default: break
        }
        return error
    }
}
