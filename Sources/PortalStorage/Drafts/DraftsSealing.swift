import FoundationEssentials
import GRDB
import Glibc
import PortalDomain

/// Lets everything private in a profile's drafts file follow the lock: sealed where it has to be, open where it has not.
///
/// It is one transaction: a program that is killed leaves all as it was, or all as it is to be. What is sealed says so
/// itself, so that a file with both opens too.
public struct DraftsSealing: Sendable {
    /// What a drafts file holds.
    public struct Count: Hashable, Sendable {
        /// Drafts and their forms that are sealed.
        public var sealed = 0
        /// And that are not.
        public var plain = 0
        /// Left as they are: sealed with another key, damaged, or of a newer version.
        public var left = 0
    }

    private let file: DraftsFile
    private let options: StoreOptions

    /// - Parameter folder: a profile's, absolute, without a slash at its end.
    public init(folder: String, options: StoreOptions) {
        file = DraftsFile(directory: folder)
        self.options = options
    }

    /// Where the drafts are.
    public var path: String { file.path }

    /// Whether the profile has a drafts file.
    public var isThere: Bool { PrivateFiles.exists(file.path) }

    /// What is there, without a key.
    public func count() throws(PortalError) -> Count {
        try withDatabase { database throws(PortalError) in
            try database.read(Self.reading) { database in
                var count = Count()
                for row in try Row.fetchAll(database, sql: "SELECT * FROM draft") {
                    guard let draft = try? DraftRow(row: row) else {
                        count.left += 1
                        continue
                    }
                    if draft.isSealed { count.sealed += 1 } else { count.plain += 1 }
                }
                for draft in try String.fetchAll(database, sql: "SELECT draft FROM draftForm") {
                    if try DraftFormRow.sealedForm(of: draft, in: database) == nil {
                        count.plain += 1
                    } else {
                        count.sealed += 1
                    }
                }
                return count
            }
        }
    }

    /// Seals, or opens, what is not as the lock says. On the disk when it returns.
    ///
    /// - Returns: what is there afterwards.
    public func follow() throws(PortalError) -> Count {
        try withDatabase { database throws(PortalError) in
            try database.maintain(Self.sealing) { database in
                // What is written over leaves nothing behind in the file.
                _ = try Row.fetchOne(database, sql: "PRAGMA secure_delete = ON")
                try database.inTransaction(.immediate) {
                    try follow(in: database)
                    return .commit
                }
            }
            try clean(database)
        }
        return try count()
    }

    private func follow(in database: Database) throws {
        let seal = options.seal
        for row in try Row.fetchAll(database, sql: "SELECT * FROM draft") {
            // What this version cannot read, or this key not open, is left as it is.
            guard let draft = try? DraftRow(row: row) else { continue }
            let opened: DraftRow
            do {
                opened = try draft.opened(by: seal)
            } catch PrivateSeal.Refusal.locked { throw PrivateSeal.Refusal.locked } catch { continue }
            let kept = try opened.sealed(by: seal)
            // Before it takes the place of the words it is seen to give them back.
            guard try kept.opened(by: seal).draft == opened.draft else { throw PrivateSeal.Refusal.damaged }
            if kept.isSealed != draft.isSealed { try kept.save(database) }
        }
        for draft in try String.fetchAll(database, sql: "SELECT draft FROM draftForm") {
            guard let form = DraftFormRow.form(of: DraftID(draft), in: database, by: seal) else { continue }
            try DraftFormRow(draft: draft, application: form).keep(in: database, by: seal)
        }
    }

    /// Log and free pages hold what was there before. Another program that has the file open keeps them in use: then it
    /// is said, and done again another time.
    private func clean(_ database: DraftsDatabase) throws(PortalError) {
        try database.maintain(Self.cleaning) { database in
            _ = try? Row.fetchAll(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            try database.execute(sql: "VACUUM")
            let rows = try Row.fetchAll(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            // The first number says that a reader was in the way; where there is no log it is 0.
            let isBusy = rows.first.map { ($0[0] as Int?) ?? 0 } ?? 0
            guard isBusy == 0 else { throw StorageFailure.Cause.inUse }
        }
    }

    /// Words of an earlier run that the disk did not take, and that the next start takes over.
    public var hasRescued: Bool { !RescuedDrafts.find(of: file, in: options.rescue).isEmpty }

    /// Copies the file as it is, and takes what is sealed out of it: for when no key opens it any more.
    ///
    /// - Returns: the copy's path; nil where nothing is sealed.
    public func putAside() throws(PortalError) -> String? {
        guard try count().sealed > 0 else { return nil }
        var aside = file.directory + "/drafts-locked-1.sqlite"
        var number = 1
        while PrivateFiles.exists(aside) {
            number += 1
            aside = file.directory + "/drafts-locked-\(number).sqlite"
        }
        let copy = aside
        try withDatabase { database throws(PortalError) in
            try database.maintain(Self.sealing) { database in
                let temporary = copy + ".part"
                unlink(temporary)
                try PrivateFiles.createIfMissing(temporary)
                try database.execute(sql: "VACUUM INTO ?", arguments: [temporary])
                try PrivateFiles.force(temporary)
                guard rename(temporary, copy) == 0 else { throw FileFailure(copy) }
                try PrivateFiles.force(file.directory)
                // What another program has written since is not in the copy, and stays.
                try database.execute(sql: "ATTACH ? AS aside", arguments: [copy])
                defer { try? database.execute(sql: "DETACH aside") }
                try database.inTransaction(.immediate) {
                    try database.execute(
                        sql: """
                            DELETE FROM main.draft WHERE typeof(answers) = 'blob' AND EXISTS (
                              SELECT 1 FROM aside.draft AS kept WHERE kept.id = main.draft.id AND kept.answers = main.draft.answers)
                            """)
                    try database.execute(
                        sql: """
                            DELETE FROM main.draftForm WHERE typeof(application) = 'blob' AND draft NOT IN
                              (SELECT id FROM main.draft)
                            """)
                    return .commit
                }
            }
        }
        return copy
    }

    private static let reading = "reading the drafts"
    private static let sealing = "sealing the drafts"
    private static let cleaning = "cleaning the drafts file"

    private func withDatabase<Value>(
        _ body: (DraftsDatabase) throws(PortalError) -> Value
    ) throws(PortalError) -> Value {
        let database: DraftsDatabase
        do throws(StorageFailure) {
            database = try DraftsDatabase(DraftsOpener(file: file, options: options))
        } catch { throw error.portalError(during: Self.reading) }
        defer { database.close(releasing: options.holder) }
        return try body(database)
    }
}
