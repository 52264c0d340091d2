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
            .changedElsewhere, .newerDraft, .missingFolder:
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
        case .inUse, .readOnly, .fullDisk, .quotaUsedUp, .writeRefused, .missingFolder: true
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
                .closed, .newerDraft, .missingFolder, .other:
                .local
            }
        return PortalError(kind, operation: operation, detail: sentence)
    }

    /// Why nothing can be saved although what is there can be read.
    var shortly: String {
        switch cause {
        case .quotaUsedUp: "Your quota on the disk that holds \(file.path) is used up"
        case .fullDisk: "The disk that holds \(file.path) is full"
        case .writeRefused, .readOnly, .cannotOpen, .damaged, .newerVersion, .inUse, .noLocks, .closed, .heldElsewhere,
            .changedElsewhere, .newerDraft, .missingFolder, .other:
            "The disk that holds \(file.path) refuses to write"
        }
    }

    private var sentence: String {
        let path = file.path
        return switch cause {
        case .fullDisk:
            "The disk is full, or your quota on it is used up: \(path) cannot grow. "
                + "What was saved before is safe. Make some room and save again."
        case .quotaUsedUp:
            "Your quota on the disk is used up: \(path) cannot grow. What was saved before is safe. "
                + "Remove files of yours there, or ask for a larger quota, and save again."
        case .writeRefused:
            "The disk refused to write: your quota may be used up, or the disk may be failing (\(path)). "
                + "What was saved before is safe. Make some room, or check the disk, and save again."
        case .readOnly:
            "\(path) cannot be written: the file, its folder or its disk is read-only. "
                + "Make it writable, or name another place with XDG_DATA_HOME."
        case .cannotOpen:
            "\(path) cannot be opened. Check that it is a file that you may read and write, and that its disk has room."
        case .damaged:
            "\(path) is damaged. At the next start it is kept under another name and its drafts are taken over."
        case .newerVersion:
            "\(path) was written by a newer version of portal and was left as it is. "
                + "Use that version, or name another place with XDG_DATA_HOME."
        case .inUse: "\(holderWords) is using \(path). Close it there and try again."
        case .noLocks:
            "The disk that holds \(path) cannot lock files, so drafts would not be safe there. "
                + "Name a place on another disk with XDG_DATA_HOME."
        case .closed: "\(path) is closed already: the program is ending."
        case .heldElsewhere(let holder):
            "This draft is open in another portal program (\(holder.words)). "
                + "It can be saved here when it is closed there, or taken over."
        case .changedElsewhere:
            "Another portal program has changed this draft meanwhile, so it was not written over. "
                + "Taking it back brings what was written there and offers what was typed here."
        case .newerDraft: "This draft was kept by a newer version of portal and was left as it is. Use that version."
        case .missingFolder(let folder):
            "The folder \(folder) cannot be made: something above it is missing or is a file. "
                + "Name another place with XDG_DATA_HOME."
        case .other(let code):
            "Reading or writing \(path) failed (code \(code)). What was saved before is safe. "
                + "Check the disk and try again."
        }
    }

    /// Who has the file for itself, as far as it is known.
    private var holderWords: String {
        guard let contents = FileManager.default.contents(atPath: file.holderPath) else { return "Another program" }
        let words = String(decoding: contents, as: UTF8.self).prefix { $0 != "\n" }
        return words.isEmpty ? "Another program" : "Another portal (\(words))"
    }
}
