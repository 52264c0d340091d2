import JSONStream
import PortalDomain

/// What a CKAN says of itself, and what it makes of whoever calls: asked once, and again when an answer does not fit.
///
/// It is kept for a day (`CatalogueMemory`), so that not every command begins with a call that says nothing new.
actor CKANCharacter {
    private let memory: CatalogueMemory
    private var facts: CatalogueFacts?
    private var asking: Task<CatalogueFacts?, Never>?
    private var hasSaidUnknown = false
    private var helps: [String: JSONValue] = [:]

    init(_ memory: CatalogueMemory) { self.memory = memory }

    /// - Parameter ask: gives nil when it could not be found out.
    /// - Returns: nil for that.
    func facts(_ ask: @escaping @Sendable () async -> CatalogueFacts?) async -> CatalogueFacts? {
        if let facts { return facts }
        // Several calls begin at once: they wait for one answer.
        let task =
            asking
            ?? Task { [memory] in
                // A wrong key may have been made known meanwhile.
                if let kept = await memory.recall(), kept.knowsCaller != false { return kept }
                let found = await ask()
                if let found { await memory.keep(found) }
                return found
            }
        asking = task
        let found = await task.value
        if asking == task { asking = nil }
        facts = facts ?? found
        return found
    }

    /// It names GDI's extension and does not answer to its actions.
    ///
    /// - Parameter isCertain: the service says that it has no such action. Else only this run goes on without them:
    ///   something on the way may have answered in its place.
    func lacksActions(isCertain: Bool) async {
        await change(isKept: isCertain) { $0.extensions = [] }
    }

    /// Whether whoever calls was known is asked anew.
    func callerIs(known: Bool?) async { await change(isKept: true) { $0.knowsCaller = known } }

    /// Whether that the caller is not known is still to be said.
    func saysUnknown() -> Bool {
        defer { hasSaidUnknown = true }
        return !hasSaidUnknown
    }

    /// What was not found out is not written down as if it had been: without facts there is nothing to change.
    private func change(isKept: Bool, _ body: (inout CatalogueFacts) -> Void) async {
        guard var changed = facts else { return }
        body(&changed)
        facts = changed
        if isKept { await memory.keep(changed) }
    }

    /// What is explained does not change while the program runs; what could not be had is asked for again.
    func help(_ name: String, _ ask: @Sendable () async -> JSONValue?) async -> JSONValue {
        if let help = helps[name] { return help }
        guard let help = await ask() else { return .null }
        helps[name] = help
        return help
    }
}

extension CKANDiscovery {
    /// Without an answer everything goes on as with any CKAN.
    func isExtended() async -> Bool {
        let facts = await character.facts { await self.askWhatItIs() }
        if facts?.knowsCaller == false, await character.saysUnknown() { note(.catalogue(.unknownToken)) }
        return facts?.extensions.contains { $0.hasPrefix("gdi_userportal") } == true
    }

    private func askWhatItIs() async -> CatalogueFacts? {
        guard let (status, extensions) = try? await status(.once) else { return nil }
        return CatalogueFacts(
            extensions: extensions, knowsCaller: await knowsCaller(version: status.version, .once))
    }

    func status(
        _ persistence: ServiceCall.Persistence
    ) async throws(PortalError) -> (status: ServiceStatus, extensions: [String]) {
        var call = action("asking the catalogue what it is", "status_show")
        call.persistence = persistence
        let answer = try await answer(to: call)
        return (
            ServiceStatus(version: answer["ckan_version"].text, words: answer["site_title"].text),
            answer["extensions"].texts
        )
    }

    /// CKAN answers whoever has a wrong token as it answers nobody: what only somebody is told shows the difference.
    ///
    /// - Returns: nil without a token, and where it cannot be found out.
    func knowsCaller(version: String?, _ persistence: ServiceCall.Persistence) async -> Bool? {
        guard token != nil else { return nil }
        // From 2.10 on user_show without an id is about whoever calls, and "Not found" to nobody. Before, only what is
        // new for a person tells them apart; from 2.10 on that belongs to an extension.
        let parts = (version ?? "").split(separator: ".").prefix(2).compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        let name = parts[0] > 2 || parts[1] >= 10 ? "user_show" : "dashboard_new_activities_count"
        var call = action("asking whether the catalogue knows you", name)
        call.persistence = persistence
        do throws(PortalError) {
            _ = try await answer(to: call)
            return true
        } catch {
            return error.kind == .forbidden || error.kind == .notFound || error.kind == .signedOut ? false : nil
        }
    }

    /// A refusal that comes of the token: it is said, and the token looked at again.
    func explained(_ error: PortalError) async -> PortalError {
        guard error.kind == .forbidden, token != nil, let version = try? await status(.once).status.version else {
            return error
        }
        let isKnown = await knowsCaller(version: version, .once)
        await character.callerIs(known: isKnown)
        guard isKnown == false else { return error }
        var error = error
        error.reason = .joining(.catalogue(.unknownToken), error.reason)
        return error
    }

    /// `status_show` is answered while the search engine is down; a search is what most come for.
    func health() async throws(PortalError) -> ServiceStatus {
        var found = try await status(.probe).status
        var call = action("asking whether the catalogue can be searched", "package_search", [("rows", "0")])
        call.persistence = .probe
        do throws(PortalError) {
            _ = try await result(of: call)
        } catch {
            var error = error
            // Nothing was asked that could be wrong: a search that is refused is one that cannot be made.
            if case .invalid = error.kind { error.reason = .catalogue(.engineRefuses) }
            let name = ["CKAN", found.version].compactMap(\.self).joined(separator: " ")
            error.reason = .catalogue(.itselfAnswers(name: name, error.why))
            throw error
        }
        if await knowsCaller(version: found.version, .probe) == false {
            let unknown = Reason.catalogue(.unknownToken)
            found.reason = found.reason.map { .catalogue(.says($0.sentence, unknown)) } ?? unknown
        }
        return found
    }
}
