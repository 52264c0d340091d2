import FoundationEssentials
import GRDB
import PortalDomain

/// Who writes a draft, as it stands beside the draft: two programs never write the same one.
struct Lease: Codable, Hashable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "lease"

    /// After so long without a save a holder that cannot be observed is taken for gone, in seconds.
    static let expiry: TimeInterval = 15 * 60
    /// A lease younger than this is not written again, in seconds.
    static let freshness: TimeInterval = 60

    var draft: String
    var host: String
    var process: Int32
    var started: String
    var namespace: String
    /// Seconds since 2001.
    var refreshed: TimeInterval

    init(draft: DraftID, holder: LeaseHolder, at time: Date) {
        self.draft = draft.rawValue
        host = holder.host
        process = holder.process
        started = holder.started
        namespace = holder.namespace
        refreshed = time.timeIntervalSinceReferenceDate
    }

    var holder: LeaseHolder {
        LeaseHolder(host: host, process: process, started: started, namespace: namespace)
    }

    /// Whether the draft is another's at `time`.
    ///
    /// A process of this machine is asked for; of another machine only the age is known. Clocks differ between
    /// machines, so a refresh that seems to lie ahead counts by its distance too.
    func keepsOut(_ other: LeaseHolder, at time: Date) -> Bool {
        if holder == other { return false }
        if holder.isObservable(from: other) { return holder.isRunning }
        return abs(time.timeIntervalSinceReferenceDate - refreshed) < Self.expiry
    }

    /// Takes or refreshes the lease of a draft within the transaction of what is written under it.
    static func take(_ draft: DraftID, by holder: LeaseHolder, at time: Date, in database: Database) throws {
        if let lease = try Lease.fetchOne(database, key: ["draft": draft.rawValue]) {
            if lease.keepsOut(holder, at: time) { throw HeldElsewhere(holder: lease.holder) }
            let age = time.timeIntervalSinceReferenceDate - lease.refreshed
            if lease.holder == holder, (0..<freshness).contains(age) { return }
        }
        try Lease(draft: draft, holder: holder, at: time).save(database)
    }

    /// Throws when another program holds another draft of the same application: programs that started before a draft
    /// was made know it only by the service's number.
    static func refuse(
        _ application: ApplicationID, beside draft: DraftID, to holder: LeaseHolder, at time: Date,
        in database: Database
    ) throws {
        let others = try Lease.fetchAll(
            database,
            sql: "SELECT lease.* FROM lease JOIN draft ON draft.id = lease.draft WHERE application = ? AND id <> ?",
            arguments: [application.rawValue, draft.rawValue])
        if let held = others.first(where: { $0.keepsOut(holder, at: time) }) {
            throw HeldElsewhere(holder: held.holder)
        }
    }

    /// Gives back every lease of a holder, or the one of a draft.
    static func release(_ draft: DraftID? = nil, by holder: LeaseHolder, in database: Database) throws {
        var leases = Lease.filter { $0.host == holder.host && $0.process == holder.process }
            .filter { $0.started == holder.started && $0.namespace == holder.namespace }
        if let draft { leases = leases.filter { $0.draft == draft.rawValue } }
        try leases.deleteAll(database)
    }

    enum Columns {
        static let draft = Column("draft")
        static let host = Column("host")
        static let process = Column("process")
        static let started = Column("started")
        static let namespace = Column("namespace")
    }
}

/// A draft is open in another running program.
struct HeldElsewhere: Error {
    var holder: LeaseHolder
}
