import PortalCommands
import PortalModel
import PortalServices
import TerminalBackend
import TerminalCanvas

/// The portals that are set up, and changing over from one to another while the program runs.
extension PortalProgram {
    func perform(_ work: PortalsWork) {
        switch work {
        // The last answer may have brought on another call: that one is waited for too.
        case .openPortal where runner?.isWriting == true: finishCalls()
        case .openPortal(let choice): changeOver(to: choice)
        case .finishCalls: finishCalls()
        case .listPortals: Task { @UI in await listPortals() }
        case .tryPortal(let number, let draft):
            Task { @UI in send(.portals(.tried(number, await shelf.tried(draft, keysOf: firstPortal)))) }
        case .keepPortal(let draft):
            do throws(PortalError) {
                let reason = try shelf.keep(draft)
                afterListing {
                    $0.send(.portals(.kept(draft, nil)))
                    if let reason { $0.send(.noted(reason)) }
                }
            } catch {
                send(.portals(.kept(draft, error)))
            }
        case .removePortal(let name):
            let failure = Self.failure { () throws(PortalError) in try shelf.remove(name) }
            afterListing { $0.send(.portals(.removed(name, failure))) }
        case .choosePortal(let name):
            let failure = Self.failure { () throws(PortalError) in try shelf.choose(name) }
            afterListing { $0.send(.portals(.chosen(name, failure))) }
        case .searchAll(let search): perform(search)
        case .describe(let number, let name, let id): describe(number, portal: name, id)
        }
    }

    /// What came of a change is told beside the list that has it.
    private func afterListing(_ tell: @escaping @UI (PortalProgram) -> Void) {
        Task { @UI in
            await listPortals()
            tell(self)
        }
    }

    private static func failure(_ body: () throws(PortalError) -> Void) -> PortalError? {
        do throws(PortalError) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    private func listPortals() async {
        listings += 1
        let number = listings
        let result: Result<[KnownPortal], PortalError>
        do throws(PortalError) { result = .success(try await shelf.list()) } catch { result = .failure(error) }
        let groups = await shelf.groups()
        guard number == listings else { return }
        send(.portals(.grouped(groups)))
        send(.portals(.listed(result)))
    }

    /// Calls are made once and may not be cut off: their answers still belong to the portal that is left.
    private func finishCalls() {
        Task { @UI in
            await runner?.finishWrites()
            send(.portals(.callsFinished))
        }
    }

    /// Opens the other portal beside the one that is open, so that a portal that cannot be opened costs nothing.
    private func changeOver(to choice: PortalChoice) {
        let prepared: PreparedPortal
        do {
            let profile = try shelf.profile(choice)
            try profile.checkAddresses()
            // Keys and tokens of the environment are for the portal that the program was started with.
            let settings = settings.portal.withSecrets(of: firstPortal ?? profile, for: profile)
            prepared = try PreparedPortal(profile, settings: settings, logger: logger)
            try openDrafts(of: prepared)
        } catch {
            let reason = (error as? LaunchFailure)?.message.plain
            let failure =
                error as? PortalError
                ?? PortalError(.local, operation: "opening the portal", detail: reason ?? "\(error)")
            return send(.portalOpened(.failure(failure)))
        }
        let isFirst = portal == nil
        leavePortal()
        open(prepared)
        guard isFirst, !settings.portal.isEphemeral, choice == .demo else { return }
        // The next start opens it without asking.
        do throws(PortalError) { try shelf.keepDemo() } catch { send(.noted(error.why)) }
    }

    /// What is open under the same name, or was left in memory, goes on; all else is opened.
    private func openDrafts(of prepared: PreparedPortal) throws(LaunchFailure) {
        let name = prepared.profile.name
        let held = portal?.profile.name == name ? portal?.drafts : inMemory.removeValue(forKey: name)
        if let held, prepared.drafts.take(from: held) { return }
        try prepared.drafts.openForScreen()
    }

    /// Nothing that the portal before still answers reaches the state from here on.
    private func leavePortal() {
        guard let portal else { return }
        generation += 1
        leaveTogether()
        runner?.cancelReads()
        runner = nil
        // With --ephemeral, or without a place on the disk, nothing else has what was typed there.
        if portal.drafts.areInMemory {
            let held = DraftsOnDemand(portal.profile, settings.portal)
            if held.take(from: portal.drafts) { inMemory[portal.profile.name] = held }
        }
        portal.close()
        // A sign-in that is being renewed is waited for; the program itself goes on.
        Task { [connection = portal.connection] in await connection.shutDown() }
        self.portal = nil
        connection = nil
    }
}
