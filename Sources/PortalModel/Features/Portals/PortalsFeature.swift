/// The portals that are set up, on the screen: listed, tried, chosen and removed.
extension AppState {
    mutating func showPortals() -> [Effect] {
        overlay = .portals
        // A form that something else was laid over is there again, with what was typed into it.
        portals.problem = nil
        return [.portals(.listPortals)]
    }

    /// The first start: nothing is set up, so the form comes at once.
    mutating func setUpPortal() -> [Effect] {
        overlay = .portals
        portals.problem = nil
        if portals.form == nil { portals.form = PortalForm() }
        return [.portals(.listPortals)]
    }

    mutating func choosePortalRow(_ row: Int) {
        portals.selection = min(max(row, 0), max((portals.list?.count ?? 0) - 1, 0))
    }

    mutating func tryListedPortal() -> [Effect] {
        guard let portal = portals.selected, let draft = portal.draft else { return [] }
        portals.lastTrial += 1
        portals.trials[portal.name] = nil
        portals.trying = PortalsState.Trying(number: portals.lastTrial, name: portal.name)
        return [.portals(.tryPortal(portals.lastTrial, draft))]
    }

    mutating func askToRemovePortal() -> [Effect] {
        guard let portal = portals.selected else { return [] }
        overlay = .confirm(
            Confirmation(
                subject: .removePortal(portal.name), question: .portals(.removal(of: portal)), word: "remove"))
        return []
    }

    mutating func confirmedRemovePortal(_ name: String) -> [Effect] {
        overlay = .portals
        return [.portals(.removePortal(name))]
    }

    // MARK: - What came of it

    mutating func portalsEvent(_ event: PortalsEvent) -> [Effect] {
        switch event {
        case .grouped(let groups):
            portals.groups = groups
            return []
        case .listed(let result):
            portalsListed(result)
            return allPortals.awaitsPortals && portals.list != nil ? askAllPortals() : []
        case .tried(let number, let trial):
            portalTried(number, trial)
            return []
        case .kept(let draft, let failure): return portalKept(draft, failure)
        case .removed(let name, let failure):
            if let failure { return portalsFailed(failure) }
            return show(.success, .portals(.removed(name: name)))
        case .chosen(let name, let failure):
            if let failure { return portalsFailed(failure) }
            return show(.success, .portals(.opensFromNow(name: name)))
        case .callsFinished: return callsFinished()
        case .found(let number, let name, let outcome): return foundInAll(number, name, outcome)
        case .described(let number, let result): return describedOfAll(number, result)
        }
    }

    private mutating func portalsListed(_ result: Result<[KnownPortal], PortalError>) {
        switch result {
        case .success(let list):
            let name = portals.selected?.name ?? profile?.name
            portals.list = list
            portals.selection = list.firstIndex { $0.name == name } ?? min(portals.selection, max(list.count - 1, 0))
        case .failure(let error): portals.problem = .reason(error)
        }
    }

    private mutating func portalTried(_ number: Int, _ trial: PortalTrial) {
        if portals.trying?.number == number {
            portals.trials[trial.draft.name] = trial
            portals.trying = nil
        }
        if portals.form?.trial == .running(number) { portals.form?.take(trial) }
    }

    mutating func portalsFailed(_ failure: PortalError) -> [Effect] {
        portals.problem = .reason(failure)
        return record(failure)
    }
}
