import PortalModel
import TerminalCanvas

extension DiskReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .full(let path):
            """
            Die Platte ist voll, oder Ihr Anteil an ihr ist aufgebraucht: \(path) kann nicht wachsen. Was vorher \
            gespeichert war, ist sicher. Platz schaffen und noch einmal speichern.
            """
        case .quotaUsedUp(let path):
            """
            Ihr Anteil an der Platte ist aufgebraucht: \(path) kann nicht wachsen. Was vorher gespeichert war, ist \
            sicher. Eigene Dateien dort entfernen oder um mehr Platz bitten, und noch einmal speichern.
            """
        case .writeRefused(let path):
            """
            Die Platte hat nicht geschrieben: Ihr Anteil kann aufgebraucht sein, oder die Platte fällt aus (\(path)). \
            Was vorher gespeichert war, ist sicher. Platz schaffen oder die Platte prüfen, und noch einmal speichern.
            """
        case .readOnly(let path):
            """
            \(path) lässt sich nicht schreiben: die Datei, ihr Ordner oder ihre Platte ist nur zum Lesen da. \
            Schreibbar machen, oder mit XDG_DATA_HOME einen anderen Ort nennen.
            """
        case .cannotOpen(let path):
            """
            \(path) lässt sich nicht öffnen. Prüfen, ob Sie die Datei lesen und schreiben dürfen und ob ihre Platte \
            Platz hat.
            """
        case .damaged(let path):
            """
            \(path) ist beschädigt. Beim nächsten Start wird die Datei unter anderem Namen aufgehoben, und ihre \
            Entwürfe werden übernommen.
            """
        case .newerVersion(let path):
            """
            \(path) stammt von einer neueren Version von portal und blieb, wie es ist. Jene Version verwenden, oder \
            mit XDG_DATA_HOME einen anderen Ort nennen.
            """
        case .inUse(let path, let holder):
            """
            \(holder.map { "Ein anderes portal (\($0))" } ?? "Ein anderes Programm") benutzt \(path). Dort schließen \
            und noch einmal versuchen.
            """
        case .noLocks(let path):
            """
            Die Platte mit \(path) kann keine Dateien sperren, deshalb wären Entwürfe dort nicht sicher. Mit \
            XDG_DATA_HOME einen Ort auf einer anderen Platte nennen.
            """
        case .closed(let path): "\(path) ist schon geschlossen: das Programm endet."
        case .heldElsewhere(let host, let process):
            """
            Dieser Entwurf ist in einem anderen Portal-Programm offen (Rechner \(host), Prozess \(process)). \
            Speichern geht hier, wenn er dort zu ist oder übernommen wird.
            """
        case .changedElsewhere:
            """
            Ein anderes Portal-Programm hat diesen Entwurf inzwischen geändert, deshalb wurde er nicht überschrieben. \
            Wird er zurückgeholt, kommt, was dort geschrieben wurde, und was hier getippt wurde, steht zur Wahl.
            """
        case .newerDraft:
            """
            Dieser Entwurf stammt von einer neueren Version von portal und blieb, wie er ist. Jene Version verwenden.
            """
        case .locked: "Die Entwürfe sind abgeschlossen: in einer Shell portal lock unlock, dann neu starten."
        case .missingFolder(let folder):
            """
            Der Ordner \(folder) lässt sich nicht anlegen: etwas darüber fehlt oder ist eine Datei. Mit \
            XDG_DATA_HOME einen anderen Ort nennen.
            """
        case .failed(let path, let code):
            """
            Lesen oder Schreiben von \(path) ist fehlgeschlagen (Code \(code)). Was vorher gespeichert war, ist \
            sicher. Die Platte prüfen und noch einmal versuchen.
            """
        case .noMemory: "Der Speicher reicht nicht."
        case .memoryFailed: "Es im Speicher zu behalten ist fehlgeschlagen."
        case .noPlace:
            """
            Für Entwürfe gibt es keinen Ort: HOME ist nicht gesetzt, und dieser Rechner kennt Ihr Heimatverzeichnis \
            nicht. HOME setzen, oder mit XDG_DATA_HOME einen Ort nennen.
            """
        case .profileName:
            """
            Ein Profil braucht einen Namen aus 1 bis 200 einfachen Buchstaben; für dieses einen anderen wählen.
            """
        }
    }
}
