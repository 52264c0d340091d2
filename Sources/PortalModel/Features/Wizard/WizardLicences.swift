import FoundationEssentials

/// Reading licences and accepting them.
extension WizardState {
    /// The languages in which licences are shown, best first: the one that was chosen, then the person's own.
    public func licenceLanguages(_ languages: [String]) -> [String] { [licenceLanguage].compactMap(\.self) + languages }

    /// What became of the file that holds the terms; nil for a licence without one, or before it was asked for.
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

    /// Accepts the licence under the cursor, or takes it back.
    mutating func toggleLicence(_ turn: inout WizardTurn) {
        if let licence = selectedLicence { session.toggle([licence], &turn.session) }
    }

    var canAcceptLicence: Availability {
        ofLicence { licence in
            licence.isAccepted
                ? .unavailable(reason: .wizard(.acceptedThere)) : lockedOr(.available)
        }
    }

    var canAcceptAllLicences: Availability {
        ofLicence { _ in
            session.licencesToAccept.isEmpty
                ? .unavailable(reason: .wizard(.allAccepted)) : lockedOr(.available)
        }
    }

    var canChangeLanguage: Availability {
        ofLicence { licence in
            licence.languages.count > 1
                ? .available : .unavailable(reason: .wizard(.oneLanguage))
        }
    }

    func canFetchLicence(in languages: [String]) -> Availability {
        ofLicence { $0.file(in: languages) == nil ? .hidden : .available }
    }

    func canCopyLicence(in languages: [String]) -> Availability {
        ofLicence { _ in
            licenceWords(languages: languages) == nil
                ? .unavailable(reason: .wizard(.nothingToCopy))
                : .available
        }
    }

    private func ofLicence(_ availability: (Licence) -> Availability) -> Availability {
        guard mode == .licences, let licence = selectedLicence else { return .hidden }
        return availability(licence)
    }
}

/// A licence over the whole screen.
extension AppState {
    var canCopyLicence: Availability { wizard?.canCopyLicence(in: languages) ?? .hidden }
    var canFetchLicence: Availability { wizard?.canFetchLicence(in: languages) ?? .hidden }

    mutating func copyLicence() -> [Effect] {
        wizard?.licenceWords(languages: languages).map { [.host(.copy($0))] } ?? []
    }

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
