import FoundationEssentials

extension BrowserState {
    /// What has to be known of the results: why the network of Beacons had no part in them, in the service's words, or
    /// what the mirror leaves open.
    public var notice: Message? {
        if let words = results.beaconError { return .search(.beaconGaveNothing(words: words)) }
        guard let remarks = results.mirrored, !remarks.isWhole || !remarks.gaps.isEmpty else { return nil }
        return .mirror(.remarks(remarks))
    }
}

/// The network of Beacons: it is asked only when a search says so, and only on behalf of somebody who signed in. A service
/// that does not ask it leaves its facets out without a word, so that they would be shown and do nothing.
extension AppState {
    /// Whom it would be asked for is not known.
    private var isSignedOut: Bool { profile.map { $0.user == nil } ?? false }

    /// Nobody is signed in, and the portal may have filters of the network that it lists for people only who are.
    public var lacksBeaconFilters: Bool {
        guard isSignedOut, case .available = offered(.individualLevel) else { return false }
        return !browser.facets.filters.contains { $0.key.isOfBeacon }
    }

    var beaconAvailability: Availability {
        guard case .available = offered(.individualLevel) else { return offered(.individualLevel) }
        guard !browser.query.includeBeacon, isSignedOut else { return .available }
        return .unavailable(
            reason: .search(.beaconNeedsSignIn(canSignIn: profile?.signInWay != nil)))
    }

    /// Why a filter of the network cannot be used now; signing in is offered where that helps.
    mutating func refuseBeacon(for filter: Filter) -> [Effect]? {
        if case .unavailable(let reason) = offered(.individualLevel) { return show(.warning, reason) }
        guard isSignedOut else { return nil }
        let reason = Message.search(.filterOfBeacon(label: filter.label))
        guard let way = profile?.signInWay else {
            return show(.warning, .several([reason, .signIn(.noPlace)]))
        }
        if login == nil {
            lastRead += 1
            login = LoginState(number: lastRead, way: way, step: .offered)
        }
        login?.reason = reason
        overlay = .login
        return show(.warning, reason)
    }

    mutating func turnBeaconOn(for filter: Filter) -> [Effect] {
        guard filter.key.isOfBeacon, !browser.query.includeBeacon else { return [] }
        browser.query.includeBeacon = true
        return show(
            .information, .search(.beaconOnFor(filter: filter.label)))
    }

    mutating func toggleBeacon() -> [Effect] {
        browser.query.includeBeacon.toggle()
        guard !browser.query.includeBeacon else {
            // Without one of its facets the network has nothing to count.
            let note =
                browser.query.facets.contains(where: \.isOfBeacon)
                ? [] : show(.information, .search(.beaconOn))
            return note + runSearch()
        }
        let dropped = dropBeaconFacets()
        let note =
            dropped == 0
            ? []
            : show(.information, .search(.beaconOff(one: dropped == 1)))
        return note + runSearch()
    }

    /// - Returns: how many there were.
    private mutating func dropBeaconFacets() -> Int {
        let count = browser.query.facets.count(where: \.isOfBeacon)
        browser.query.facets.removeAll(where: \.isOfBeacon)
        return count
    }

    /// Nobody is signed in any more: what needs it is off, and the list says what it was found with.
    mutating func leaveBeacon() -> [Effect] {
        browser.facets.filters.removeAll { $0.key.isOfBeacon }
        browser.facets.clamp()
        // What is taken back must not ask the network again.
        browser.changes = []
        let wasOn = browser.query.includeBeacon
        browser.query.includeBeacon = false
        return dropBeaconFacets() > 0 || wasOn ? runSearch() : []
    }
}
