import FoundationEssentials
import Glibc
import JSONStream
import PortalDomain
import Synchronization

/// What a portal's services have answered, kept in the cache of a profile: bounded, a throw-away, and never another
/// person's.
///
/// The file is opened when the first answer is looked for, off the thread that asks. Nothing here fails in words to the
/// person: `log` is told, and the program goes on without.
public final class AnswerStore: Sendable {
    /// Which portal answers: addresses, dialects and language, since a profile's portal may move. Answers of one are
    /// nothing to another; those in another language are better than none.
    private let portal: KeptPortal
    private let asker: @Sendable () async -> Asker?
    private let now: @Sendable () -> Date
    private let file: AnswersFile
    private let results: ResultsCache
    private let limit: Int
    private let remembersResults: Bool
    private let keepsPrivate: @Sendable () -> Bool
    private let forgettings = Mutex(0)
    /// The results that the next start shows first, as far as this program knows.
    private let lastResults = Mutex<(query: SearchQuery, at: Date)?>(nil)

    /// - Parameters:
    ///   - portal: addresses and dialects.
    ///   - language: the tag in which the portal is asked (ISO 639-1).
    ///   - asker: in whose name calls are made at this moment; nil when it cannot be found out.
    ///   - remembersResults: whether the next start of the screen begins with the results of a search.
    ///   - keepsPrivate: whether answers about one's own requests may lie on the disk as they are.
    public convenience init(
        profile: String, portal: String, language: String, in directories: StorageDirectories,
        asker: @escaping @Sendable () async -> Asker?, now: @escaping @Sendable () -> Date = { Date() },
        remembersResults: Bool = true, keepsPrivate: @escaping @Sendable () -> Bool = { true },
        log: @escaping @Sendable (String) -> Void = { _ in }
    ) throws(PortalError) {
        let folder = try StorageDirectories.folder(forProfile: profile)
        self.init(
            directory: directories.cache + "/" + folder, portal: portal, language: language, asker: asker, now: now,
            limit: AnswerTable.limit, remembersResults: remembersResults, keepsPrivate: keepsPrivate, log: log)
    }

    /// - Parameter limit: of the file, in bytes.
    init(
        directory: String, portal: String, language: String = "", asker: @escaping @Sendable () async -> Asker?,
        now: @escaping @Sendable () -> Date, limit: Int, remembersResults: Bool = true,
        keepsPrivate: @escaping @Sendable () -> Bool = { true },
        log: @escaping @Sendable (String) -> Void
    ) {
        self.portal = KeptPortal(name: portal, language: language)
        self.asker = asker
        self.now = now
        self.limit = limit
        self.remembersResults = remembersResults
        self.keepsPrivate = keepsPrivate
        file = AnswersFile(directory: directory, log: log) { try AnswerTable(database: $0).forgetOld(at: now()) }
        results = ResultsCache(directory: directory, log: log)
    }

    /// The store as the model uses it.
    public var cache: AnswerCache {
        AnswerCache(
            recall: { await self.recall($0) }, mark: { await self.mark() },
            keep: { await self.keep($0, answering: $1, since: $2) }, forget: { self.forget($0) })
    }

    // MARK: Start and end

    /// The results for the first screen, read on the calling thread in a few milliseconds.
    /// - Parameter asker: in whose name the first calls will be made.
    public func loadLastResults(for asker: Asker?) -> StoredResults? {
        guard let asker, let stored = results.load(portal: portal.text, owner: asker.owner) else { return nil }
        lastResults.withLock { $0 = (stored.query, stored.at) }
        return stored
    }

    /// Removes what was answered to anybody who was signed in, from the disk too.
    ///
    /// Throws when something may be left.
    public func forgetPrivate() async throws(PortalError) {
        forgettings.withLock { $0 += 1 }
        do throws(FileFailure) {
            let failure = await file.inOrder { [results] in results.removePrivate() }
            if let failure { throw failure }
            let isDone: Void? = await file.perform(makesFile: false) { try AnswerTable(database: $0).forgetPrivate() }
            if isDone == nil { try await file.delete() }
        } catch {
            throw PortalError(
                .local, operation: "removing kept answers",
                because: .kept(.answersNotRemoved(path: error.path)))
        }
    }

    /// Waits for what is on its way into the file. Nothing is kept afterwards.
    public func close() { file.close() }

    // MARK: What the model asks

