import Foundation
import PortalModel
import PortalViews
import Sealing
import TerminalCanvas

extension LockWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .isOff: "There is no lock: drafts, sign-ins and your profile are on the disk as they are."
        case .isThere:
            """
            There is a lock already, and this does not open it. Nothing was changed: portal lock change makes other ways of \
            opening it.
            """
        case .isLocked:
            """
            The lock is closed: drafts, sign-ins and your profile stay where they are, unread. portal lock unlock \
            opens \
            it; browsing works meanwhile.
            """
        case .noWayIn(nil):
            """
            The key file that opens the lock is not here. Put it where portal lock status says, and try again; browsing \
            works meanwhile.
            """
        case .noWayIn(let refusal?):
            """
            The lock stays closed. \(Self.words(for: refusal, "")) portal lock status lists what opens it; browsing works \
            meanwhile.
            """
        case .ask: "Passphrase of the lock: "
        case .unlocked: "The lock is open in this login session for eight hours."
        case .notKept: "This machine keeps no keys for a login session: every program asks for itself."
        case .lockedNow: "The key is out of this login session. Programs that run keep theirs until they end."
        case .enabled: "Everything private is sealed. Copies from before, such as backups and snapshots, are not."
        case .disabled(let path):
            "Nothing is sealed any more. Backups that were made meanwhile open with \(path) alone: keep it with them."
        case .sealedStill(let count):
            """
            \(c.number(count)) values are sealed still and do not open. The lock stays, and so do they; portal lock \
            status says more.
            """
        case .changed: "The lock has changed; what is sealed was not touched. Backups of the old lock open as before."
        case .noSuchWay(let way):
            "The lock does not open by “\(way)”: nothing was changed. portal lock status lists the ways that it has."
        case .lastWay(let way):
            """
            The lock opens by \(way) alone: without it nothing sealed could be read again, so it stays. Nothing was \
            changed. Add another way first (portal lock change), or take the lock away (portal lock disable).
            """
        case .oneWay: "Name a key file or a key of ssh-agent, one at a time."
        case .badDescriptor(let text):
            "PORTAL_UNLOCK_FD is \(text), which is no descriptor to read from: 0, or 3 and above."
        case .state(let state, let isOpen): Self.state(state, isOpen)
        case .way(let wrap):
            "  opens by \(wrap.kind.rawValue) \(wrap.name ?? "") \(wrap.fingerprint ?? "")"
        case .count(let count):
            "\(c.number(count.sealed)) sealed, \(c.number(count.plain)) not, \(c.number(count.unreadable)) unreadable."
        case .needsPassphrase: "A passphrase is needed, and nobody can be asked here: give it with a descriptor."
        case .rescuedFirst:
            """
            Words of an earlier run wait to be taken over, and are sealed: start portal once for that profile, then \
            try \
            again.
            """
        case .wouldForget(let count):
            """
            \(c.number(count.sealed)) sealed values would be put aside, and open only with the lock that is put \
            aside with \
            them. What was sent or saved at a portal is not touched. portal lock forget --yes does it.
            """
        case .putAside(let path): "Put aside: \(path)"
        case .aside(let path): "Not sealed, since it was put aside: \(path)"
        case .fault(let fault, let path): Self.words(for: fault, path)
        }
    }

    private static func state(_ state: LockDocument.State, _ isOpen: Bool) -> TerminalText {
        switch (state, isOpen) {
        case (.on, true): "There is a lock, and it is open here."
        case (.on, false): "There is a lock, and it is closed."
        case (.enabling, _): "Sealing was cut off or files were in use: run portal lock enable again."
        case (.disabling, _): "Opening was cut off or files were in use: run portal lock disable again."
        }
    }

    private static func words(for fault: SealFault, _ path: String) -> TerminalText {
        switch fault {
        case .wrongKey: "That does not open the lock."
        case .damaged:
            """
            \(path) is damaged, and so is its copy. What is sealed is whole: put back a backup of that file, and \
            the lock \
            opens again.
            """
        case .newerVersion: "\(path) was made by a newer version of portal and was left as it is. Use that version."
        case .otherKey: "It is sealed with another lock's key."
        case .tooCostly: "\(path) asks for more memory or time than a lock ever takes; it was not tried."
        case .noMemory: "A passphrase takes 64 MiB of memory, which this process does not get."
        case .poorKeyFile: "\(path) is no key file: it takes 32 bytes at least, and 64 KiB at most."
        case .noAgent: "No ssh-agent answers at SSH_AUTH_SOCK."
        case .notInAgent(let fingerprint):
            "The agent does not have the key \(fingerprint). ssh-add -l lists what it has."
        case .agentRefused: "The agent did not sign: it is locked, or somebody refused."
        case .agentIsEmpty:
            "The agent has no key: it is locked (ssh-add -X opens it), or nobody has given it one (ssh-add)."
        case .unsteadyKey:
            """
            Signatures of that key differ each time, as those of ECDSA and of security keys (sk-) do, so it could not open \
            anything. Use ed25519 or RSA.
            """
        case .system(let path, let code): "\(path): \(String(cString: strerror(code)))."
        case .inUse: "Somebody else is changing the lock. Try again."
        }
    }
}
