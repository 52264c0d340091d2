import PortalModel

/// A change at the portal whose answer was lost: what is there is asked for, and nothing is sent again unasked.
enum SettledChange {
    /// Makes a change.
    ///
    /// - Parameter isDone: whether the portal has what the change makes; asked when its answer was lost.
    static func make(
        _ change: () async throws -> Void, isDone: () async throws -> Bool
    ) async throws {
        do {
            try await change()
        } catch let error as PortalError where error.outcomeIsUnknown {
            let hasIt: Bool
            do { hasIt = try await isDone() } catch { throw unknown(error) }
            guard hasIt else { throw notThere(error) }
        }
    }

    private static func unknown(_ error: any Error) -> any Error {
        guard let error = error as? PortalError else { return error }
        return CommandFailure(RequestCommandWords.outcomeUnknown(error), ExitStatus(error.kind))
    }

    private static func notThere(_ error: PortalError) -> CommandFailure {
        CommandFailure(RequestCommandWords.notThere(error), ExitStatus(error.kind))
    }

    // MARK: - Invitations

    /// Invites somebody who is neither invited nor takes part yet.
    ///
    /// - Returns: whom the application had with this address before.
    static func invite(
        _ name: String, _ email: String, to id: ApplicationID, at access: AccessService
    ) async throws -> Member? {
        func member() async throws -> Member? {
            try await access.application(id).members.first { $0.email?.lowercased() == email.lowercased() }
        }
        if let known = try await member() { return known }
        try await make {
            try await access.invite(id, name, email)
        } isDone: {
            try await member() != nil
        }
        return nil
    }

    // MARK: - Copies

    /// A draft that is what a copy would be: for the same datasets, with the same answers, no licence accepted yet.
    static func copy(
        of id: ApplicationID, among listed: [ApplicationSummary], at access: AccessService
    ) async throws -> ApplicationID? {
        let source = try await access.application(id)
        let datasets = Set(source.datasets.map(\.identifier))
        let fields = source.forms.flatMap(\.fields).filter { $0.isVisible && $0.type.takesValue }
        let answers = Dictionary(fields.map { ($0.id, $0.value) }) { first, _ in first }
        let drafts = listed.filter {
            $0.id != id && $0.state == .draft && !datasets.isEmpty && Set($0.datasets.map(\.identifier)) == datasets
        }
        for draft in drafts.prefix(mostDrafts) {
            let other = try await access.application(draft.id)
            // Files are copied under numbers of their own.
            let given = answers.filter { other.field($0.key)?.kind.belongsToRequest != true }
            if other.licences.allSatisfy({ !$0.isAccepted }), other.hasAnswers(given) { return draft.id }
        }
        return nil
    }

    private static let mostDrafts = 5

    // MARK: - Deleting

    /// - Returns: whether there was anything to delete.
    static func delete(_ id: ApplicationID, at access: AccessService) async throws -> Bool {
        var wasThere = true
        do {
            try await make {
                try await access.delete(id)
            } isDone: {
                do {
                    _ = try await access.application(id)
                    return false
                } catch let error as PortalError where error.kind == .notFound {
                    return true
                }
            }
        } catch let error as PortalError where error.kind == .notFound {
            wasThere = false
        }
        return wasThere
    }

    // MARK: - Files

    /// The file of an application that is this one, byte by byte.
    ///
    /// - Throws: when one of the same name is there that the portal does not give out.
    static func attached(
        _ file: FileContents, to application: Application, at access: AccessService
    ) async throws -> Attachment? {
        for attachment in application.attachments where attachment.filename == file.name {
            do throws(PortalError) {
                if try await access.attachment(application.id, attachment.id).bytes == file.bytes {
                    return attachment
                }
            } catch {
                guard error.kind == .unsupported || error.kind == .notFound else { throw error }
                throw CommandFailure(RequestFileWords.notComparable(name: file.name, id: attachment.id))
            }
        }
        return nil
    }
}
