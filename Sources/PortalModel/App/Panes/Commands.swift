extension AppState {
    /// Whether a command can be used now, and if not, why: as it is meant where the keys go, else wherever it belongs.
    public func availability(of command: Command) -> Availability { spec(of: command)?.availability(self) ?? .hidden }

    /// Does a command if it can be done now, else says why not.
    mutating func perform(_ command: Command) -> [Effect] { spec(of: command).map { perform($0) } ?? [] }

    mutating func perform(_ spec: CommandSpec) -> [Effect] {
        if case .palette = overlay, spec.leavesPalette { overlay = nil }
        switch spec.availability(self) {
        case .available: return pane.left(for: spec.command, in: &self) + asked(run(spec))
        // That all is there is good news.
        case .unavailable(let reason): return show(spec.command == .nextMissing ? .success : .warning, reason)
        case .hidden: return []
        }
    }

    /// What changes the query of the datasets on their screen can be taken back.
    private mutating func run(_ spec: CommandSpec) -> [Effect] {
        guard screen == .browser, overlay == nil, spec.command != .undoSearch else { return spec.run(&self) }
        let before = browser.query
        let effects = spec.run(&self)
        browser.remember(from: before)
        return effects
    }

    /// A click on a pane's name, and the palette, lead to commands whose keys do not work at this place.
    private func spec(of command: Command) -> CommandSpec? {
        if let spec = keys.spec(of: command, in: keyContexts) { return spec }
        let all = keys.specs(of: command)
        return all.first { $0.availability(self) != .hidden } ?? all.first
    }

    package func offered(_ feature: PortalFeature) -> Availability {
        if browser.source == .mirror, let mirrored = feature.atMirror { return mirrored }
        return profile?.capabilities.availability(of: feature) ?? .available
    }
}

extension PortalFeature {
    /// Whether a mirror has it; nil for what has nothing to do with whom datasets are asked of.
    fileprivate var atMirror: Availability? {
        switch self {
        case .filters, .filterValues, .matchingAny, .series: .available
        case .individualLevel: .unavailable(reason: .because(.mirror(.noBeacon)))
        case .export, .alleleFrequencies, .organizations: .unavailable(reason: .because(.mirror(.notHeld)))
        case .requests, .licences, .uploadAttachment, .downloadAttachment, .inviteMember, .removeMember,
            .cancelRequest, .copyAsNew, .changeDatasets, .deleteDraft, .entitlements,
            .passport, .dataUseCodes:
            nil
        }
    }
}

extension Capabilities {
    /// Whether what belongs to a feature can be done at this portal; else the reason, in the service's own words where
    /// it gave some.
    public func availability(of feature: PortalFeature) -> Availability {
        switch missing[feature] {
        case nil: .available
        case .notOffered: .unavailable(reason: .because(.notOffered(feature)))
        case .because(let reason): .unavailable(reason: .because(.notOfferedHere(feature, reason)))
        case .explained(let reason): .unavailable(reason: .because(reason))
        }
    }
}
