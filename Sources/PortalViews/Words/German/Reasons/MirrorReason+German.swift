import PortalModel
import TerminalCanvas

extension MirrorReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .none(let path):
            "Von diesem Portal gibt es noch keinen Spiegel (\(path)). portal mirror sync füllt einen."
        case .damaged(let path):
            """
            Der Spiegel \(path) ist beschädigt. Was er hielt, hat das Portal noch: portal mirror sync --anew füllt einen \
            neuen an seiner Stelle, und portal mirror drop entfernt ihn.
            """
        case .noMirror(let path):
            """
            \(path) ist kein Spiegel von portal und blieb, wie es ist. Eine Datei nennen, die einer ist oder die es noch \
            nicht gibt.
            """
        case .isLink(let path):
            """
            \(path) ist eine symbolische Verknüpfung. Sie und wohin sie führt blieben, wie sie sind. Die Datei selbst nennen.
            """
        case .noFile(let path):
            """
            \(path) ist ein Ordner, ein Gerät oder eine Pipe und kann keinen Spiegel halten. Es blieb, wie es ist. Eine \
            Datei nennen.
            """
        case .otherVersion(let path):
            """
            Der Spiegel \(path) stammt von einer anderen Version von portal und blieb, wie er ist. portal mirror sync \
            füllt ihn neu.
            """
        case .ofAnotherPortal(let path):
            """
            Der Spiegel \(path) gehört zu einem anderen Portal oder zeigt, was jemand anderes sehen darf; er blieb, wie er \
            ist. Die Adresse des Profils prüfen oder ihn mit portal mirror sync --anew neu füllen.
            """
        case .inUse(let path):
            """
            Ein anderes Programm füllt gerade den Spiegel \(path). Warten, bis es fertig ist; was da ist, lässt sich \
            inzwischen durchsuchen.
            """
        case .full(let path):
            """
            Die Platte ist voll oder Ihr Anteil daran aufgebraucht: \(path) kann nicht wachsen. Was schon gespiegelt war, \
            ist noch da. Platz schaffen und portal mirror sync noch einmal starten: Es macht dort weiter.
            """
        case .readOnly(let path):
            """
            \(path) lässt sich nicht schreiben: Die Datei, ihr Ordner oder ihre Platte ist nur lesbar. Was da war, ist noch \
            da. Sie beschreibbar machen oder mit --path einen anderen Ort nennen.
            """
        case .cannotOpen(let path):
            """
            \(path) lässt sich nicht öffnen. Prüfen, ob es eine Datei ist, die Sie lesen dürfen, und ob ihr Ordner da ist.
            """
        case .noLocks(let path):
            """
            Die Platte von \(path) kann keine Dateien sperren, ein Spiegel lässt sich dort nicht füllen. Ihn auf einer \
            anderen Platte füllen und die fertige Datei kopieren: Lesen lässt sie sich überall.
            """
        case .failed(let path, let code):
            """
            \(path) zu lesen oder zu schreiben ging nicht (Code \(code)). Was schon gespiegelt war, ist noch da. Die Platte \
            prüfen und es noch einmal versuchen.
            """
        case .endedEarly(let known, let total):
            """
            Das Portal hat nach eigenen Angaben \(c.number(total)) Datensätze und gab \(c.number(known)) davon. Was es gab, \
            ist aufgehoben; portal mirror sync fragt noch einmal nach dem Rest.
            """
        case .noBeacon:
            """
            Das Beacon-Netz fragt nur das Portal: In einer Suche ohne Netz beacon:on und seine Filter weglassen.
            """
        case .onlyRow(let id):
            """
            Vom Datensatz \(id) hat der Spiegel, was eine Liste zeigt, und nicht alles. portal mirror sync --records liest \
            ganze Datensätze.
            """
        case .ephemeral: "Ein Spiegel liegt auf diesem Rechner, und mit --ephemeral bleibt dort nichts."
        case .notHeld: "Der Spiegel hat das nicht. Das Portal hat es."
        }
    }
}
