import FoundationEssentials
import JSONStream
import NIOHTTP1
import PortalDomain

/// What REMS has besides filling in an application. What it allows at the moment stands in the permissions.
extension REMSAccess {
    func giveChanges(to calls: inout AccessCalls) {
        calls.attach.perform = { id, file, report throws(PortalError) in try await attach(file, to: id, report) }
        calls.attachment.perform = { _, attachment throws(PortalError) in
            let path = ["applications", "attachment", String(attachment)]
            return try await fetch(
                caller.get("fetching the attachment", path), named: "attachment-\(attachment)")
        }
        calls.licenceFile.perform = { id, file throws(PortalError) in try await licenceFile(file, of: id) }
        calls.invite.perform = { id, name, email throws(PortalError) in
            try await check.settle(.invited(email: email), of: id) { () throws(PortalError) in
                try await run(
                    "inviting a member", "invite-member", id, ["member": person(name, email)],
                    feature: .inviteMember)
            }
        }
        calls.remove.perform = { id, member throws(PortalError) in
            try await check.settle(.removed(member), of: id) { () throws(PortalError) in
                try await remove(member, from: id)
            }
        }
        calls.cancel.perform = { id throws(PortalError) in
            try await check.settle(.closed, of: id) { () throws(PortalError) in
                try await run("closing the request", "close", id, feature: .cancelRequest)
            }
        }
        calls.copyAsNew.perform = { id throws(PortalError) in
            let answer = try await run("copying the request", "copy-as-new", id, feature: .copyAsNew)
            guard let copy = answer["application-id"].integer else {
                throw PortalError(
                    .unreadableAnswer, operation: "copying the request", because: .change(.noCopyNamed))
            }
            return ApplicationID(copy)
        }
        calls.declareUse.perform = { id, uses throws(PortalError) in try await declare(uses, of: id) }
        calls.changeDatasets.perform = { id, identifiers, comment throws(PortalError) in
            try await changeDatasets(of: id, to: identifiers, comment)
        }
    }

    /// By the path of REMS's own pages, which its API has too (`src/clj/rems/api/applications.clj`). By the number of the
    /// attachment it is not to be had: files of applications have numbers of their own.
    private func licenceFile(
        _ file: LicenceFile, of id: ApplicationID
    ) async throws(PortalError) -> FileContents {
        let path = ["applications", id.rawValue, "license-attachment", String(file.licence), file.language]
        return try await fetch(caller.get("fetching the licence", path), named: file.name)
    }

    private func fetch(_ call: ServiceCall, named name: String) async throws(PortalError) -> FileContents {
        var call = call
        call.accept = "application/octet-stream, */*"
        return try FileContents(try await caller.transport.fetch(call), fallbackName: name)
            .checked(operation: call.operation)
    }

    private func person(_ name: String, _ email: String) -> JSONValue {
        .object(["name": .string(name), "email": .string(email)])
    }

    private func remove(_ member: Member, from id: ApplicationID) async throws(PortalError) {
        if member.isPending {
            try await run(
                "taking back an invitation", "uninvite-member", id,
                ["member": person(member.name, member.email ?? "")], feature: .removeMember)
        } else {
            let operation = "removing a member"
            guard let user = member.id else {
                throw PortalError(.invalid([]), operation: operation, because: .change(.personWithoutID))
            }
            try await run(
                operation, "remove-member", id, ["member": .object(["userid": .string(user)])],
                feature: .removeMember)
        }
    }

    private func changeDatasets(
        of id: ApplicationID, to identifiers: [String], _ comment: String?
    ) async throws(PortalError) {
        let operation = "changing the datasets"
        let there = try await caller.read(caller.get(operation, ["applications", id.rawValue])) { answer in
            answer["application/resources"].list.compactMap { resource in
                reader.dataset(resource).flatMap { dataset in
                    resource["catalogue-item/id"].integer.map { (dataset: dataset.identifier, item: $0) }
                }
            }
        }
        var items: [JSONValue] = []
        for identifier in identifiers {
            // What it asks for already stays the item that it is: in the catalogue another may have taken its place.
            let known = there.first { $0.dataset == identifier }?.item
            let item = if let known { known } else { try await catalogueItem(of: identifier, operation) }
            items.append(.integer(item))
        }
        var parameters: [String: JSONValue] = ["catalogue-item-ids": .array(items)]
        if let comment { parameters["comment"] = .string(comment) }
        try await run(operation, "change-resources", id, parameters, feature: .changeDatasets)
    }

    private func attach(
        _ file: FileContents, to id: ApplicationID, _ report: UploadReport?
    ) async throws(PortalError) -> Int64 {
        let operation = "attaching the file"
        let multipart = MultipartFile(file)
        var call = caller.get(
            operation, ["applications", "add-attachment"],
            query: [("application-id", String(try number(of: id, operation)))])
        call.method = .POST
        call.isSafe = false
        call.body = multipart.body
        call.contentType = multipart.contentType
        call.report = report
        call.refinesError = { [refine = caller.refine] in PortalError.refusedFile(refine($0, $1), $1) }
        let answer = try await caller.command(call)
        guard let attachment = answer["id"].integer else {
            throw PortalError(.unreadableAnswer, operation: operation, because: .change(.noAttachmentNamed))
        }
        return attachment
    }
}
