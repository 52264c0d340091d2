import FoundationEssentials

/// Reading licences and accepting them.
extension WizardState {
    /// The languages in which licences are shown, best first: the one that was chosen, then the person's own.
    public func licenceLanguages(_ languages: [String]) -> [String] { [licenceLanguage].compactMap(\.self) + languages }

    public func reading(of licence: Licence, languages: [String]) -> LicenceReading? {
        licence.file(in: licenceLanguages(languages)).flatMap { session.licenceFiles[$0] }
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

    mutating func fetchLicence(again: Bool = false, isToRead: Bool = true, _ turn: inout WizardTurn) {
        guard let licence = selectedLicence, let file = licence.file(in: licenceLanguages(turn.languages)) else {
            return
        }
        session.fetch(file, again: again, isToRead: isToRead, &turn.session)
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

    func licenceAvailability(of command: Command, languages: [String]) -> Availability {
        guard mode == .licences, let licence = selectedLicence else { return .hidden }
        switch command {
        case .acceptAllLicences where session.licencesToAccept.isEmpty:
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

    /// The licence after or before the one that is read.
    mutating func readLicence(after count: Int) -> [Effect] {
        let all = wizard?.session.application?.licences.count ?? 0
        let selection = (wizard?.selection ?? 0) + count
        guard (0..<all).contains(selection) else { return [] }
        wizard?.selection = selection
        wizard?.offset = 0
        return readLicence()
    }

    mutating func readInNextLanguage() -> [Effect] {
        overlay = .licence(offset: 0)
        return wizardTurn {
            $0.changeLicenceLanguage(&$1)
            $0.fetchLicence(&$1)
        }
    }
}
