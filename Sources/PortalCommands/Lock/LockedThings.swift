import Foundation
import PortalModel
import PortalServices
import PortalStorage

/// Everything private in a data folder, which follows its lock.
struct LockedThings {
    private let environment: Environment
    private let seal: PrivateSeal

    init(_ environment: Environment, _ lock: PrivateLock) {
        self.environment = environment
        seal = lock.seal
    }

    private var directories: StorageDirectories { .standard(environment: environment.variables) }

    var person: PersonFile { PersonFile(directories, seal: seal) }

    /// Of each profile that has some.
    var drafts: [DraftsSealing] {
        var options = StoreOptions()
        options.seal = seal
        return names(in: directories.data).map { DraftsSealing(folder: directories.data + "/" + $0, options: options) }
            .filter(\.isThere)
    }

    /// Of each profile where somebody has signed in.
    var tokens: [TokenStore] { TokenStore.all(in: identityFolder, seal: seal) }
    private var identityFolder: String { environment.dataDirectory + "/identity" }

    /// What was moved aside, and follows no lock.
    var aside: [String] {
        names(in: directories.data).flatMap { folder in
            names(in: directories.data + "/" + folder).filter {
                ($0.hasPrefix("drafts-damaged-") || $0.hasPrefix("drafts-locked-")) && $0.hasSuffix(".sqlite")
            }.map { "\(directories.data)/\(folder)/\($0)" }
        }
    }

    private func names(in directory: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted()
    }

    /// Seals, or opens, what is not as the lock says. What was done stays done when this is cut off; the next time goes on.
    func follow() async throws(PortalError) {
        for drafts in drafts { _ = try drafts.follow() }
        try person.follow()
        for tokens in tokens { try await tokens.follow() }
        for folder in [directories.data, identityFolder] { LeftoverFiles(folder: folder).remove() }
        _ = try await AnswerStore.clear(directories)
    }

    /// Moves away what is sealed, for when no key opens it any more.
    ///
    /// - Returns: where it is now.
    func putAside() throws(PortalError) -> [String] {
        var paths: [String] = []
        for drafts in drafts {
            if let path = try drafts.putAside() { paths.append(path) }
        }
        let files = [(person.path, person.isSealed)] + tokens.map { ($0.path, $0.isSealed) }
        for (path, isSealed) in files where isSealed == true {
            var aside = path + ".locked"
            while FileManager.default.fileExists(atPath: aside) { aside += "-again" }
            guard rename(path, aside) == 0 else {
                throw PortalError(
                    .local, operation: "sealing the drafts", because: .disk(.failed(path: path, code: Int(errno))))
            }
            paths.append(aside)
        }
        return paths
    }

    /// What is there, without a key.
    func count() throws(PortalError) -> LockRecord.Count {
        var count = LockRecord.Count()
        for drafts in drafts {
            let found = try drafts.count()
            count.sealed += found.sealed
            count.plain += found.plain
            count.unreadable += found.left
        }
        for isSealed in [person.isSealed] + tokens.map(\.isSealed) {
            guard let isSealed else { continue }
            if isSealed { count.sealed += 1 } else { count.plain += 1 }
        }
        return count
    }
}

/// How the lock is (docs/schemas/lock.json).
struct LockRecord: Encodable {
    struct Count: Encodable, Equatable {
        /// Drafts, their forms, sign-ins and the personal profile.
        var sealed = 0
        var plain = 0
        /// Of a newer version, or damaged.
        var unreadable = 0
    }

    /// A way of opening it.
    struct Way: Encodable {
        var kind: String
        var fingerprint: String?
        var name: String?
        var added: Date
    }

    /// `off`, `enabling`, `on` or `disabling`.
    var state: String
    /// Which key; absent while off.
    var key: String?
    /// Whether it is open in this login session.
    var isOpen: Bool
    var ways: [Way]
    var values: Count
    /// Files that follow no lock.
    var aside: [String]
}
