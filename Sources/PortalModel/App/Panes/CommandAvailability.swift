extension AppState {
    /// Whether a command can be used now, and if not, why.
    public func availability(of command: Command) -> Availability {
        switch command {
        case .addToBasket: return basketAvailability
        case .showHelp:
            if case .help = overlay { return .hidden }
            return .available
        case .removeLastFacet, .clearFacets:
            return browser.query.facets.isEmpty ? .unavailable(reason: "No facet is active.") : .available
        case .undoSearch:
            return browser.changes.isEmpty
                ? .unavailable(reason: "There is nothing to take back; words that were typed stay.") : .available
        case .markRange:
            return browser.markAnchor == nil ? .unavailable(reason: "Mark the first one with space.") : .available
        case .showBasket, .showRequests, .showBrowser, .showHealth: return profile == nil ? .hidden : .available
        case .open, .removeFromBasket, .undoRemove, .newRequest: return listAvailability(of: command)
        case .editRequest, .deleteRequest: return requestAvailability(of: command)
        case .copyRequest: return copyAvailability
        case .showMembers, .inviteMember, .removeMember: return membersAvailability(of: command)
        case .closeRequest, .changeDatasets, .showFiles: return requestActionAvailability(of: command)
        case .markAllRead: return readingAvailability
        case .renewAccess, .copyTable: return grantedAvailability(of: command)
        case .showGranted: return offered(.entitlements)
        case .exportDataset: return offered(.export)
        case .toggleBeacon: return beaconAvailability
        case .toggleMatching: return offered(.matchingAny)
        case .showFacets: return offered(.filters)
        case .signIn, .signOut, .beginSignIn, .otherSignInWay, .copySignInAddress,
            .copySignInCode, .pasteAnswer:
            return signInAvailability(of: command)
        case .editPerson:
            if case .person = overlay { return .hidden }
            return .available
        case .openPager: return pagedDocument == nil ? .hidden : .available
        case .showPortals: return overlay == .portals ? .hidden : .available
        case .addPortal, .editPortal, .removePortal, .tryPortal, .usePortal: return portalsAvailability(of: command)
        case .toggleChoice where overlay == .portals, .moveLeft where overlay == .portals,
            .moveRight where overlay == .portals, .saveNow where overlay == .portals,
            .affirm where overlay == .portals:
            return portalsAvailability(of: command)
        case .exportRequest: return requests.open == nil ? .hidden : .available
        case .loadAnswers, .saveAnswers: return screen == .wizard && overlay == nil ? .available : .hidden
        case .toggleMark where screen == .browser && browser.focus == .detail:
            return browser.detail?.tab == .members ? .available : .hidden
        case .toggleMark, .chooseSort, .search, .copyAddress, .copyContact: return .available
        case .affirm:
            guard case .confirm(let confirmation) = overlay else { return .hidden }
            return confirmation.takesKey
                ? .available : .unavailable(reason: "Type “\(confirmation.word)” and press Enter, or Esc to leave it.")
        default:
            if case .menu(let menu) = overlay { return menuAvailability(of: command, in: menu) }
            if case .licence = overlay { return wizardAvailability(of: command) }
            // Of the menus' keys it has those that move and choose.
            if case .chooseRequest = overlay, command == .toggleChoice || command == .openFile { return .hidden }
            if screen == .wizard, overlay == nil { return wizardAvailability(of: command) }
            return .available
        }
    }

    func offered(_ feature: PortalFeature) -> Availability {
        profile?.capabilities.availability(of: feature) ?? .available
    }

    /// A catalogue that takes no requests says so, and whom to ask as far as that is known by now.
    private var newRequestAvailability: Availability {
        guard case .unavailable(let reason) = offered(.requests) else {
            return basketAnswer
        }
        let detail = browser.fetched.first { $0.detail.summary.id == basketItemInHand?.id }?.detail
        let contact = detail?.contacts.first.map { contact in
            [contact.name, contact.email.map { "<\($0)>" }].compactMap(\.self).joined(separator: " ")
        }
        return .unavailable(
            reason: reason + (contact.map { " Ask \($0)." } ?? " ↵ on a dataset shows whom to ask."))
    }

    private var basketAnswer: Availability {
        guard !basket.items.isEmpty else {
            return .unavailable(reason: "The basket is empty: b in the datasets puts one in.")
        }
        let groups = basketGroups
        guard let reason = groups.first?.reasonNotHere, groups.allSatisfy({ !$0.isRequest }) else { return .available }
        return .unavailable(reason: reason)
    }

    private var basketAvailability: Availability {
        guard datasetInHand != nil || !browser.marks.isEmpty else {
            return .unavailable(reason: "There is no dataset under the cursor.")
        }
        return .available
    }

    private func listAvailability(of command: Command) -> Availability {
        if screen == .wizard { return wizardAvailability(of: command) }
        switch (command, screen) {
        case (.open, .browser) where browser.focus == .detail:
            let leads = browser.detail?.tab == .members || browser.detail?.detail?.partOf?.isEmpty == false
            return leads ? .available : .hidden
        case (.open, .browser):
            return browser.results.total == 0 ? .unavailable(reason: "There is nothing to open.") : .available
        case (.open, .basket), (.removeFromBasket, _):
            return basket.items.isEmpty ? .unavailable(reason: "The basket is empty.") : .available
        case (.open, .requests) where requests.granted != nil: return grantedAvailability(of: command)
        case (.open, .requests):
            return selectedRequest == nil ? .unavailable(reason: "There is no request yet.") : .available
        case (.undoRemove, _):
            return basket.lastRemoved.isEmpty ? .unavailable(reason: "Nothing was taken out.") : .available
        case (.newRequest, .browser): return datasetRequestAvailability
        case (.newRequest, _): return newRequestAvailability
        default: return .available
        }
    }

    /// What is on its way to the portal is awaited: else it would arrive for a draft that is not there any more.
    private func reasonToKeep(_ row: RequestRow) -> String? {
        let id = row.application?.id ?? row.draft?.application
        let wizard = wizards.first { wizard in
            wizard.session.draft.id == row.draft?.id || id != nil && wizard.session.draft.application == id
        }
        guard let wizard else { return nil }
        if wizard.session.submission.isUnderWay { return "The request is being sent." }
        switch wizard.session.opening {
        case .asking, .journalling, .creating, .checking:
            return "The portal is making this request: wait for its answer."
        case .ready, .claiming, .reading, .notRead, .unknown, .notCreated, .ambiguous: return nil
        }
    }

    /// Where creating is submitting, nothing that the service has can be filled in further.
    func isTakenWhole(_ row: RequestRow) -> Bool {
        profile?.capabilities.submission == .atOnce && row.application != nil && row.draft == nil
    }

    private func requestAvailability(of command: Command) -> Availability {
        let row =
            requests.open.map { open in requests.everyRow.first { $0.application?.id == open.id } } ?? selectedRequest
        guard let row else { return .unavailable(reason: "There is no request under the cursor.") }
        // Whether it can be edited is found out when it is opened: the other program may have ended since.
        if command == .deleteRequest, let draft = row.draft, let holder = requests.heldElsewhere[draft.id] {
            return .unavailable(
                reason: "This draft is open in another portal program (\(holder)). End it there, then start again here."
            )
        }
        if let id = row.application?.id ?? row.draft?.application, requests.deleting.contains(id) {
            return .unavailable(reason: "It is being deleted.")
        }
        if command == .deleteRequest, let reason = reasonToKeep(row) { return .unavailable(reason: reason) }
        if let id = row.application?.id, case .unavailable(let reason) = permission(for: command, id),
            row.state.isEditable
        {
            return .unavailable(reason: reason)
        }
        switch command {
        case .editRequest where !row.state.isEditable:
            return .unavailable(reason: "It is \(row.state.word): only drafts and returned requests can be edited.")
        case .editRequest where isTakenWhole(row):
            return .unavailable(reason: "This portal takes a request as a whole: what it has is not changed any more.")
        case .deleteRequest where row.state != .draft:
            return .unavailable(reason: "It is \(row.state.word): only drafts can be deleted.")
        case .deleteRequest where row.application != nil: return offered(.deleteDraft)
        default: return .available
        }
    }
}