    private func recall(_ question: Question) async -> KeptAnswer? {
        guard let asker = await asker(), let key = AnswerKey(question, portal: portal, asker: asker) else { return nil }
        let now = now()
        let found = await file.perform(makesFile: false) { try AnswerTable(database: $0).find(key, at: now) }
        guard let (answer, at) = found ?? nil else { return await recallElsewhere(key) }
        let age = now.timeIntervalSince(at)
        let kept = KeptAnswer(answer, at: at, isFresh: age >= 0 && age < AnswerCache.freshness)
        if case .search(let query, 0, _) = question, case .page(let page) = answer, kept.isFresh {
            keepForNextStart(StoredResults(query: query, page: page, at: at), owner: key.owner)
        }
        return kept
    }

    /// What was answered in another language is shown where nothing else is there; it is never as good as asking.
    private func recallElsewhere(_ key: AnswerKey) async -> KeptAnswer? {
        guard !portal.language.isEmpty else { return nil }
        let found = await file.perform(makesFile: false) { try AnswerTable(database: $0).findElsewhere(key) }
        return (found ?? nil).map { KeptAnswer($0.answer, at: $0.at, isFresh: false, language: $0.language) }
    }

    private func mark() async -> AskingMark {
        let count = forgettings.withLock { $0 }
        return AskingMark(asker: await asker(), forgettings: count)
    }

    private func keep(_ question: Question, answering answer: Answer, since mark: AskingMark) async {
        guard let asker = mark.asker, await self.asker() == asker,
            let key = AnswerKey(question, portal: portal, asker: asker)
        else { return }
        guard keepsPrivate() || !question.handling.isPrivate,
            let contents = try? JSONStream.encode(answer, dates: .seconds)
        else { return }
        let (now, limit) = (now(), limit)
        // What is forgotten from here on is forgotten behind this one, in the same queue.
        forgettings.withLock { count in
            guard count == mark.forgettings else { return }
            file.enqueue {
                try AnswerTable(database: $0).keep(Data(contents), of: answer, as: key, at: now, limit: limit)
            }
            guard case .search(let query, 0, _) = question, case .page(let page) = answer else { return }
            keepForNextStart(StoredResults(query: query, page: page, at: now), owner: key.owner)
        }
    }

    private func forget(_ change: ChangedRequest) {
        forgettings.withLock { count in
            count += 1
            let questions = [Question.applications, .entitlements].compactMap {
                AnswerKey($0, portal: portal, asker: .somebody("anybody"))?.question
            }
            file.enqueue(makesFile: false) { [portal] database in
                try AnswerTable(database: database).forget(change, portal: portal, questions: questions)
            }
        }
    }

    private func keepForNextStart(_ stored: StoredResults, owner: String) {
        guard remembersResults else { return }
        let isKnown = lastResults.withLock { last in
            defer { last = (stored.query, stored.at) }
            return last.map { $0.query == stored.query && $0.at == stored.at } ?? false
        }
        guard !isKnown else { return }
        file.enqueueInOrder { [results, portal] in results.save(stored, portal: portal.text, owner: owner) }
    }
}

extension AnswerStore {
    /// Removes everything from the cache of all profiles, also while other programs use it: they go on, and keep anew.
    ///
    /// - Returns: false when there was nothing.
    public static func clear(_ directories: StorageDirectories) async throws(PortalError) -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directories.cache)) ?? []
        do throws(FileFailure) {
            for name in names { try await clear(directories.cache + "/" + name) }
        } catch {
            throw PortalError(
                .local, operation: "clearing the cache",
                because: .kept(.cacheNotCleared(path: error.path)))
        }
        return !names.isEmpty
    }

    /// The table is emptied under SQLite's own locks: a program that has the file open may be writing to it. Only what
    /// is no such file any more is deleted.
    private static func clear(_ path: String) async throws(FileFailure) {
        // What is no folder is nothing of ours.
        guard (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil else {
            if unlink(path) != 0 { throw FileFailure(path) }
            return
        }
        let file = AnswersFile(directory: path, log: { _ in })
        let isEmptied: Void? = await file.perform(makesFile: false) { try AnswerTable(database: $0).forgetAll() }
        if isEmptied != nil { await file.vacuum() }
        file.close()
        if isEmptied == nil, let failure = AnswersFile.remove(in: path) { throw failure }
        let kept = AnswersFile.path(in: path)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        for name in names where !(path + "/" + name).hasPrefix(kept) {
            guard (try? FileManager.default.removeItem(atPath: path + "/" + name)) != nil else {
                throw FileFailure(path + "/" + name)
            }
        }
        // Where nothing is left.
        rmdir(path)
    }
}
