/// Setting up a portal, or changing one: tried first, and kept when it was seen to answer.
extension AppState {
    /// Lets the form act, unless it is being kept or the portal is changed over from.
    mutating func inPortalForm(_ body: (inout PortalForm) -> Void) -> [Effect] {
        guard var form = freePortalForm else { return [] }
        portals.problem = nil
        body(&form)
        portals.form = form
        return []
    }

    private var freePortalForm: PortalForm? {
        guard portals.goingTo == nil, let form = portals.form, !form.isKeeping else { return nil }
        return form
    }

    mutating func leavePortalForm() -> [Effect] {
        guard freePortalForm != nil else { return [] }
        portals.problem = nil
        portals.form = nil
        // Where nothing is set up there is no list to go back to.
        if profile == nil, portals.list?.contains(where: { $0.draft != nil }) != true { closeOverlay() }
        return []
    }

    mutating func tryOrKeepPortal() -> [Effect] {
        guard let form = freePortalForm else { return [] }
        portals.problem = nil
        return tryOrKeep(form)
    }

    mutating func keepUntriedPortal() -> [Effect] {
        guard let form = freePortalForm else { return [] }
        portals.problem = nil
        return keepPortal(form, isWell: false)
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
            form.problem = .setup(fault.reason)
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
            portals.form?.problem = failure.why
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
        return show(.success, .portals(.kept(name: draft.name, same: draft.name == profile?.name)))
    }
}
