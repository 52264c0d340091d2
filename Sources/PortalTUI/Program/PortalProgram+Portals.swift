import PortalModel
import PortalServices
import TerminalBackend
import TerminalCanvas

/// The portals that are set up, and changing over from one to another while the program runs.
extension PortalProgram {
    func perform(_ work: PortalsWork) {
        switch work {
        case .openPortal(let choice): changeOver(to: choice)
        case .finishCalls: finishCalls()
        case .listPortals: listPortals()
        case .tryPortal(let number, let draft):
            Task { @UI in send(.portals(.tried(number, await shelf.tried(draft, keysOf: firstPortal)))) }
        case .keepPortal(let draft):
            do throws(PortalError) {
                let words = try shelf.keep(draft)
                listPortals()
                send(.portals(.kept(draft, nil)))
                if let words { send(.noted(words)) }
            } catch {
                send(.portals(.kept(draft, error)))
            }
        case .removePortal(let name):
            let failure = Self.failure { () throws(PortalError) in try shelf.remove(name) }
            listPortals()
            send(.portals(.removed(name, failure)))
        case .choosePortal(let name):
            let failure = Self.failure { () throws(PortalError) in try shelf.choose(name) }
            listPortals()
            send(.portals(.chosen(name, failure)))
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

    private func listPortals() {
        let result: Result<[KnownPortal], PortalError>
        do throws(PortalError) { result = .success(try shelf.list()) } catch { result = .failure(error) }
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
            try prepared.drafts.openForScreen()
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
        do throws(PortalError) { try shelf.keepDemo() } catch { send(.noted(error.detail ?? error.sentence)) }
    }

    /// Nothing that the portal before still answers reaches the state from here on.
    private func leavePortal() {
        guard let portal else { return }
        generation += 1
        runner?.cancelReads()
        runner = nil
        portal.close()
        // A sign-in that is being renewed is waited for; the program itself goes on.
        Task { [connection = portal.connection] in await connection.shutDown() }
        self.portal = nil
        connection = nil
    }
}
