import Logging
import PortalMirror
import PortalModel
import PortalServices
import PortalStorage

extension PreparedPortal {
    /// Where the profile's answers are kept; nil when nothing is to be.
    static func openAnswers(
        _ profile: Profile, _ settings: PortalSettings, asker: @escaping @Sendable () async -> Asker?, logger: Logger
    ) throws(PortalError) -> AnswerStore? {
        guard !settings.isEphemeral else { return nil }
        return try AnswerStore(
            profile: profile.name, portal: description(of: profile, settings),
            language: settings.environment.languages.first ?? "en",
            in: .standard(environment: settings.environment.variables), asker: asker,
            remembersResults: settings.remembersResults,
            keepsPrivate: { [lock = PrivateLock.of(settings.environment)] in !lock.isThere },
            log: { logger.notice("\($0)") })
    }

    /// What answers depend on besides who asks, and in which language.
    private static func description(of profile: Profile, _ settings: PortalSettings) -> String {
        switch profile.place {
        case .demo: return "demo \(settings.demo.catalogue ?? "")"
        case .services(let addresses):
            let discovery = "\(addresses.discoveryDialect.rawValue) \(addresses.discovery)"
            let access = addresses.access.map { "\(addresses.accessDialect.rawValue) \($0)" } ?? "none"
            return "\(discovery) \(access) \(profile.identity?.issuer ?? "")"
        }
    }

    /// The calls, for commands and for what the screen sends. None is answered from what was kept; what they change is
    /// forgotten.
    var access: AccessService { answers.map { connection.access.forgetting(in: $0.cache) } ?? connection.access }

    /// What is kept of answers, and counts where it is used; nil with `--ephemeral`.
    var answerCache: AnswerCache? { answers.map { settings.meter.counting($0.cache) } }

    /// The drafts' journal, which counts.
    var journal: Journal { settings.meter.counting(disk.journal) }

    /// The calls and what is kept of their answers, for the screen.
    package var services: Services {
        var services = Services(
            discovery: connection.discovery, access: access, journal: journal, identity: identity,
            health: connection.health, tryAtOnce: { [connection] in connection.tryAtOnce() },
            answers: answerCache ?? .none,
            keepPerson: { [person] profile throws(PortalError) in
                guard let person else { return }
                try await Blocking.run { () throws(PortalError) in try person.write(profile) }
            },
            keepSearch: { [searches] line throws(PortalError) in
                guard let searches else { return }
                try await Blocking.run { () throws(PortalError) in try searches.remember(line) }
            })
        services.keepTable = { [table] chosen throws(PortalError) in
            guard let table else { return }
            try await Blocking.run { () throws(PortalError) in try table.write(chosen) }
        }
        if savedSearches != nil { services.searches = .shelf(of: self) }
        services.mirror = mirror()
        services.data = data
        return services
    }

    /// What the last run left, for the first frame.
    package func loadStart() -> StoredState {
        var stored = disk.loadStart()
        stored.lastResults = answers?.loadLastResults(for: login.keptAsker)
        stored.person = (try? person?.read()) ?? PersonalProfile()
        stored.dataKey = keys?.dataKey
        stored.searches = searches?.read() ?? KeptSearches()
        stored.table = table?.read()
        stored.hasSavedSearches = savedSearches?.isThere == true
        return stored
    }

    /// What the person at the screen should know of the files.
    package var notes: [Reason] {
        let drafts = drafts.notes
        // Where there are no drafts either, that says enough.
        return drafts + (drafts.isEmpty ? [withoutRequests].compactMap(\.self) : []) + personNotes
    }

    /// Why nothing is offered of the personal profile although there is one.
    var personNotes: [Reason] {
        do throws(PortalError) {
            _ = try person?.read()
            return []
        } catch {
            return [error.why]
        }
    }

    /// The one way out, for the screen and for `portal logout`. What was answered to whoever was signed in goes with it.
    ///
    /// - Returns: what was done, and whose sign-in it was.
    func signOut() async -> SignOutReport {
        // The next person's key is another one.
        openedKey.forget()
        guard let session = login.session else { return SignOutReport() }
        // Before, so that it is gone even when the program ends while the sign-in service is asked; and after, because
        // calls that were under way may have been answered meanwhile.
        _ = try? await answers?.forgetPrivate()
        let isForgotten = folder.map(MirrorPlace.dropPrivate) ?? true
        // Which states were seen of whose requests; without the mark a state is at worst shown as new once more.
        _ = try? await disk.journal.saveSeen([:])
        var report = await session.signOut()
        do throws(PortalError) {
            try await answers?.forgetPrivate()
            if !isForgotten, let folder {
                throw PortalError(
                    .local, operation: "removing the mirror", because: .kept(.answersNotRemoved(path: folder)))
            }
        } catch {
            if case .failed = report.removed { return report }
            report.removed = .failed(error.why)
        }
        return report
    }

    /// Signing in and out, as the screen asks for it.
    private var identity: IdentityService {
        guard let session = login.session else { return .none }
        var service = session.service
        service.signOut = { await signOut() }
        return service
    }

    package func close() {
        drafts.close()
        answers?.close()
    }
}
