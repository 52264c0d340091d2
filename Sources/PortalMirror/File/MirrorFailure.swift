import GRDB
import Glibc
import PortalDomain

/// What the disk or SQLite said, in the terms of the person whose mirror it is.
struct MirrorFailure {
    let path: String

    func error(_ error: any Error, _ operation: String) -> PortalError {
        switch error {
        case let error as PortalError: return error
        case is CancellationError: return PortalError(.cancelled, operation: operation, because: nil)
        case let error as DatabaseError:
            if error.resultCode == .SQLITE_INTERRUPT || error.resultCode == .SQLITE_ABORT {
                return PortalError(.cancelled, operation: operation, because: nil)
            }
            return self.error(reason(of: error), operation)
        case let failure as SystemFailure: return self.error(reason(of: failure.code), operation)
        default: return self.error(.failed(path: path, code: 0), operation)
        }
    }

    func error(_ reason: MirrorReason, _ operation: String) -> PortalError {
        PortalError(kind(of: reason), operation: operation, because: .mirror(reason))
    }

    private func kind(of reason: MirrorReason) -> PortalError.Kind {
        switch reason {
        case .none, .onlyRow, .ephemeral, .notHeld: .notKept
        case .inUse: .heldElsewhere
        case .noBeacon: .unsupported
        case .endedEarly: .unreadableAnswer
        case .noMirror, .isLink, .noFile, .damaged, .otherVersion, .ofAnotherPortal, .full, .readOnly, .cannotOpen,
            .noLocks, .failed:
            .local
        }
    }

    private func reason(of error: DatabaseError) -> MirrorReason {
        switch error.extendedResultCode {
        case .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMMAP, .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC:
            return .full(path: path)
        case .SQLITE_IOERR_LOCK, .SQLITE_IOERR_RDLOCK, .SQLITE_IOERR_CHECKRESERVEDLOCK: return .noLocks(path: path)
        case .SQLITE_CORRUPT_VTAB: return .damaged(path: path)
        default: break
        }
        return switch error.resultCode {
        case .SQLITE_FULL: .full(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly(path: path)
        case .SQLITE_CANTOPEN: access(path, F_OK) == 0 ? .cannotOpen(path: path) : .none(path: path)
        // SQLITE_ERROR: a table or a column is not what it should be.
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_FORMAT: .damaged(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: .inUse(path: path)
        default: .failed(path: path, code: Int(error.extendedResultCode.rawValue))
        }
    }

    private func reason(of code: CInt) -> MirrorReason {
        switch code {
        case ENOSPC, EDQUOT: .full(path: path)
        case EROFS, EACCES, EPERM: .readOnly(path: path)
        case ENOENT, ENOTDIR: .cannotOpen(path: path)
        case EWOULDBLOCK: .inUse(path: path)
        default: .failed(path: path, code: Int(code))
        }
    }
}

/// A call to the operating system that failed.
struct SystemFailure: Error {
    /// `errno` of the call.
    var code: CInt = errno
}
