/// Changing over to another portal while the program runs: what was typed is on the disk first, calls under way are
/// answered first, and then everything begins as at a start.
extension AppState {
    mutating func open(_ portal: KnownPortal) -> [Effect] {
        if portal.name == profile?.name, !portals.changed.contains(portal.name) {
            closeOverlay()
            return show(.information, .portals(.isOpen(title: portal.title)))
        }
        return changeOver(to: portal.draft == nil && portal.name == "demo" ? .demo : .named(portal.name))
    }

    mutating func changeOver(to choice: PortalChoice) -> [Effect] {
        portals.problem = nil
        guard profile != nil else {
            setup.isOpening = true
            setup.problem = nil
            return [.portals(.openPortal(choice))]
        }
        if let reason = reasonToStay { return show(.warning, reason) }
        portals.goingTo = choice
        login = nil
        return [.identity(.cancelSignIn)] + writeAll() + [.portals(.finishCalls)]
    }

    /// What must not be left alone on its way.
    private var reasonToStay: Message? {
        if let upload = sessions.flatMap(\.uploads).first(where: \.isUnderWay) {
            return .portals(.uploadFirst(name: upload.name))
        }
        if sessions.contains(where: { $0.submission.isUnderWay }) {
            return .portals(.sendingFirst)
        }
        if fetching.running != nil { return .fetching(.endFirst) }
        return loss.map { .portals(.wouldBeLost(loss: $0)) }
    }

    /// The person does not wait for what is under way.
    mutating func stay() -> [Effect] {
        guard portals.goingTo != nil else { return [] }
        portals.goingTo = nil
        portals.opensThere = nil
        return show(.information, .portals(.stays))
    }

    /// Every call and every write that was under way has ended.
    mutating func callsFinished() -> [Effect] {
        guard let choice = portals.goingTo else { return [] }
        if let reason = reasonToStay {
            portals.goingTo = nil
            portals.problem = reason
            return []
        }
        // An answer has changed a draft meanwhile.
        if !flushDrafts().isEmpty { return writeAll() + [.portals(.finishCalls)] }
        return [.portals(.openPortal(choice))]
    }

    mutating func portalOpened(_ result: Result<ProfileInfo, PortalError>) -> [Effect] {
        switch result {
        case .success(let profile):
            defer { beginAnew(at: profile) }
            return TimerID.allCases.map { .host(.stopTimer($0)) }
        case .failure(let error):
            let words = Message.failure(error, kept: nil, next: nil)
            portals.goingTo = nil
            portals.opensThere = nil
            if profile == nil, overlay == nil { setup.problem = words } else { portals.problem = words }
            setup.isOpening = false
            return record(error)
        }
    }

    /// Of the portal before nothing stays but what belongs to the person and the terminal. Reads and trials go on being
    /// numbered: an answer that is late is none of the new portal's, nor about what its form asks.
    private mutating func beginAnew(at profile: ProfileInfo) {
        var fresh = AppState(now: now, terminal: terminal, profile: profile, languages: languages, keys: keys)
        fresh.lastRead = lastRead
        fresh.portals.lastTrial = portals.lastTrial
        fresh.recentCommands = recentCommands
        fresh.person = person
        fresh.lastKeyAt = lastKeyAt
        fresh.message = message
        if let there = portals.opensThere, there.portal == portals.goingTo { fresh.portals.opensThere = there }
        if allPortals.query != nil {
            fresh.allPortals = allPortals
            // Whoever is still asked has nobody to answer to.
            fresh.allPortals.stopAsking()
        }
        self = fresh
    }
}
