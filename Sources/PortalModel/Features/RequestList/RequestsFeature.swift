import FoundationEssentials

extension AppState {
    mutating func refreshRequests() -> [Effect] {
        guard let profile else { return [] }
        if let reason = profile.capabilities.refusal(of: .requests) {
            requests.error = PortalError(.unsupported, operation: "loading your requests", because: reason)
            return []
        }
        var effects: [Effect] = []
        // What was kept fills an empty screen at once; it never stands for an answer.
        let anew = requests.shownAt != nil
        effects += refreshApplications()
        if requests.entitlementsPending == nil {
            let id = nextRead(.entitlements, asksAnew: anew)
            requests.entitlementsPending = Pending(id: id, since: now)
            effects.append(.read(id, .entitlements))
        }
        if let open = requests.open, open.pending == nil { effects += loadOpenRequest(open.id) }
        return effects
    }

    /// Asked for by the person, who does not wait for the next try of what failed.
    mutating func refreshRequestsNow() -> [Effect] {
        var effects = stopRequestWaits()
        if wait(of: requests.open?.pending) != nil { requests.open?.pending = nil }
        effects += refreshRequests()
        return effects
    }

    mutating func applicationsAnswered(
        _ id: ReadID, _ result: Result<[ApplicationSummary], PortalError>
    ) -> [Effect] {
        guard requests.pending?.id == id else { return [] }
        requests.pending = nil
        switch result {
        case .success(let applications):
            let chosen = selectedRequest
            let before = requests.fetchedAt == nil ? nil : requests.applications
            requests.applications = applications.filter { !requests.deleting.contains($0.id) }
            requests.error = nil
            requests.fetchedAt = now
            requests.shownAt = now
            let effects = discardSentDrafts()
            keepChosen(chosen)
            moveGranted(nil)
            let seen: [Effect] = requests.takeAsSeenAtFirst() ? [.disk(.keepSeen(requests.seen))] : []
            return effects + seen + lookForLeftOvers() + openFoundCopy() + pollSoon() + ringing(for: before)
        case .failure(let error):
            guard error.kind != .cancelled else { return [] }
            let isNew = requests.error?.kind != error.kind
            requests.error = error
            return isNew ? record(error) : []
        }
    }

    /// The program ended before it heard that a request had arrived: its draft has nothing left to do.
    private mutating func discardSentDrafts() -> [Effect] {
        let known = Set(requests.applications.filter(\.state.showsSubmission).map(\.id))
        let sent = requests.drafts.filter { draft in
            let isSending = draft.phase == .submitting || draft.phase == .submitted
            let isOurs = requests.heldElsewhere[draft.id] == nil && !sessions.contains { $0.draft.id == draft.id }
            return isSending && isOurs && draft.application.map(known.contains) == true
        }
        requests.drafts.removeAll { draft in sent.contains { $0.id == draft.id } }
        return sent.map { .disk(.discardDraft($0.id)) }
    }

    mutating func entitlementsAnswered(_ id: ReadID, _ result: Result<[Entitlement], PortalError>) -> [Effect] {
        guard requests.entitlementsPending?.id == id else { return [] }
        requests.entitlementsPending = nil
        switch result {
        case .success(let entitlements):
            requests.entitlements = entitlements
            requests.entitlementsError = nil
        case .failure(let error): if error.kind != .cancelled { requests.entitlementsError = error }
        }
        moveGranted(nil)
        return []
    }

    /// What was kept, for as long as the service has not answered. It decides about nothing: a draft is discarded, and a
    /// creation that was lost is looked for, by what the service says alone.
    mutating func recalled(_ id: ReadID, _ applications: [ApplicationSummary], _ kept: KeptAnswer) {
        guard requests.pending?.id == id, requests.fetchedAt == nil else { return }
        let chosen = selectedRequest
        requests.applications = applications.filter { !requests.deleting.contains($0.id) }
        requests.shownAt = kept.at
        keepChosen(chosen)
    }

