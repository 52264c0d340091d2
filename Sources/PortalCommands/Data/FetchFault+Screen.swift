import Crypt4GH
import Glibc
import PortalModel

extension FileCheck {
    /// Nil for what was found wrong, or was not there to be looked at.
    init?(_ finding: DataFinding) {
        switch finding {
        case .plain(let algorithm): self = .plain(algorithm)
        case .encrypted(let algorithm): self = .encrypted(algorithm)
        case .length: self = .length
        case .wrong, .wrongLength, .isPart, .missing, .unreadable, .failed: return nil
        }
    }
}

extension FileFault {
    init(_ fault: FetchFault) {
        switch fault {
        case .call(let error): self = .call(error)
        case .name(let refusal): self = .name(refusal)
        case .isThere(let name): self = .isThere(name)
        case .differs(let name, .here): self = .differs(name, atArchive: false)
        case .differs(let name, .atArchive): self = .differs(name, atArchive: true)
        case .disk(let fault, _): self.init(system: fault.code)
        case .changes: self = .changes
        case .wrongLength: self = .wrongLength
        case .wrongChecksum(let half, let algorithm): self = .wrongChecksum(ofPlainText: half == .plain, algorithm)
        case .crypt(let fault): self.init(fault)
        case .wrongPlainLength: self = .damaged
        }
    }

    init(_ fault: Crypt4GHFault) {
        switch fault {
        case .wrongKey: self = .otherKey
        case .unreadable(let code): self.init(system: code)
        default: self = .damaged
        }
    }

    private init(system code: Int32) {
        self = [ENOSPC, EDQUOT].contains(code) ? .noRoom : .disk(String(cString: strerror(code)))
    }

    /// Why what was looked at is not as it should be; nil where it is, or is not there.
    init?(_ finding: DataFinding) {
        switch finding {
        case .wrong(let half, let algorithm): self = .wrongChecksum(ofPlainText: half == .plain, algorithm)
        case .wrongLength: self = .wrongLength
        case .unreadable(let fault): self.init(fault)
        case .failed(let code): self.init(system: code)
        case .plain, .encrypted, .length, .isPart, .missing: return nil
        }
    }
}

extension FetchFault {
    /// What the other files of a job would meet too; nil where it is this one's alone.
    var ofAll: PortalError? {
        switch self {
        case .call(let error):
            switch error.kind {
            case .forbidden, .notFound, .invalid, .conflict, .unreadableAnswer, .unsupported, .refused: nil
            case .offline, .timedOut, .signedOut, .tooManyRequests, .serverFault, .unavailable, .notTried, .local,
                .heldElsewhere, .changedElsewhere, .cancelled, .notKept:
                error
            }
        case .disk(let fault, _):
            PortalError(.local, operation: "writing data", detail: String(cString: strerror(fault.code)))
        case .name, .isThere, .differs, .changes, .wrongLength, .wrongPlainLength, .wrongChecksum, .crypt: nil
        }
    }
}
