import PortalDomain

/// How far the filling of a mirror has come. It lies in the mirror itself and changes with the page that it tells of.
struct SyncState: Codable, Equatable, Sendable {
    enum Phase: String, Codable {
        /// Everything is read for the first time, the newest first.
        case filling
        /// What is new is read: the newest first, until nothing differs.
        case refreshing
        /// Everything is read again, because the numbers do not agree: something was deleted, or missed.
        case sweeping
        /// As far as the portal has told, everything is here.
        case whole
        /// The portal gives no more, and says that it has more.
        case endedEarly
    }

    var phase = Phase.filling
    /// The place in the portal's order of the first record that was not read yet.
    var position = 0
    /// So many records are asked for at once: fewer than at first where the portal gives fewer.
    var rows: Int
    /// What the portal said last that it has.
    var total: Int?
    /// How many of them are not here although everything was read: without an id, or with the id of another. Nil until
    /// everything was read for the first time.
    var difference: Int?
    /// What the last sweep left; the portal may have changed meanwhile, so that only the same a second time counts.
    var suspected: Int?
    /// Records that could not be read, in the reading that is under way.
    var unreadable = 0
    /// Steps back, and pages without anything, in a row.
    var stumbles = 0
    /// Records in a row that were all read before; nil for none.
    var barren: Int?

    init(rows: Int) { self.rows = rows }
}

/// Decides what is asked of a portal next, from what it said last. No clock, no disk, no network.
///
/// A portal changes while it is read. Its newest datasets come first, so that what is added or changed meanwhile is in
/// front, where it is looked for at the end; what is deleted moves the rest forward, which is noticed because each page
/// begins with datasets that the last one ended with. Whatever is read twice is written once.
struct SyncPlanner: Equatable, Sendable {
    private(set) var state: SyncState
    /// Before anything else the datasets that are marked as seen have to be forgotten.
    private(set) var beginsSweep = false

    enum Step: Equatable, Sendable {
        case ask(start: Int, rows: Int, sort: SearchSort)
        /// Everything was read again: what was not among it is gone.
        case judgeSweep
        case done
    }

    /// - Parameter state: of the last run, whatever ended it.
    init(_ state: SyncState) {
        self.state = state
        self.state.stumbles = 0
        self.state.barren = nil
        switch state.phase {
        case .filling: break
        // A sweep of long ago says nothing of what was deleted since.
        case .refreshing, .sweeping, .whole, .endedEarly: begin(.refreshing)
        }
    }

    /// So many datasets are read again, to see that none was left out between two pages.
    private var overlap: Int { min(20, state.rows / 4) }
    /// What is new is seldom much.
    private static let firstLook = 100
    private static let mostStumbles = 8
    private static let mostBarren = 100

    var next: Step {
        switch state.phase {
        case .filling: .ask(start: max(state.position - overlap, 0), rows: state.rows, sort: .newest)
        case .refreshing:
            .ask(
                start: state.position, rows: state.position == 0 ? min(Self.firstLook, state.rows) : state.rows,
                sort: .newest)
        case .sweeping:
            isSwept
                ? .judgeSweep : .ask(start: max(state.position - overlap, 0), rows: state.rows, sort: .recentlyAdded)
        case .whole, .endedEarly: .done
        }
    }

    private var isSwept: Bool { state.total.map { state.position >= $0 } ?? false }

    /// - Parameters:
    ///   - total: what the portal says that it has.
    ///   - start: of the page, and how many records were asked for.
    mutating func took(_ outcome: PageOutcome, total: Int, start: Int, rows: Int) {
        beginsSweep = false
        state.total = total
        state.unreadable += outcome.unreadable
        switch state.phase {
        case .filling: read(outcome, total, start, rows) { $0.begin(.refreshing, keepingUnreadable: true) }
        case .sweeping: read(outcome, total, start, rows) { _ in }
        case .refreshing:
            state.position = start + outcome.rows
            let isKnown = outcome.new == 0 && outcome.changed == 0
            if isKnown || outcome.rows == 0 || state.position >= total { compare(outcome.count, total) }
        case .whole, .endedEarly: break
        }
    }

    /// - Parameter count: how many are here, after what is gone was removed.
    mutating func judgedSweep(count: Int) {
        let difference = (state.total ?? count) - count
        state.difference = difference == 0 || difference == state.suspected ? difference : nil
        state.suspected = difference
        state.phase = .whole
    }

    private mutating func read(
        _ outcome: PageOutcome, _ total: Int, _ start: Int, _ rows: Int, atEnd end: (inout SyncPlanner) -> Void
    ) {
        if outcome.rows == 0, start < total {
            // It may give fewer at once, or none from some place on.
            state.stumbles += 1
            state.rows = max(state.rows / 2, 10)
            if state.stumbles >= Self.mostStumbles { giveUp() }
            return
        }
        if start > 0, overlap > 0, !outcome.beginsKnown, state.stumbles < Self.mostStumbles {
            // More was deleted than what pages share: back until something known is there.
            state.stumbles += 1
            state.position = max(start - rows + 2 * overlap, 0)
            return
        }
        if outcome.rows < rows, start + outcome.rows < total { state.rows = max(outcome.rows, 1) }
        let before = state.position
        state.position = max(start + outcome.rows, 0)
        if state.position <= before, state.position < total {
            // Pages that bring less than they share lead nowhere.
            state.stumbles += 1
            if state.stumbles >= Self.mostStumbles { return giveUp() }
        } else if outcome.isAllKnown, state.position < total {
            // What was added in front moves what was read on to later pages; without end, it is the same page again.
            state.stumbles += 1
            state.barren = (state.barren ?? 0) + outcome.rows
            if state.stumbles >= Self.mostStumbles, state.barren ?? 0 >= Self.mostBarren { return giveUp() }
        } else {
            state.stumbles = 0
            state.barren = nil
        }
        if state.position >= total { end(&self) }
    }

    /// What comes behind a place is not to be had there.
    private mutating func giveUp() {
        state.phase = .endedEarly
    }

    private mutating func compare(_ count: Int, _ total: Int) {
        let difference = total - count
        if difference == state.difference || difference == 0 {
            state.difference = difference
            state.phase = .whole
        } else {
            begin(.sweeping)
            beginsSweep = true
        }
    }

    private mutating func begin(_ phase: SyncState.Phase, keepingUnreadable: Bool = false) {
        state.phase = phase
        state.position = 0
        if !keepingUnreadable { state.unreadable = 0 }
        state.stumbles = 0
        state.barren = nil
    }
}
