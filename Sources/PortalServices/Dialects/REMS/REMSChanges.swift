import FoundationEssentials
import NIOHTTP1
import PortalModel

/// What REMS has besides filling in an application. What it allows at the moment stands in the permissions.
extension REMSAccess {
    var changes: ApplicationChanges {
        ApplicationChanges(
            attach: { id, file throws(PortalError) in try await attach(file, to: id) },
            attachment: { _, attachment throws(PortalError) in
                var call = caller.get(
                    "fetching the attachment", ["applications", "attachment", String(attachment)])
                call.accept = "application/octet-stream, */*"
                return FileContents(
                    try await caller.transport.fetch(call, at: caller.base), fallbackName: "attachment-\(attachment)")
            },
            invite: { id, name, email throws(PortalError) in
                try await run(
                    "inviting a member", "invite-member", id, ["member": person(name, email)], feature: .inviteMember)
            },
            remove: { id, member throws(PortalError) in try await remove(member, from: id) },
            cancel: { id throws(PortalError) in
                try await run("closing the request", "close", id, feature: .cancelRequest)
            },
            copyAsNew: { id throws(PortalError) in
                let answer = try await run("copying the request", "copy-as-new", id, feature: .copyAsNew)
                return answer["application-id"].integer.map { ApplicationID($0) }
            },
            changeDatasets: { id, identifiers, comment throws(PortalError) in
                try await changeDatasets(of: id, to: identifiers, comment)
            })
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
                throw PortalError(.invalid([]), operation: operation, detail: "REMS gives no id for this person.")
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
        var items: [JSONValue] = []
        for identifier in identifiers { items.append(.integer(try await catalogueItem(of: identifier, operation))) }
        var parameters: [String: JSONValue] = ["catalogue-item-ids": .array(items)]
        if let comment { parameters["comment"] = .string(comment) }
        try await run(operation, "change-resources", id, parameters, feature: .changeDatasets)
    }

    private func attach(_ file: FileContents, to id: ApplicationID) async throws(PortalError) -> Int64 {
        let operation = "attaching the file"
        let multipart = MultipartFile(file)
        var call = caller.get(
            operation, ["applications", "add-attachment"],
            query: [("application-id", String(try number(of: id, operation)))])
        call.method = .POST
        call.isSafe = false
        call.body = multipart.body
        call.contentType = multipart.contentType
        call.refinesError = { [refine = caller.refine] in PortalError.refusedFile(refine($0, $1), $1) }
        let answer = try await caller.command(call)
        guard let attachment = answer["id"].integer else {
            throw PortalError(.unreadableAnswer, operation: operation, detail: "The answer names no attachment.")
        }
        return attachment
    }
}
