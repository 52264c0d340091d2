import FoundationEssentials
import GRDB
import PortalDomain

/// All that the drafts file holds, read in one transaction.
struct StoredContents {
    private(set) var drafts: [Draft] = []
    /// Drafts that this version does not understand. They stay in the file.
    private(set) var unreadable = 0
    private let basket: [BasketItem]
    private let seen: [ApplicationID: ApplicationState]
    private let leases: [Lease]
    private let submissions: [Submission]

    init(_ database: Database, seal: PrivateSeal) throws {
        basket = Self.readable(try Row.fetchAll(database, sql: "SELECT * FROM basket ORDER BY position"))
            .map { (row: BasketRow) in row.dataset.item }
        let pairs = Self.readable(try Row.fetchAll(database, sql: "SELECT * FROM seen")).map { (row: SeenRow) in
            (row.application.id, ApplicationState(serviceValue: row.state))
        }
        seen = Dictionary(pairs) { _, last in last }
        submissions = Self.readable(try Row.fetchAll(database, sql: "SELECT * FROM submission ORDER BY time DESC"))
            .compactMap { (row: SubmissionRow) in row.submission }
        leases = Self.readable(try Row.fetchAll(database, sql: "SELECT * FROM lease"))
        let rows = try Row.fetchAll(database, sql: "SELECT * FROM draft ORDER BY modified DESC, created DESC, id")
        drafts = Self.readable(rows).compactMap { (row: DraftRow) in (try? row.opened(by: seal))?.draft }
        unreadable = rows.count - drafts.count
    }

    /// One row that cannot be understood never hides the others.
    private static func readable<Record: FetchableRecord>(_ rows: [Row]) -> [Record] {
        rows.compactMap { try? Record(row: $0) }
    }

    func state(for holder: LeaseHolder, at time: Date) -> StoredState {
        let held = leases.filter { $0.keepsOut(holder, at: time) }.map { (DraftID($0.draft), $0.holder.words) }
        var state = StoredState(
            basket: basket, drafts: drafts, seen: seen, heldElsewhere: Dictionary(held) { _, last in last })
        state.submissions = submissions
        return state
    }
}
