import PortalCommands
import PortalModel
import TerminalBackend

/// One search of all portals that are set up.
extension PortalProgram {
    func perform(_ search: AllPortalsSearch) {
        for task in together.tasks { task.cancel() }
        together.tasks = search.portals.map { name in
            Task { @UI [weak self] in
                guard let self else { return }
                let outcome: PortalOutcome
                do throws(PortalError) {
                    let portal = try searched(name)
                    outcome = await portal.outcome(
                        of: search.line, rows: search.rows, within: search.seconds, .asking)
                } catch {
                    outcome = .failed(error, nil)
                }
                guard !Task.isCancelled else { return }
                send(.portals(.found(search.number, portal: name, outcome)))
            }
        }
    }

    /// The whole of a dataset, for its page.
    func describe(_ number: Int, portal name: String, _ id: DatasetID) {
        together.description?.cancel()
        together.description = Task { @UI [weak self] in
            guard let self else { return }
            let result: Result<DatasetDetail, PortalError>
            do throws(PortalError) { result = .success(try await searched(name).dataset(id)) } catch {
                result = .failure(error)
            }
            guard !Task.isCancelled else { return }
            send(.portals(.described(number, result)))
        }
    }

    /// One that was asked before stays open as long as it is set up as it was.
    private func searched(_ name: String) throws(PortalError) -> SearchedPortal {
        if let portal, portal.profile.name == name {
            return SearchedPortal(portal, settings: settings.portal)
        }
        let profile = try shelf.profile(name == Profile.demo.name ? .demo : .named(name))
        if let known = together.portals[name] {
            if known.profile == profile { return known }
            Task { await known.close() }
        }
        // Keys and tokens of the environment are for the portal that the program was started with.
        let settings = settings.portal.withSecrets(of: firstPortal ?? profile, for: profile)
        let opened = SearchedPortal(profile, settings: settings)
        together.portals[name] = opened
        return opened
    }

    /// Nobody waits for them any more.
    func leaveTogether() {
        for task in together.tasks { task.cancel() }
        together.description?.cancel()
        for portal in together.portals.values { Task { await portal.close() } }
        together = SearchedTogether()
    }
}

/// The portals that are searched together, and what is under way at them.
struct SearchedTogether {
    var portals: [String: SearchedPortal] = [:]
    var tasks: [Task<Void, Never>] = []
    var description: Task<Void, Never>?
}
