extension AccessService {
    /// The same calls. What they change, or may have changed when their answer is lost, is forgotten: before, so that a
    /// program that is killed meanwhile leaves nothing untrue, and after, for what was answered in between.
    public func forgetting(in answers: AnswerCache) -> AccessService {
        var service = self
        let change = Change(answers)
        service.create = { [create] identifiers async throws(PortalError) in
            try await change.of(nil) { () async throws(PortalError) in try await create(identifiers) }
        }
        service.save = { [save] id, values async throws(PortalError) in
            try await change.of(id) { () async throws(PortalError) in try await save(id, values) }
        }
        service.accept = { [accept] id, licences async throws(PortalError) in
            try await change.of(id) { () async throws(PortalError) in try await accept(id, licences) }
        }
        service.submit = { [submit] id async throws(PortalError) in
            try await change.of(id) { () async throws(PortalError) in try await submit(id) }
        }
        service.delete = { [delete] id async throws(PortalError) in
            try await change.of(id) { () async throws(PortalError) in try await delete(id) }
        }
        if let send = atOnce?.send {
            service.atOnce?.send = { identifiers, values async throws(PortalError) in
                try await change.of(nil) { () async throws(PortalError) in try await send(identifiers, values) }
            }
        }
        service.changes = changes.forgetting(change)
        return service
    }
}

extension ApplicationChanges {
    fileprivate func forgetting(_ change: Change) -> ApplicationChanges {
        var changes = self
        changes.attach = { [attach] id, file, report async throws(PortalError) in
            try await change.of(id) { () async throws(PortalError) in try await attach(id, file, report) }
        }
        changes.invite = { [invite] id, name, email async throws(PortalError) in
            try await change.of(id) { () async throws(PortalError) in try await invite(id, name, email) }
        }
        changes.remove = { [remove] id, member async throws(PortalError) in
            try await change.of(id) { () async throws(PortalError) in try await remove(id, member) }
        }
        changes.cancel = { [cancel] id async throws(PortalError) in
            try await change.of(id) { () async throws(PortalError) in try await cancel(id) }
        }
        changes.copyAsNew = { [copyAsNew] id async throws(PortalError) in
            try await change.of(id) { () async throws(PortalError) in try await copyAsNew(id) }
        }
        changes.changeDatasets = { [changeDatasets] id, identifiers, comment async throws(PortalError) in
            try await change.of(id) { () async throws(PortalError) in
                try await changeDatasets(id, identifiers, comment)
            }
        }
        return changes
    }
}

/// A call that changes something at the service.
private struct Change: Sendable {
    let answers: AnswerCache

    init(_ answers: AnswerCache) { self.answers = answers }

    func of<Value: Sendable>(
        _ id: ApplicationID?, _ call: () async throws(PortalError) -> Value
    ) async throws(PortalError) -> Value {
        answers.forget(ChangedRequest(id))
        defer { answers.forget(ChangedRequest(id)) }
        return try await call()
    }
}
