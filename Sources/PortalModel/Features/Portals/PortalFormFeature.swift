/// Setting up a portal, or changing one: tried first, and kept when it was seen to answer.
extension AppState {
    mutating func portalFormCommand(_ command: Command) -> [Effect] {
        guard var form = portals.form, !form.isKeeping else { return [] }
        switch command {
        case .goBack:
            portals.form = nil
            // Where nothing is set up there is no list to go back to.
            if profile == nil, portals.list?.contains(where: { $0.draft != nil }) != true { closeOverlay() }
            return []
        case .next, .moveDown: form.go(by: 1)
        case .previous, .moveUp: form.go(by: -1)
        case .toggleChoice, .moveRight: form.choose(by: 1)
        case .moveLeft: form.choose(by: -1)
        case .choose where form.line != form.lines.last: form.go(by: 1)
        case .choose, .saveNow: return tryOrKeep(form)
        case .affirm: return keepPortal(form, isWell: false)
        default: break
        }
        portals.form = form
        return []
    }

    /// The first time it is tried, and kept the second time, when what was found has been seen.
    private mutating func tryOrKeep(_ form: PortalForm) -> [Effect] {
        if let found = form.found, found.isWell { return keepPortal(form, isWell: true) }
        guard var form = faultless(form) else { return [] }
        portals.lastTrial += 1
        form.trial = .running(portals.lastTrial)
        portals.form = form
        return [.portals(.tryPortal(portals.lastTrial, form.draft))]
    }

    /// - Parameter isWell: else the person wants it kept all the same.
    private mutating func keepPortal(_ form: PortalForm, isWell: Bool) -> [Effect] {
        guard var form = faultless(form) else { return [] }
        form.isKeeping = true
        portals.form = form
        return [.portals(.keepPortal(form.draft))]
    }

    /// Nil where a line is wrong in itself: the cursor goes there, with the reason.
    private mutating func faultless(_ form: PortalForm) -> PortalForm? {
        var form = form
        let names = Set((portals.list ?? []).map(\.name)).union(["demo"])
        if let fault = form.fault(among: names) {
            form.go(to: fault.line)
            form.problem = fault.words
            portals.form = form
            return nil
        }
        form.problem = nil
        return form
    }

    mutating func portalKept(_ draft: PortalDraft, _ failure: PortalError?) -> [Effect] {
        guard let form = portals.form, form.isKeeping else { return [] }
        if let failure {
            portals.form?.isKeeping = false
            portals.form?.problem = failure.detail ?? failure.sentence
            return record(failure)
        }
        portals.form = nil
        portals.trials[draft.name] = form.found
        if let place = portals.list?.firstIndex(where: { $0.name == draft.name }) { portals.selection = place }
        guard profile != nil else {
            // The first start goes on at once.
            return changeOver(to: .named(draft.name))
        }
        if draft.name == profile?.name { portals.changed.insert(draft.name) }
        let words =
            draft.name == profile?.name ? "↵ opens it anew with what was changed." : "↵ changes over to it."
        return show(.success, "“\(draft.name)” is kept. \(words)")
    }
}
