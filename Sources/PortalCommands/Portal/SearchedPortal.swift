import Foundation
import PortalMirror
import PortalModel
import PortalServices
import PortalStorage
import Synchronization
import TerminalCanvas

/// One of several portals that are searched together: opened, or with the reason why it cannot be.
package struct SearchedPortal: Sendable {
    /// Who answers.
    package enum Way: Sendable {
        /// The portal, and in its place what is on this machine where it does not.
        case asking
        /// What it answered before.
        case kept
        /// The mirror.
        case mirror
    }

    package let profile: Profile
    private let opened: Result<CommandPortal, PortalError>

    package init(_ profile: Profile, settings given: PortalSettings) {
        self.profile = profile
        var settings = given
        settings.remembersResults = false
        // Another try would be waited for while the others have answered.
        settings.retry = .never
        do {
            try profile.checkAddresses()
            let portal = try PreparedPortal(profile, settings: settings)
            portal.login.session?.onLostRenewal(settings.onNote)
            opened = .success(CommandPortal(profile: profile, settings: settings, portal: portal))
        } catch let error as PortalError {
            opened = .failure(error)
        } catch {
            let reason = (error as? LaunchFailure)?.message.plain ?? "\(error)"
            opened = .failure(PortalError(.local, operation: "opening the portal", detail: reason))
        }
    }

    /// The portal that is open on the screen, which stays so.
    package init(_ portal: PreparedPortal, settings: PortalSettings) {
        profile = portal.profile
        opened = .success(CommandPortal(profile: portal.profile, settings: settings, portal: portal))
    }

    /// The whole of a dataset.
    package func dataset(_ id: DatasetID) async throws(PortalError) -> DatasetDetail {
        try await opened.get().discovery.dataset(id)
    }

    /// What it speaks.
    var dialect: DiscoveryDialect {
        guard case .services(let addresses) = profile.place else { return .gdi }
        return addresses.discoveryDialect
    }

    /// - Parameter seconds: it is not waited for longer.
    package func outcome(of line: QueryLine, rows: Int, within seconds: Int, _ way: Way) async -> PortalOutcome {
        let portal: CommandPortal
        do throws(PortalError) { portal = try opened.get() } catch { return .failed(error, nil) }
        switch way {
        case .mirror:
            do throws(PortalError) {
                return .answered(try await Self.mirrored(line, rows, portal))
            } catch {
                return .failed(error, nil)
            }
        case .kept:
            do throws(PortalError) { return try await Self.kept(line, rows, portal) } catch {
                return .failed(error, nil)
            }
        case .asking:
            let info = portal.portal.info
            let search = PortalSearch(portal.discovery, info.capabilities, isSignedIn: info.user != nil)
            let outcome = await search.outcome(of: line, rows: rows, within: seconds) {
                try await NetworkPause.sleep(for: $0)
            }
            guard outcome.finds == nil, outcome.isWithoutAnswer else { return outcome }
            if let mirrored = try? await Self.mirrored(line, rows, portal) { return outcome.or(mirrored) }
            return outcome.or(try? await Self.kept(line, rows, portal).finds)
        }
    }

    package func close() async {
        guard case .success(let portal) = opened else { return }
        portal.portal.close()
        await portal.portal.connection.shutDown()
    }

    private static func kept(
        _ line: QueryLine, _ rows: Int, _ portal: CommandPortal
    ) async throws(PortalError) -> PortalOutcome {
        let told = Mutex<Date?>(nil)
        let answers = portal.portal.answerCache ?? .none
        let discovery = DiscoveryService.kept(in: answers) { kept in told.withLock { $0 = min($0 ?? kept.at, kept.at) }
        }
        let info = portal.portal.info
        let search = PortalSearch(discovery, info.capabilities, isSignedIn: info.user != nil)
        let outcome = try await search.ask(line, rows: rows)
        guard case .answered(var finds) = outcome else { return outcome }
        finds.source = .kept(told.withLock { $0 })
        return .answered(finds)
    }

    private static let page = 500

    private static func mirrored(
        _ line: QueryLine, _ rows: Int, _ portal: CommandPortal
    ) async throws(PortalError) -> PortalFinds {
        do {
            let mirror = try MirrorShelf(portal, path: nil).open()
            defer { mirror.close() }
            var finds = PortalFinds()
            while true {
                let wanted = min(page, rows - finds.datasets.count)
                let answer = try await mirror.search(MirrorQuestion(line, start: finds.datasets.count, rows: wanted))
                finds.source = .mirror(answer.state.checkedAt)
                finds.total = answer.total
                finds.isCut = !answer.state.isWhole
                finds.undecided = answer.undecided
                finds.datasets += answer.hits.map(\.dataset)
                if answer.hits.isEmpty || finds.datasets.count >= min(rows, answer.total) { return finds }
            }
        } catch let error as PortalError {
            throw error
        } catch let problem as QueryProblem {
            throw PortalError(.unsupported, operation: "search", because: .savedSearch(.line(problem)))
        } catch let failure as CommandFailure {
            throw PortalError(.notKept, operation: "reading the mirror", detail: failure.words)
        } catch {
            throw PortalError(.local, operation: "reading the mirror")
        }
    }
}

extension PortalOutcome {
    /// Asking the portal brought nothing, which is no answer of its.
    var isWithoutAnswer: Bool {
        switch self {
        case .answered, .notAsked: false
        case .slow: true
        case .failed(let error, _): error.kind != .cancelled
        }
    }
}
