import PortalMirror
import PortalModel

/// `portal show --offline`: a dataset as the mirror has it.
struct OfflineDataset {
    var id: DatasetID
    /// Of a shared mirror.
    var path: String?

    /// - Throws: `.notFound` for one that is not there, `.notKept` where only its row is.
    func detail(at portal: CommandPortal, _ reading: Reading) async throws -> DatasetDetail {
        let mirror = try MirrorShelf(portal, path: path).open()
        defer { mirror.close() }
        let found = try await mirror.dataset(id)
        if let at = try await mirror.status().state.checkedAt { reading.told(at) }
        guard let found else { throw CommandFailure(MirrorWords.notInMirror(id: id.rawValue), .notFound) }
        guard let detail = found.detail else {
            throw PortalError(
                .notKept, operation: "opening the dataset", because: .mirror(.onlyRow(id: id.rawValue)))
        }
        return detail
    }
}

extension CommandPortal {
    /// Answers with what the mirror has, and where there is none with what was kept.
    ///
    /// - Parameters:
    ///   - path: of a shared mirror, in whose place nothing else answers.
    ///   - kept: gets the same portal, of which nobody is asked.
    func offline(
        path: String?, _ mirrored: () async throws -> Void, kept: (CommandPortal) async throws -> Void
    ) async throws {
        let shelf = try MirrorShelf(self, path: path)
        guard path == nil, !shelf.isThere, portal.answers != nil else { return try await mirrored() }
        var keeping = self
        keeping.reading = Reading(.kept)
        do {
            try await kept(keeping)
        } catch let error as PortalError where error.kind == .notKept {
            // That there is no mirror says more.
            return try await mirrored()
        }
        if let words = keeping.reading.words { CommandOutput().note(words) }
    }

    /// Answers as the portal does; where it cannot be reached and nothing was kept, with what the mirror has.
    ///
    /// - Parameter mirrored: gets why the portal does not answer.
    func orMirror(
        _ ask: () async throws -> Void, _ mirrored: (PortalError) async throws -> Void
    ) async throws {
        do {
            try await ask()
        } catch let error as PortalError where error.kind.isOfTheWay && reading.way == .portalOrKept {
            guard !settings.isEphemeral, let shelf = try? MirrorShelf(self, path: nil), shelf.isThere else {
                throw error
            }
            try await mirrored(error)
        }
    }
}
