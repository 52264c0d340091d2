import FoundationEssentials

/// What is known of a file with the terms of a licence.
public enum LicenceReading: Equatable, Sendable {
    case fetching(since: Date)
    case text(String)
    /// No text: kept on this machine, at this path.
    case kept(path: String)
    case failed(PortalError)
}

/// Reading licences and accepting them.
extension WizardState {
    /// The languages in which licences are shown, best first: the one that was chosen, then the person's own.
    public func licenceLanguages(_ languages: [String]) -> [String] { [licenceLanguage].compactMap(\.self) + languages }

    public func reading(of licence: Licence, languages: [String]) -> LicenceReading? {
        licence.file(in: licenceLanguages(languages)).flatMap { licenceFiles[$0] }
    }

    /// What is copied of the licence under the cursor: its address, or its terms.
    func licenceWords(languages: [String]) -> String? {
        guard let licence = selectedLicence else { return nil }
        switch licence.content {
        case .text(let text), .link(let text): return text.text(in: licenceLanguages(languages))
        case .attachment:
            switch reading(of: licence, languages: languages) {
            case .text(let text): return text
            case .kept(let path): return path
            case .fetching, .failed, nil: return nil
            }
        }
    }

    /// Terms in a file have to be fetched before they can be read. Asks only; changes nothing at the service.
    mutating func fetchLicence(again: Bool = false, isToRead: Bool = true, _ turn: inout WizardTurn) {
        guard let application = draft.application, let licence = selectedLicence,
            let file = licence.file(in: licenceLanguages(turn.languages))
        else { return }
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
        _ file: LicenceFile, _ result: Result<FetchedFile, PortalError>, isToRead: Bool, _ turn: inout WizardTurn
    ) {
        if case .failure(let error) = result { turn.failures.append(error) }
        guard isToRead else {
            switch result {
            case .success(.kept(let path)): turn.tell(.success, "Kept as \(path).")
            case .success(.text): break
            case .failure(let error):
                turn.tell(.failure, "“\(file.name)” could not be fetched. \(error.detail ?? error.sentence)")
            }
            return
        }
        switch result {
        case .success(.text(let text)): licenceFiles[file] = .text(text)
        case .success(.kept(let path)): licenceFiles[file] = .kept(path: path)
        case .failure(let error): licenceFiles[file] = .failed(error)
        }
    }

    /// The terms in the next language that they are there in.
    mutating func changeLicenceLanguage(_ turn: inout WizardTurn) {
        guard let licence = selectedLicence else { return }
        let all = licence.languages
        guard all.count > 1, let shown = licence.language(in: licenceLanguages(turn.languages)),
            let index = all.firstIndex(of: shown)
        else { return }
        licenceLanguage = all[(index + 1) % all.count]
        offset = 0
    }

    mutating func toggle(_ licences: [Licence], _ turn: inout WizardTurn) {
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

    func licenceAvailability(of command: Command, languages: [String]) -> Availability {
        guard mode == .licences, let licence = selectedLicence else { return .hidden }
        switch command {
        case .acceptAllLicences where licencesToAccept.isEmpty:
            return .unavailable(reason: "All licences are accepted.")
        case .acceptLicence where licence.isAccepted:
            return .unavailable(reason: "The portal has it as accepted already.")
        case .acceptLicence, .acceptAllLicences: return lockedOr(.available)
        case .changeLanguage:
            return licence.languages.count > 1
                ? .available : .unavailable(reason: "The portal has these terms in one language only.")
        case .downloadFile: return licence.file(in: languages) == nil ? .hidden : .available
        case .copyIdentifier:
            return licenceWords(languages: languages) == nil
                ? .unavailable(reason: "There is nothing to copy before the file is fetched: ↵ fetches it.")
                : .available
        default: return .available
        }
    }
}

/// A licence over the whole screen.
extension AppState {
    mutating func readLicence() -> [Effect] {
        guard wizard?.selectedLicence != nil else { return [] }
        overlay = .licence(offset: 0)
        return wizardTurn { $0.fetchLicence(&$1) }
    }

    mutating func licenceCommand(_ command: Command, offset: Int) -> [Effect] {
        switch command {
        case .goBack:
            closeOverlay()
            return []
        case .next, .previous:
            let count = wizard?.application?.licences.count ?? 0
            let selection = (wizard?.selection ?? 0) + (command == .next ? 1 : -1)
            guard (0..<count).contains(selection) else { return [] }
            wizard?.selection = selection
            wizard?.offset = 0
            return readLicence()
        case .changeLanguage:
            overlay = .licence(offset: 0)
            return wizardTurn {
                $0.changeLicenceLanguage(&$1)
                $0.fetchLicence(&$1)
            }
        case .refresh: return wizardTurn { $0.fetchLicence(again: true, &$1) }
        case .acceptLicence, .acceptAllLicences, .downloadFile, .copyIdentifier: return wizardCommand(command)
        default:
            overlay = .licence(offset: scrolled(offset, command))
            return []
        }
    }
}
