import PortalModel

extension SearchCommand {
    /// Several portals answer, each by its own service, its mirror or what is kept of it.
    func searchSeveral(_ line: SearchedLine) async throws {
        guard facet.isEmpty, series == nil, !any, !beacon, !explain, !why, offline.mirror == nil else {
            throw CommandFailure(SeveralWords.onlyLine, .usage)
        }
        guard !reading.cached || !offline.isAsked else { throw CommandFailure(MirrorWords.cachedAndOffline, .usage) }
        guard !portal.namesOne else { throw CommandFailure(SeveralWords.severalOrOne, .usage) }
        guard !reading.cached || !portal.ephemeral else {
            throw CommandFailure(CommonCommandWords.cachedAndEphemeral, .usage)
        }
        let configuration = try Configuration(portal)
        configuration.tellLeftOut()
        var settings = PortalSettings(portal, configuration)
        settings.onNote = { CommandOutput().note($0) }
        let portals = try several.meant(configuration).map { profile in
            if profile.allowsInsecureHTTP, profile.warning != nil {
                CommandOutput().note(CommonCommandWords.readOnTheWay(portal: profile.title))
            }
            // Keys and tokens of the environment are for the portal that is opened where none is named.
            return SearchedPortal(
                profile, settings: settings.withSecrets(of: configuration.profile, for: profile))
        }
        var given = line.line
        if let sort { given.sort = QuerySort(sort.sort) }
        let search = SeveralSearch(
            line: given, text: line.text, patience: several.patience, limit: limit, offset: offset, all: all,
            json: json, isLinear: linear,
            columns: columns, way: offline.isAsked ? .mirror : reading.cached ? .kept : .asking)
        try await search.run(at: portals)
    }
}

extension PortalFlags {
    /// The command line says which portal.
    fileprivate var namesOne: Bool { demo || profile != nil || discovery != nil || access != nil || issuer != nil }
}
