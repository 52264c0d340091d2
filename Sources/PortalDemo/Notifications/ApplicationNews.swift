import Foundation
import GRDB
import NIOCore
import NIOPosix
import Synchronization

/// Finds out what has happened to applications, for as long as somebody wants to be told.
///
/// The committee has no timer of its own; while somebody listens there is one here, for the moment at which the next
/// decision is due. So a portal at which nobody listens, or nothing is due, sleeps.
final class ApplicationNews: Sendable {
    private struct State: Sendable {
        /// The newest event that is known; nil while nobody listens.
        var last: Int64?
        var alarm: Scheduled<Void>?
        /// Others' writing is watched for.
        var watches = false
    }

    /// What a look has found.
    private struct Found: Sendable {
        var changes: [(application: Int, people: Set<String>)] = []
        /// When somebody decides next.
        var due: Moment?
    }

    private let database: DatabaseQueue
    private let committee: Committee
    private let clock: @Sendable () -> Date
    private let state = Mutex(State())
    private let teller = Mutex<(@Sendable (Int, Set<String>) async -> Void)?>(nil)

    init(database: DatabaseQueue, committee: Committee, clock: @escaping @Sendable () -> Date) {
        self.database = database
        self.committee = committee
        self.clock = clock
    }

    /// Told which application has changed, and whose business that is.
    var tell: (@Sendable (Int, Set<String>) async -> Void)? {
        get { teller.withLock { $0 } }
        set { teller.withLock { $0 = newValue } }
    }

    /// Somebody listens from now on.
    ///
    /// - Returns: false where the database cannot be read now: then nothing would be told.
    func begin() async -> Bool {
        try? await database.read { [self] db in
            let newest = try Self.newest(db)
            state.withLock { if $0.last == nil { $0.last = newest } }
        }
        guard state.withLock({ $0.last != nil }) else { return false }
        watch()
        await look()
        return true
    }

    /// Nobody does any more.
    func end() {
        state.withLock { state in
            state.alarm?.cancel()
            (state.alarm, state.last) = (nil, nil)
        }
    }

    private func watch() {
        let isFirst = state.withLock { state in
            defer { state.watches = true }
            return !state.watches
        }
        // A database in memory has no path, and no others.
        guard isFirst, !database.path.isEmpty, database.path != ":memory:" else { return }
        DatabaseWatch.start(at: database.path) { [weak self] in
            guard let self else { return false }
            Task { await self.look() }
            return true
        }
    }

    /// After each call that may have changed something: tells what is new, and looks again when something is due.
    func look() async {
        guard state.withLock({ $0.last != nil }) else { return }
        // The database takes one at a time, so nothing is told twice.
        guard let found = try? await database.read({ [self] db in try found(db) }) else {
            // The database cannot be read now, or whoever called has gone meanwhile: it looks again, after a rest.
            return schedule(Moment(clock()))
        }
        schedule(found.due)
        guard let tell else { return }
        for change in found.changes { await tell(change.application, change.people) }
    }

    /// What a call did whose application is gone with it.
    func tellGone(_ application: Int, of people: Set<String>) async {
        guard state.withLock({ $0.last != nil }), let tell else { return }
        await tell(application, people)
    }

    private func found(_ db: Database) throws -> Found {
        var found = Found()
        let newest = try Self.newest(db)
        if let last = state.withLock({ $0.last }), newest > last {
            let changed = try Int.fetchAll(
                db, sql: "SELECT DISTINCT application FROM application_event WHERE number > ? ORDER BY application",
                arguments: [last])
            for id in changed { found.changes.append((id, try Self.people(of: id, db))) }
        }
        found.due = try due(db)
        // Not before all is read: what a look that fails had passed over would never be told.
        state.withLock { if $0.last != nil { $0.last = newest } }
        return found
    }

    private static func newest(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT MAX(number) FROM application_event") ?? 0
    }

    private static func people(of application: Int, _ db: Database) throws -> Set<String> {
        try String.fetchSet(
            db,
            sql: """
                SELECT applicant FROM application WHERE id = ?
                UNION SELECT user FROM application_member WHERE application = ?
                """,
            arguments: [application, application])
    }

    /// When the committee decides next, or somebody accepts an invitation.
    private func due(_ db: Database) throws -> Moment? {
        let submitted = try Int64.fetchOne(
            db, sql: "SELECT MIN(submitted) FROM application WHERE state = ?",
            arguments: [ApplicationState.submitted.rawValue])
        let invited = try DemoUser.all.compactMap { user in
            try Int64.fetchOne(db, sql: "SELECT MIN(time) FROM invitation WHERE email = ?", arguments: [user.email])
        }
        return ([submitted].compactMap(\.self) + invited).min().map {
            Moment(milliseconds: $0).advanced(by: committee.decisionDelay)
        }
    }

    private func schedule(_ due: Moment?) {
        let alarm = due.map { due in
            let left = due.milliseconds - Moment(clock()).milliseconds
            // What is overdue could not be written: it is tried again, but not without a rest.
            let wait = left > 0 ? min(left, Self.longest) : Self.rest
            return MultiThreadedEventLoopGroup.singleton.any().scheduleTask(in: .milliseconds(wait)) { [weak self] in
                guard let self else { return }
                Task { await self.decide() }
            }
        }
        state.withLock { state in
            state.alarm?.cancel()
            // Everybody may have left meanwhile.
            if state.last == nil { alarm?.cancel() }
            state.alarm = state.last == nil ? nil : alarm
        }
    }

    /// Lets happen what is due, as every call does.
    private func decide() async {
        let register = ApplicationRegister(database: database, committee: committee, clock: clock, news: self)
        do {
            // It ends with a look at what it did.
            try await register.transaction { _, _ in }
        } catch {
            await look()
        }
    }

    /// Milliseconds.
    private static let longest: Int64 = 86_400_000
    private static let rest: Int64 = 1000
}
