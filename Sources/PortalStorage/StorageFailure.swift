import FoundationEssentials
import GRDB
import Glibc
import PortalDomain

/// Why the drafts could not be read or written, and what to do about it.
struct StorageFailure: Error {
    enum Cause: Error, Hashable {
        case fullDisk, quotaUsedUp, writeRefused, readOnly, cannotOpen, damaged, newerVersion, inUse, noLocks, closed
        case heldElsewhere(LeaseHolder)
        /// The draft is not the one any more that was opened here.
        case changedElsewhere
        /// The draft is in a state that this version does not know.
        case newerDraft
        /// It has to be sealed, or is, and the key is not at hand.
        case locked
        case missingFolder(String)
        /// Anything else, with the code for those who can look it up.
        case other(code: Int)
    }

    let cause: Cause
    let file: DraftsFile

    /// - Parameter refusal: tells why a folder takes no more, as `PrivateFiles.refusal` finds it out.
    init(_ error: any Error, file: DraftsFile, refusal: (String) -> CInt? = { PrivateFiles.refusal(in: $0) }) {
        let cause = Self.cause(of: error)
        // SQLite does not say why it could not open a journal beside the database.
        let folderIsReadOnly = cause == .cannotOpen && access(file.directory, W_OK) != 0
        self.cause =
            folderIsReadOnly
            ? .readOnly : Self.isVague(cause) ? Self.cause(of: refusal(file.directory)) ?? cause : cause
        self.file = file
    }

    /// SQLite has no result for a quota: a write, the shared memory or a journal fails, and it does not tell why.
    private static func isVague(_ cause: Cause) -> Bool {
        switch cause {
        case .fullDisk, .writeRefused: true
        case .other(let code): code & 0xFF == Int(ResultCode.SQLITE_IOERR.rawValue)
        case .quotaUsedUp, .readOnly, .cannotOpen, .damaged, .newerVersion, .inUse, .noLocks, .closed, .heldElsewhere,
            .changedElsewhere, .newerDraft, .missingFolder, .locked:
            false
        }
    }

    /// What the folder itself says, where that tells more.
    private static func cause(of refusal: CInt?) -> Cause? {
        switch refusal {
        case EDQUOT: .quotaUsedUp
        case ENOSPC: .fullDisk
        default: nil
        }
    }

    static func isDamage(_ error: any Error) -> Bool { cause(of: error) == .damaged }

    static func mayBeFullDisk(_ error: any Error) -> Bool { isVague(cause(of: error)) }

    private static func cause(of error: any Error) -> Cause {
        switch error {
        case let cause as Cause: cause
        case let held as HeldElsewhere: .heldElsewhere(held.holder)
        case is ChangedElsewhere: .changedElsewhere
        case PrivateSeal.Refusal.locked: .locked
        // Left as it is, like what another version wrote.
        case PrivateSeal.Refusal.damaged: .newerDraft
        case let failure as FileFailure: cause(of: failure)
        case let error as DatabaseError: cause(of: error)
        default: .other(code: 0)
        }
    }

    private static func cause(of failure: FileFailure) -> Cause {
        switch failure.code {
        case ENOSPC: .fullDisk
        case EDQUOT: .quotaUsedUp
        case EROFS, EACCES, EPERM: .readOnly
        case ENOTDIR, ENOENT: .missingFolder(failure.path)
        default: .other(code: Int(failure.code))
        }
    }

    private static func cause(of error: DatabaseError) -> Cause {
        switch error.extendedResultCode {
        // Shared memory grows with the log; when it cannot, the disk is full.
        case .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMMAP: return .fullDisk
        case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC: return .writeRefused
        case .SQLITE_IOERR_LOCK, .SQLITE_IOERR_RDLOCK, .SQLITE_IOERR_CHECKRESERVEDLOCK: return .noLocks
        default: break
        }
        return switch error.resultCode {
        case .SQLITE_FULL: .fullDisk
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
        case .SQLITE_CANTOPEN: .cannotOpen
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
        case .SQLITE_BUSY, .SQLITE_LOCKED: .inUse
        case .SQLITE_MISUSE: .closed
        default: .other(code: Int(error.extendedResultCode.rawValue))
        }
    }

    /// Whether the database has to be looked through when it is opened next.
    var leavesDoubt: Bool {
        if cause == .writeRefused { return true }
        if case .other(let code) = cause { return code & 0xFF == Int(ResultCode.SQLITE_IOERR.rawValue) }
        return false
    }

    /// Whether nothing is wrong with the drafts themselves: a portal can be searched and read without them.
    var leavesReading: Bool {
        switch cause {
        case .inUse, .readOnly, .fullDisk, .quotaUsedUp, .writeRefused, .missingFolder, .locked: true
        case .cannotOpen, .damaged, .newerVersion, .noLocks, .closed, .heldElsewhere, .changedElsewhere, .newerDraft,
            .other:
            false
        }
    }

    func portalError(during operation: String) -> PortalError {
        let kind: PortalError.Kind =
            switch cause {
            case .heldElsewhere: .heldElsewhere
            case .changedElsewhere: .changedElsewhere
            case .fullDisk, .quotaUsedUp, .writeRefused, .readOnly, .cannotOpen, .damaged, .newerVersion, .inUse,
                .noLocks,
                .closed, .newerDraft, .missingFolder, .locked, .other:
                .local
            }
        return PortalError(kind, operation: operation, because: .disk(reason))
    }

    /// Why nothing can be saved although what is there can be read.
    var shortage: KeptReason.Shortage {
        switch cause {
        case .quotaUsedUp: .quotaUsedUp
        case .fullDisk: .full
        case .writeRefused, .readOnly, .cannotOpen, .damaged, .newerVersion, .inUse, .noLocks, .closed, .heldElsewhere,
            .changedElsewhere, .newerDraft, .missingFolder, .locked, .other:
            .refuses
        }
    }

    private var reason: DiskReason {
        let path = file.path
        return switch cause {
        case .fullDisk: .full(path: path)
        case .quotaUsedUp: .quotaUsedUp(path: path)
        case .writeRefused: .writeRefused(path: path)
        case .readOnly: .readOnly(path: path)
        case .cannotOpen: .cannotOpen(path: path)
        case .damaged: .damaged(path: path)
        case .newerVersion: .newerVersion(path: path)
        case .inUse: .inUse(path: path, holder: holderWords)
        case .noLocks: .noLocks(path: path)
        case .closed: .closed(path: path)
        case .heldElsewhere(let holder): .heldElsewhere(host: holder.host, process: holder.process)
        case .changedElsewhere: .changedElsewhere
        case .newerDraft: .newerDraft
        case .locked: .locked(path: path)
        case .missingFolder(let folder): .missingFolder(folder)
        case .other(let code): .failed(path: path, code: code)
        }
    }

    /// Who has the file for itself, as far as it is known.
    private var holderWords: String? {
        guard let contents = FileManager.default.contents(atPath: file.holderPath) else { return nil }
        let words = String(decoding: contents, as: UTF8.self).prefix { $0 != "\n" }
        return words.isEmpty ? nil : String(words)
    }
}
