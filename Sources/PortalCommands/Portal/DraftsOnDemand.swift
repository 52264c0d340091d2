import PortalModel
import PortalStorage
import Synchronization

/// The drafts, basket and seen states of a profile, opened when somebody first needs them: searching and reading need no
/// place on the disk, and are not kept from it by another program that has the drafts for itself.
package final class DraftsOnDemand: Sendable {
    private let profile: String
    private let environment: Environment
    private let isEphemeral: Bool
    private let isWithoutPlace: Bool
    private let options: StoreOptions
    private let opened = Mutex<Opened?>(nil)

    private struct Opened {
        var store: PortalStore
        /// What another one had opened; its notes have been told.
        var isTaken = false
        /// How many of its notes a command has told.
        var told = 0
        /// Another one goes on with it.
        var isGivenAway = false
    }

    package init(_ profile: Profile, _ settings: PortalSettings, options: StoreOptions = StoreOptions()) {
        var options = options
        options.seal = settings.seal
        self.options = options
        self.profile = profile.name
        environment = settings.environment
        isEphemeral = settings.isEphemeral
        isWithoutPlace = settings.isWithoutPlace
    }

    /// Where they cannot be opened, a store that keeps nothing and says why.
    var store: PortalStore {
        opened.withLock { opened in
            if let opened { return opened.store }
            let store: PortalStore
            do throws(PortalError) { store = try open() } catch { store = .withoutDrafts(error) }
            opened = Opened(store: store)
            return store
        }
    }

    /// For the full screen: it goes on without a disk that is read-only, full or missing, and says so.
    ///
    /// - Throws: what keeps drafts from being safe for another reason: then nothing is begun.
    package func openForScreen() throws(LaunchFailure) {
        do throws(PortalError) {
            let store = try open()
            opened.withLock { $0 = Opened(store: store) }
        } catch {
            throw Self.failure(error)
        }
    }

    /// For commands that need them.
    ///
    /// - Throws: why they are not there: nothing may be said of a basket that was not read.
    func required() throws(LaunchFailure) -> PortalStore {
        if let noPlace { throw Self.failure(noPlace) }
        let store = store
        guard case .withoutDrafts(let reason) = store.availability else { return store }
        // Not in memory instead: what is asked for lies in the other program's hands.
        if store.isInUseElsewhere { throw LaunchFailure(reason.why) }
        throw Self.failure(reason)
    }

    /// For the person at the screen.
    package var notes: [Reason] {
        let lost = noPlace.map { Reason.kept(.goneWithProgram($0.why)) }
        let isTold = opened.withLock { $0?.isTaken == true }
        return [lost].compactMap(\.self) + (isTold ? [] : store.notes)
    }

    /// For whoever reads what a command says: what has not been told yet, and of nothing that was not opened.
    func untold() -> [Reason] {
        opened.withLock { opened in
            guard let notes = opened?.store.notes, let told = opened?.told else { return [] }
            opened?.told = notes.count
            return Array(notes.dropFirst(told))
        }
    }

    /// Gives back what is held, unless another one goes on with it.
    package func close() {
        opened.withLock { opened in
            if let opened, !opened.isGivenAway { opened.store.close() }
        }
    }

    /// Goes on with what another one has opened of the same profile. On a network file system the drafts can be opened
    /// once at a time, also by ourselves; in memory they are nowhere else.
    ///
    /// - Returns: false where the other one has none: they are to be opened here then.
    package func take(from other: DraftsOnDemand) -> Bool {
        guard other.profile == profile else { return false }
        let store: PortalStore? = other.opened.withLock { opened in
            guard let store = opened?.store, opened?.isGivenAway == false else { return nil }
            if case .withoutDrafts = store.availability { return nil }
            opened?.isGivenAway = true
            return store
        }
        guard let store else { return false }
        opened.withLock { $0 = Opened(store: store, isTaken: true) }
        return true
    }

    /// The drafts are in memory alone, and gone when nobody goes on with them.
    package var areInMemory: Bool { store.availability == .inMemory }

    private func open() throws(PortalError) -> PortalStore {
        if isEphemeral { return try PortalStore.ephemeral(options: options) }
        return try PortalStore.open(
            profile: profile, in: .standard(environment: environment.variables), options: options)
    }

    /// Why nothing can be kept although nobody asked for that.
    private var noPlace: PortalError? {
        guard isWithoutPlace else { return nil }
        return PortalError(
            .local, operation: "opening the drafts", because: .disk(.noPlace))
    }

    private static func failure(_ reason: PortalError) -> LaunchFailure {
        LaunchFailure(LaunchWords.withoutDrafts(reason.why))
    }
}