    mutating func recalled(_ id: ReadID, _ entitlements: [Entitlement]) {
        if requests.entitlementsPending?.id == id { requests.entitlements = entitlements }
    }

    mutating func recalled(_ id: ReadID, _ application: Application, _ kept: KeptAnswer) {
        guard requests.open?.pending?.id == id, requests.open?.application == nil else { return }
        requests.open?.application = application
        requests.open?.keptAt = kept.at
    }

    mutating func openRequest(_ id: ApplicationID) -> [Effect] {
        requests.open = OpenRequest(id: id)
        return loadOpenRequest(id)
    }

    private mutating func loadOpenRequest(_ id: ApplicationID) -> [Effect] {
        let read = nextRead(.application, asksAnew: requests.open?.application != nil)
        let pending = Pending(id: read, since: now)
        requests.open?.pending = pending
        return [.read(read, .application(id))]
    }

    mutating func applicationAnswered(_ id: ReadID, _ result: Result<Application, PortalError>) -> [Effect] {
        guard requests.open?.pending?.id == id else { return [] }
        requests.open?.pending = nil
        switch result {
        case .success(let application):
            requests.open?.application = application
            requests.open?.keptAt = nil
            requests.open?.error = nil
            let chosen = selectedRequest
            requests.take(stateOf: application.summary)
            // In its new state the list may not show it any more, or elsewhere.
            keepChosen(chosen)
            guard requests.seen[application.id] != application.state else { return [] }
            requests.seen[application.id] = application.state
            return [.disk(.keepSeen(requests.seen))]
        case .failure(let error):
            guard error.kind != .cancelled else { return [] }
            requests.open?.error = error
            return record(error)
        }
    }

    mutating func moveRequests(_ movement: Movement?) {
        var position = ListPosition(selection: requests.selection, top: requests.top)
        position.move(movement, count: requests.rows.count, visible: requestsLayout.visibleRequests)
        requests.selection = position.selection
        requests.top = position.top
    }

    /// The list may have come in another order: the cursor goes with its row.
    mutating func keepChosen(_ chosen: RequestRow?) {
        if let chosen, let index = requests.rows.firstIndex(where: { $0.isSameRequest(as: chosen) }) {
            requests.selection = index
        }
        moveRequests(nil)
    }

    mutating func chooseFilter() -> [Effect] {
        var menu = Menu(.requestFilter)
        menu.selection = requests.filters.firstIndex { $0.filter == requests.filter } ?? 0
        overlay = .menu(menu)
        return []
    }

    mutating func show(_ filter: RequestFilter) -> [Effect] {
        let chosen = selectedRequest
        requests.filter = filter
        keepChosen(chosen)
        return []
    }

    var selectedRequest: RequestRow? {
        let rows = requests.rows
        return rows.indices.contains(requests.selection) ? rows[requests.selection] : nil
    }

    mutating func leaveFind() -> [Effect] {
        if requests.isFinding || !requests.find.isEmpty {
            requests.isFinding = false
            requests.find = TextBuffer()
            moveRequests(nil)
        } else if requests.filter != .all {
            return show(.all)
        } else {
            let stopped = stopRequestWaits()
            if !stopped.isEmpty { return stopped + show(.information, Self.stoppedNote) }
            screen = .browser
            return pollAgain()
        }
        return []
    }

    /// Reopens a draft or a returned request in the wizard.
    mutating func editRequest(_ row: RequestRow) -> [Effect] {
        if let draft = row.draft { return openWizard(on: draft) }
        guard let application = row.application else { return [] }
        let datasets = application.datasets.map { dataset in
            BasketItem(
                id: DatasetID(dataset.identifier), identifier: dataset.identifier,
                title: dataset.title.text(in: languages), added: now)
        }
        // Named after the application, so that reopening finds the same draft again.
        let id = DraftID("application-\(application.id.rawValue)")
        return openWizard(
            on: Draft(id: id, application: application.id, datasets: datasets, created: now, modified: now))
    }
}
