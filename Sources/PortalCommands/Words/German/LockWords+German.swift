import Foundation
import PortalModel
import PortalViews
import Sealing
import TerminalCanvas

extension LockWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .isOff: "Es gibt kein Schloss: Entwürfe, Anmeldungen und Ihr Profil liegen lesbar auf der Platte."
        case .isThere:
            """
            Es gibt schon ein Schloss, und dies öffnet es nicht. Nichts wurde geändert: portal lock change macht andere \
            Wege, es zu öffnen.
            """
        case .isLocked:
            """
            Das Schloss ist zu: Entwürfe, Anmeldungen und Ihr Profil bleiben ungelesen, wo sie sind. portal lock \
            unlock \
            öffnet es; suchen und lesen geht auch so.
            """
        case .noWayIn(nil):
            """
            Die Schlüsseldatei, die das Schloss öffnet, ist nicht hier. Sie dorthin legen, wo portal lock status sie \
            nennt, und noch einmal versuchen; suchen und lesen geht auch so.
            """
        case .noWayIn(let refusal?):
            """
            Das Schloss bleibt zu. \(Self.germanWords(for: refusal, "")) portal lock status nennt, was es öffnet; suchen \
            und lesen geht auch so.
            """
        case .ask: "Passphrase des Schlosses: "
        case .unlocked: "Das Schloss ist in dieser Anmeldung acht Stunden offen."
        case .notKept: "Dieser Rechner behält keine Schlüssel für eine Anmeldung: jedes Programm fragt selbst."
        case .lockedNow:
            "Der Schlüssel ist aus dieser Anmeldung entfernt. Laufende Programme behalten ihn bis zum Ende."
        case .enabled:
            "Alles Private ist versiegelt. Frühere Kopien, etwa Sicherungen und Schnappschüsse, sind es nicht."
        case .disabled(let path):
            """
            Nichts ist mehr versiegelt. Sicherungen aus der Zwischenzeit öffnet allein \(path): mit ihnen aufheben.
            """
        case .sealedStill(let count):
            """
            \(c.number(count)) Werte sind noch versiegelt und öffnen sich nicht. Das Schloss bleibt, und sie auch; \
            portal \
            lock status sagt mehr.
            """
        case .changed:
            """
            Das Schloss ist geändert; Versiegeltes wurde nicht angerührt. Sicherungen des alten öffnen sich wie \
            bisher.
            """
        case .noSuchWay(let way):
            "Durch „\(way)“ öffnet sich das Schloss nicht: nichts wurde geändert. portal lock status nennt die Wege."
        case .lastWay(let way):
            """
            Das Schloss öffnet sich nur durch \(way): ohne diesen Weg wäre nichts Versiegeltes mehr zu lesen, also bleibt \
            er. Nichts wurde geändert. Erst einen anderen Weg hinzufügen (portal lock change) oder das Schloss aufheben \
            (portal lock disable).
            """
        case .oneWay: "Eine Schlüsseldatei oder einen Schlüssel des ssh-agent nennen, eines auf einmal."
        case .badDescriptor(let text):
            "PORTAL_UNLOCK_FD ist \(text), und das ist kein Deskriptor zum Lesen: 0, oder 3 und darüber."
        case .state(let state, let isOpen): Self.germanState(state, isOpen)
        case .way(let wrap): "  öffnet sich durch \(wrap.kind.rawValue) \(wrap.name ?? "") \(wrap.fingerprint ?? "")"
        case .count(let count):
            """
            \(c.number(count.sealed)) versiegelt, \(c.number(count.plain)) nicht, \(c.number(count.unreadable)) \
            unlesbar.
            """
        case .needsPassphrase:
            "Eine Passphrase ist nötig, und hier ist niemand zu fragen: über einen Deskriptor angeben."
        case .rescuedFirst:
            """
            Worte eines früheren Laufs warten darauf, übernommen zu werden, und sind versiegelt: portal für dieses \
            Profil \
            einmal starten, dann noch einmal versuchen.
            """
        case .wouldForget(let count):
            """
            \(c.number(count.sealed)) versiegelte Werte würden beiseitegelegt und öffnen sich nur mit dem Schloss, \
            das mit \
            ihnen weggelegt wird. Was gesendet oder beim Portal gespeichert wurde, bleibt. portal lock forget --yes \
            tut es.
            """
        case .putAside(let path): "Beiseitegelegt: \(path)"
        case .aside(let path): "Nicht versiegelt, weil beiseitegelegt: \(path)"
        case .fault(let fault, let path): Self.germanWords(for: fault, path)
        }
    }

    private static func germanState(_ state: LockDocument.State, _ isOpen: Bool) -> TerminalText {
        switch (state, isOpen) {
        case (.on, true): "Es gibt ein Schloss, und es ist hier offen."
        case (.on, false): "Es gibt ein Schloss, und es ist zu."
        case (.enabling, _):
            """
            Das Versiegeln wurde unterbrochen, oder Dateien waren in Gebrauch: portal lock enable noch einmal \
            aufrufen.
            """
        case (.disabling, _):
            "Das Öffnen wurde unterbrochen, oder Dateien waren in Gebrauch: portal lock disable noch einmal aufrufen."
        }
    }

    private static func germanWords(for fault: SealFault, _ path: String) -> TerminalText {
        switch fault {
        case .wrongKey: "Das öffnet das Schloss nicht."
        case .damaged:
            """
            \(path) ist beschädigt, und die Kopie daneben auch. Versiegeltes ist heil: eine Sicherung dieser Datei \
            zurücklegen, dann öffnet sich das Schloss wieder.
            """
        case .newerVersion: "\(path) stammt von einer neueren Version von portal und blieb, wie es ist. Jene verwenden."
        case .otherKey: "Es ist mit dem Schlüssel eines anderen Schlosses versiegelt."
        case .tooCostly: "\(path) verlangt mehr Speicher oder Zeit, als ein Schloss je braucht; nicht versucht."
        case .noMemory: "Eine Passphrase braucht 64 MiB Speicher, die dieser Prozess nicht bekommt."
        case .poorKeyFile: "\(path) ist keine Schlüsseldatei: mindestens 32 Bytes, höchstens 64 KiB."
        case .noAgent: "An SSH_AUTH_SOCK antwortet kein ssh-agent."
        case .notInAgent(let fingerprint):
            "Der Agent hat den Schlüssel \(fingerprint) nicht. ssh-add -l nennt, was er hat."
        case .agentRefused: "Der Agent hat nicht unterschrieben: er ist gesperrt, oder jemand hat abgelehnt."
        case .agentIsEmpty:
            """
            Der Agent hat keinen Schlüssel: er ist gesperrt (ssh-add -X öffnet ihn), oder niemand hat ihm einen gegeben \
            (ssh-add).
            """
        case .unsteadyKey:
            """
            Unterschriften dieses Schlüssels sind jedes Mal andere, wie bei ECDSA und Sicherheitsschlüsseln (sk-): er \
            könnte nichts öffnen. ed25519 oder RSA verwenden.
            """
        case .system(let path, let code): "\(path): \(String(cString: strerror(code)))."
        case .inUse: "Jemand anderes ändert das Schloss gerade. Noch einmal versuchen."
        }
    }
}
