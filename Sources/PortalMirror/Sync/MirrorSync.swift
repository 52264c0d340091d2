import FoundationEssentials
import GRDB
import PortalDomain

/// How far a mirror's filling is, for whoever waits.
public struct SyncProgress: Hashable, Sendable {
    /// What is done.
    public enum Work: String, Hashable, Sendable {
        /// The first filling, the look at what is new, the search for what was deleted, and the full records.
        case filling, refreshing, sweeping, records
    }

    /// What is done.
    public var work: Work
    /// How many datasets are through it.
    public var done: Int
    /// Of how many; nil before the portal has told.
    public var total: Int?

    public init(work: Work, done: Int, total: Int?) {
        self.work = work
        self.done = done
        self.total = total
    }
}

/// What became of a run.
public struct SyncReport: Hashable, Sendable {
    /// Datasets that were not here before, that differ, and that are gone.
    public var new = 0
    /// See `new`.
    public var changed = 0
    /// See `new`.
    public var removed = 0
    /// Full records that were read.
    public var records = 0
    /// How many calls were made.
    public var calls = 0
    /// How many of the portal's records cannot be kept: without an id, or with the id of another.
    public var left = 0
    /// How complete the mirror is now.
    public var state: MirrorState

    public init(state: MirrorState) { self.state = state }
}

/// Fills a mirror from a portal and keeps it up to date: one call after the other, each page a transaction.
///
/// It may be cancelled, and its program killed, at any point; the next run goes on there. Waiting is the services' own:
/// what a portal asks for (`Retry-After`) is waited for behind the call.
public struct MirrorSync: Sendable {
    private let writer: MirrorWriter
    private let discovery: DiscoveryService
    private let rows: Int
    private let now: @Sendable () -> Date

    /// - Parameters:
    ///   - rows: how many records are asked for at once; services give at most 1,000.
    ///   - now: the time.
    public init(
        _ writer: MirrorWriter, from discovery: DiscoveryService, rows: Int = 1000,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.writer = writer
        self.discovery = discovery
        self.rows = max(rows, 1)
        self.now = now
    }

    /// Brings everything that a list shows up to date.
    ///
    /// - Throws: what the portal or the disk said. What was read until then is kept.
    public func run(_ tell: @escaping @Sendable (SyncProgress) -> Void = { _ in }) async throws(PortalError)
        -> SyncReport
    {
        var planner = SyncPlanner(try await state())
        var report = SyncReport(state: try await writer.read { try MirrorState($0) })
        if let filters = await filters() { try await writer.take(filters) }
        report.calls += 1
        var asked: (step: SyncPlanner.Step, answer: Task<Result<SearchPage, PortalError>, Never>)?
        defer { asked?.answer.cancel() }
        while true {
            let step = planner.next
            switch step {
            case .done: return try await finished(planner, report)
            case .judgeSweep:
                let (removed, calls) = try await judgeSweep(&planner)
                report.removed += removed
                report.calls += calls
            case .ask(let start, let rows, _):
                let answer: Task<Result<SearchPage, PortalError>, Never>
                if let asked, asked.step == step {
                    answer = asked.answer
                } else {
                    asked?.answer.cancel()
                    answer = ask(step)
                }
                report.calls += 1
                let page = try await Self.value(of: answer).get()
                // While a page is written the next one is asked for: still one call at a time.
                asked = follow(planner, page, start, rows).map { ($0, ask($0)) }
                let phase = planner.state.phase
                let outcome = try await take(page, &planner, start, rows)
                report.new += outcome.new
                report.changed += outcome.changed
                tell(planner.progress(outcome, in: phase))
            }
        }
    }

    private static func value(
        of answer: Task<Result<SearchPage, PortalError>, Never>
    ) async -> Result<SearchPage, PortalError> {
        await withTaskCancellationHandler {
            await answer.value
        } onCancel: {
            answer.cancel()
        }
    }

    private func ask(_ step: SyncPlanner.Step) -> Task<Result<SearchPage, PortalError>, Never> {
        Task {
            guard case .ask(let start, let rows, let sort) = step else { return .success(.nothing(start: 0)) }
            do throws(PortalError) {
                return .success(try await discovery.search(SearchQuery(sort: sort), start, rows))
            } catch {
                return .failure(error)
            }
        }
    }

