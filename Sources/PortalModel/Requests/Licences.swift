import FoundationEssentials

/// What is known of a file with the terms of a licence.
public enum LicenceReading: Equatable, Sendable {
    /// It is on its way, since a time.
    case fetching(since: Date)
    /// What it says.
    case text(String)
    /// No text: kept on this machine, at this path.
    case kept(path: String)
    /// Why it is not to be had.
    case failed(PortalError)
}

/// Fetching the terms of licences, and accepting them.
extension RequestSession {
    /// Whether it was accepted, here or at the service.
    public func isAccepted(_ licence: Licence) -> Bool {
        licence.isAccepted || draft.acceptedLicences.contains(licence.id)
    }

    /// The licences that are not accepted yet, in the service's order.
    public var licencesToAccept: [Licence] { (application?.licences ?? []).filter { !isAccepted($0) } }

    /// Terms in a file have to be fetched before they can be read. Asks only; changes nothing at the service.
    ///
    /// - Parameters:
    ///   - again: although it was fetched before.
    ///   - isToRead: else it is kept in the download folder.
    mutating func fetch(_ file: LicenceFile, again: Bool = false, isToRead: Bool, _ turn: inout SessionTurn) {
        guard let application = draft.application else { return }
        if isToRead {
            switch licenceFiles[file] {
            case .fetching: return
            case .text, .kept: if !again { return }
            case .failed, nil: break
            }
            licenceFiles[file] = .fetching(since: turn.now)
        }
        turn.perform(.file(.fetchLicence(draft.id, application, file, isToRead: isToRead)))
    }

    mutating func licenceFetched(
        _ file: LicenceFile, _ result: Result<FetchedFile, PortalError>, isToRead: Bool, _ turn: inout SessionTurn
    ) {
        if case .failure(let error) = result { turn.failures.append(error) }
        switch result {
        case .success(.kept(let path)) where !isToRead: turn.tell(.licenceKept(path: path))
        case .success(.text) where !isToRead: break
        case .failure(let error) where !isToRead: turn.tell(.licenceNotFetched(file, error))
        case .success(.text(let text)): licenceFiles[file] = .text(text)
        case .success(.kept(let path)): licenceFiles[file] = .kept(path: path)
        case .failure(let error): licenceFiles[file] = .failed(error)
        }
    }

    /// Accepts what is open among these, and takes back what was accepted here alone.
    mutating func toggle(_ licences: [Licence], _ turn: inout SessionTurn) {
        guard !isLocked else { return }
        let open = licences.filter { !$0.isAccepted }
        guard !open.isEmpty else { return }
        for licence in open {
            if draft.acceptedLicences.remove(licence.id) == nil { draft.acceptedLicences.insert(licence.id) }
        }
        otherWarnings.removeAll { $0 == .licencesNotAccepted }
        bump(&turn)
        journalSoon(&turn)
    }
}
