import FoundationEssentials
import GRDB
import PortalDomain

/// Opens a profile's drafts so that a save that returned is on the disk, whatever the disk is.
///
/// Opening is cheap: the database is looked through only after an error that puts it in doubt.
struct DraftsOpener: Sendable {
    let file: DraftsFile
    let options: StoreOptions

    /// Opens or creates the drafts; a damaged file is kept under another name and what it still holds is taken over.
    func open(notes: inout [KeptReason]) throws(StorageFailure) -> DraftsConnection {
        do { try PrivateFiles.makeDirectory(file.directory) } catch { throw failure(error) }
        // Over the mending of a damaged file too: two programs would move each other's new file aside.
        let turn = FolderTurn(in: file.directory)
        defer { withExtendedLifetime(turn) {} }
        do {
            try PrivateFiles.createIfMissing(file.path)
            keepPrivate()
            return try connect(notes: &notes)
        } catch let error where StorageFailure.isDamage(error) {
            return try replaceDamaged(notes: &notes)
        } catch {
            throw failure(error)
        }
    }

    /// Keeps the damaged file under another name and puts what can be read of it, and `known`, into a new one.
    func replaceDamaged(
        notes: inout [KeptReason], knowing known: Salvage = Salvage()
    ) throws(StorageFailure) -> DraftsConnection {
        do {
            let aside = try moveAside()
            let salvage = known.adding(.ofDamagedFile(aside))
            try PrivateFiles.createIfMissing(file.path)
            let connection = try connect(notes: &notes)
            try connection.queue.write { try salvage.merge(into: $0) }
            notes.append(.damagedAside(path: aside, drafts: salvage.drafts.count, isWhole: salvage.isWhole))
            return connection
        } catch {
            throw failure(error)
        }
    }

    /// A backup that was put back has the mode that it had there, and SQLite gives that to its journals. Whose file it is
    /// not cannot take anything away.
    private func keepPrivate() {
        for suffix in DraftsFile.suffixes {
            try? PrivateFiles.keepPrivate(file.path + suffix, mode: 0o600, followsLinks: true)
        }
    }

    // MARK: Connecting

    private func connect(notes: inout [KeptReason]) throws -> DraftsConnection {
        let connection =
            switch options.fileSystem(file.directory) {
            case .local: try connectLocally(notes: &notes)
            case .network: try connect(.rollback)
            }
        try migrate(connection.queue)
        if PrivateFiles.exists(file.doubtPath) { try lookThrough(connection.queue) }
        if connection.isExclusive { announceHolder() }
        return connection
    }

    private func connectLocally(notes: inout [KeptReason]) throws -> DraftsConnection {
        do {
            return try connect(.writeAheadLog)
        } catch let error where StorageFailure.mayBeFullDisk(error) {
            let connection = try connect(.asItIs)
            notes.append(.readOnly(failure(error).shortage, path: file.path))
            return connection
        }
    }

    func failure(_ error: any Error) -> StorageFailure {
        StorageFailure(error, file: file, refusal: options.refusal)
    }

    private func connect(_ journal: JournalPlan) throws -> DraftsConnection {
        var configuration = Configuration()
        configuration.label = "drafts"
        configuration.busyMode = .timeout(journal.patience)
        let maximumPages = options.maximumPages
        configuration.prepareDatabase { database in
            try journal.prepare(database)
            if let maximumPages { try database.execute(sql: "PRAGMA max_page_count = \(maximumPages)") }
        }
        let queue = try DatabaseQueue(path: file.path, configuration: configuration)
        return DraftsConnection(
            queue: queue, identity: PrivateFiles.identity(file.path), isExclusive: journal != .writeAheadLog)
    }

    private func migrate(_ queue: DatabaseQueue) throws {
        let migrator = DraftSchema.migrator
        try queue.read { try refuseOthers($0, migrator) }
        if try queue.read(migrator.hasCompletedMigrations) { return }
        // Two programs that start for the first time both begin: whoever comes second to a step fails at it and goes
        // on with the next, so as many failures as there are steps may be another's progress.
        var failure: (any Error)?
        for _ in migrator.migrations {
            do { return try migrator.migrate(queue) } catch { failure = error }
            if try queue.read(migrator.hasCompletedMigrations) { return }
        }
        if let failure { throw failure }
    }

    /// Migrations are only ever appended: a newer version's file has all of ours and others besides. A name that is not
    /// known where one of ours is missing is damage, and the drafts are read out of the file.
    private func refuseOthers(_ database: Database, _ migrator: DatabaseMigrator) throws {
        let (applied, known) = (try migrator.appliedIdentifiers(database), Set(migrator.migrations))
        if applied.isEmpty, try holdsOthersTables(database) { throw StorageFailure.Cause.damaged }
        guard !applied.isSubset(of: known) else { return }
        throw applied.isSuperset(of: known) ? StorageFailure.Cause.newerVersion : .damaged
    }

    /// Whether there are tables although none of ours was made yet: it is another program's database.
    private func holdsOthersTables(_ database: Database) throws -> Bool {
        let sql =
            "SELECT EXISTS (SELECT * FROM sqlite_master WHERE tbl_name NOT IN ('grdb_migrations', 'sqlite_sequence'))"
        return try Bool.fetchOne(database, sql: sql) ?? false
    }

    private func lookThrough(_ queue: DatabaseQueue) throws {
        let verdict = try queue.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
        guard verdict == "ok" else { throw StorageFailure.Cause.damaged }
        try? FileManager.default.removeItem(atPath: file.doubtPath)
    }

    /// Without the file others learn less, nothing else: a failure to write it is no failure.
    private func announceHolder() {
        try? PrivateFiles.replace(file.holderPath, with: Data("\(options.holder.words)\n".utf8))
    }

    // MARK: Damage

    /// Renames the database and its journals, and gives the database's new path.
    private func moveAside() throws -> String {
        let date = options.now().formatted(
            .iso8601.year().month().day().time(includingFractionalSeconds: false)
                .dateSeparator(.omitted).timeSeparator(.omitted))
        var base = "\(file.directory)/drafts-damaged-\(date)"
        while PrivateFiles.exists(base + ".sqlite") { base += "-again" }
        let aside = base + ".sqlite"
        for suffix in DraftsFile.suffixes where PrivateFiles.exists(file.path + suffix) {
            try FileManager.default.moveItem(atPath: file.path + suffix, toPath: aside + suffix)
        }
        try? FileManager.default.removeItem(atPath: file.doubtPath)
        return aside
    }
}