    /// The step that follows where the page holds no surprise. Its answer is thrown away where it does.
    private func follow(
        _ planner: SyncPlanner, _ page: SearchPage, _ start: Int, _ rows: Int
    ) -> SyncPlanner.Step? {
        guard planner.state.phase != .refreshing, !page.results.isEmpty else { return nil }
        var guess = planner
        guess.took(
            PageOutcome(rows: page.results.count, beginsKnown: true), total: page.total, start: start, rows: rows)
        guard case .ask = guess.next, guess.state.phase == planner.state.phase else { return nil }
        return guess.next
    }

    private func take(
        _ page: SearchPage, _ planner: inout SyncPlanner, _ start: Int, _ rows: Int
    ) async throws(PortalError) -> PageOutcome {
        let before = planner
        let time = now()
        let outcome = try await writer.take(page.results, isSweeping: planner.state.phase == .sweeping) {
            database, outcome in
            var after = before
            after.took(outcome, total: page.total, start: start, rows: rows)
            if after.beginsSweep { try database.execute(sql: "DELETE FROM sweep") }
            try after.save(database, at: time)
        }
        planner.took(outcome, total: page.total, start: start, rows: rows)
        return outcome
    }

    /// What was not seen is gone, if all that there is was seen; else each is asked for, as far as they are few.
    private func judgeSweep(_ planner: inout SyncPlanner) async throws(PortalError) -> (removed: Int, calls: Int) {
        let total = planner.state.total ?? 0
        let unreadable = planner.state.unreadable
        let (unseen, seen) = try await writer.read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT number, id FROM dataset WHERE number NOT IN (SELECT number FROM sweep)")
            return (
                rows.map { (number: $0[0] as Int, id: $0[1] as String) },
                try Int.fetchOne(database, sql: "SELECT count(*) FROM sweep") ?? 0
            )
        }
        let isComplete = seen + unreadable >= total
        var gone = unseen.map(\.number)
        var calls = 0
        if !isComplete {
            gone = []
            for dataset in unseen.prefix(Self.mostAskedFor) {
                calls += 1
                do throws(PortalError) { _ = try await discovery.dataset(DatasetID(dataset.id)) } catch {
                    guard error.kind == .notFound else { throw error }
                    gone.append(dataset.number)
                }
            }
        }
        let removed = gone
        try await writer.remove(removed)
        let count = try await writer.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM dataset") ?? 0 }
        planner.judgedSweep(count: count)
        return (removed.count, calls)
    }

    private static let mostAskedFor = 200

    private func finished(_ planner: SyncPlanner, _ report: SyncReport) async throws(PortalError) -> SyncReport {
        let time = now()
        try await writer.write { database, _ in
            try database.execute(sql: "DELETE FROM sweep")
            try planner.save(database, at: time)
        }
        var report = report
        report.state = try await writer.read { try MirrorState($0) }
        report.left = max((planner.state.total ?? 0) - report.state.datasets, 0)
        guard planner.state.phase != .endedEarly else {
            throw MirrorFailure(path: writer.path).error(
                .endedEarly(known: report.state.datasets, total: planner.state.total ?? 0), MirrorWriter.operation)
        }
        return report
    }

    private func state() async throws(PortalError) -> SyncState {
        let kept = try await writer.read { try MirrorMeta(database: $0)[.sync] }
        let state = kept.flatMap { try? JSONDecoder().decode(SyncState.self, from: Data($0.utf8)) }
        return state ?? SyncState(rows: rows)
    }

    /// A portal that cannot be filtered is mirrored all the same.
    private func filters() async -> [Filter]? { try? await discovery.filters() }
}

extension SyncPlanner {
    /// - Parameter phase: before the page.
    fileprivate func progress(_ outcome: PageOutcome, in phase: SyncState.Phase) -> SyncProgress {
        switch phase {
        case .filling: SyncProgress(work: .filling, done: outcome.count, total: state.total)
        case .sweeping: SyncProgress(work: .sweeping, done: state.position, total: state.total)
        case .refreshing, .whole, .endedEarly:
            SyncProgress(work: .refreshing, done: outcome.count, total: state.total)
        }
    }

    /// Part of the transaction of a page.
    fileprivate func save(_ database: Database, at time: Date) throws {
        let meta = MirrorMeta(database: database)
        try meta.set(.sync, String(decoding: try JSONEncoder().encode(state), as: UTF8.self))
        try meta.set(.total, state.total.map { String($0) })
        guard state.phase == .whole else { return }
        try meta.set(.checkedAt, time)
        try meta.set(.wholeAt, time)
    }
}
