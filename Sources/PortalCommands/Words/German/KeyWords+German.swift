import Crypt4GH
import PortalModel
import PortalViews
import TerminalCanvas

extension KeyWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .made(let secret, let publicKey):
            "Der Schlüssel ist in \(secret), und der öffentliche, den andere haben dürfen, in \(publicKey):"
        case .liesOpen(let path):
            """
            Er hat keine Passphrase: wer \(path) lesen kann, hat den Schlüssel. portal keys passphrase gibt ihm eine.
            """
        case .none: "Hier ist kein Schlüssel. portal keys new macht einen."
        case .isThere(let path):
            "\(path) gibt es schon und blieb, wie es ist. Mit --key eine andere Datei nennen."
        case .notThere(let path):
            "\(path) gibt es nicht. portal keys list sagt, welche Schlüssel da sind, portal keys new macht einen."
        case .noHome: "Das Heimatverzeichnis ist nicht bekannt: HOME setzen, oder die Datei mit --key nennen."
        case .fault(let fault, let path): Self.germanWords(for: fault, path)
        case .lock(true): "Passphrase"
        case .lock(false): "keine Passphrase"
        case .askPassphrase(let path): "Passphrase von \(path): "
        case .askNew(let path): "Neue Passphrase von \(path): "
        case .askAgain: "Noch einmal dieselbe: "
        case .differ: "Die beiden sind nicht gleich; bitte noch einmal."
        case .emptyPassphrase:
            "Eine Passphrase hat mindestens ein Zeichen; --no-passphrase macht einen Schlüssel ohne."
        case .needsPassphrase(let path):
            "\(path) öffnet sich mit einer Passphrase, und hier ist niemand zu fragen: mit --passphrase-fd angeben."
        case .needsNewPassphrase:
            """
            Eine Passphrase ist nötig, und hier ist niemand zu fragen: mit --passphrase-fd angeben, oder --no-passphrase \
            anfügen.
            """
        case .noPassphrase: "Es wurde keine Passphrase angegeben; nichts wurde getan."
        case .nothingAt(let descriptor): "Am Deskriptor \(c.number(descriptor)) ist keine Passphrase."
        case .badDescriptor(let descriptor):
            "\(c.number(descriptor)) ist kein Deskriptor für eine Passphrase: 0, oder 3 und darüber."
        case .terminalDescriptor(let descriptor):
            """
            Der Deskriptor \(c.number(descriptor)) ist das Terminal, das die Passphrase zeigen würde: weglassen, dann wird \
            gefragt.
            """
        case .passphraseOrNone: "Mit --no-passphrase ist keine zu lesen: eines von beiden weglassen."
        case .passphraseChanged(let path):
            "\(path) öffnet sich von jetzt an mit der neuen Passphrase. Andere Kopien tun das nicht."
        case .passphraseOff(let path):
            "\(path) öffnet sich jetzt ohne Passphrase: wer die Datei lesen kann, hat den Schlüssel."
        }
    }

    private static func germanWords(for fault: KeyFault, _ path: String) -> TerminalText {
        switch fault {
        case .notAKey: "\(path) ist kein Schlüssel von Crypt4GH."
        case .isSecret:
            """
            \(path) ist ein geheimer Schlüssel. Niemals weitergeben: andere bekommen den öffentlichen, den portal keys \
            show ausgibt.
            """
        case .isPublic: "\(path) ist ein öffentlicher Schlüssel; nötig ist der geheime."
        case .damaged:
            "\(path) ist beschädigt: es beginnt wie ein Schlüssel und geht nicht so weiter. Eine Kopie davon nehmen."
        case .isLocked: "\(path) öffnet sich mit einer Passphrase."
        case .wrongPassphrase: "Das ist nicht die Passphrase von \(path)."
        case .unknownDerivation(let name):
            """
            \(path) ist auf eine Weise verschlossen, die dieses Programm nicht kennt (\(name)). crypt4gh-keygen --relock \
            --sk \(path) verschließt einen Schlüssel von Crypt4GH neu; einer von OpenSSH ist zu lesen, sobald ssh-keygen -p \
            von einer Kopie die Passphrase genommen hat.
            """
        case .unknownCipher(let name):
            "\(path) ist auf eine Weise versiegelt, die dieses Programm nicht kennt (\(name))."
        case .tooManyRounds(let rounds):
            "\(path) verlangt \(rounds) Runden zum Öffnen, was Minuten dauerte: der Schlüssel eines Menschen verlangt weniger."
        case .noMemory: "Einen Schlüssel zu öffnen braucht 16 MB Speicher, die dieser Rechner nicht hergibt."
        case .emptyPassphrase: "Eine Passphrase hat mindestens ein Zeichen."
        case .unknownSSHKind(let kind):
            "\(path) ist ein Schlüssel von OpenSSH der Art \(kind); zu gebrauchen ist allein ed25519."
        case .weakKey: "\(path) ist ein Schlüssel, der nichts geheim hält. Wer ihn gab, muss einen anderen machen."
        }
    }
}
