import PortalModel
import TerminalCanvas

extension EditorReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .noFile(let folder): "In \(folder) ließ sich keine Datei für den Editor anlegen."
        case .endedWithError(let command):
            "„\(command)“ endete mit einem Fehler, deshalb wurde der Text nicht übernommen."
        case .endedAtOnce(let command, let path):
            """
            „\(command)“ endete sofort, und der Text ist, wie er war. Wenn er in einem eigenen Fenster weiterläuft, wird nicht \
            übernommen, was Sie dort speichern: es ist in \(path), bis portal das nächste Mal startet. EDITOR so setzen, \
            dass er wartet, etwa code --wait, gvim -f oder emacsclient ohne -n.
            """
        case .notStarted(let command, let words):
            "„\(command)“ ließ sich nicht starten: \(words) Mit EDITOR den nennen, den Sie benutzen."
        case .textTooLong: "Der bearbeitete Text ist länger als 1 MB."
        case .notUTF8: "Der bearbeitete Text ist nicht in UTF-8."
        case .fileGone(let path):
            """
            Die Datei, die er bekam (\(path)), wurde währenddessen von einem anderen Programm entfernt oder umbenannt. \
            Was dort geschrieben wurde, ist hier nicht zu lesen; nachsehen, was der Editor selbst aufgehoben hat, etwa \
            eine Sicherungsdatei.
            """
        case .kept(let path): "Er ist in \(path) aufgehoben."
        case .leftover(let path):
            """
            Was Sie in Ihrem Editor geschrieben haben, als das Programm endete, ist in \(path): herausnehmen, was Sie \
            brauchen, und die Datei löschen.
            """
        case .leftoverElsewhere(let path, let place):
            """
            Ein Text, den ein Editor auf einem anderen Rechner, in einem anderen Container oder vor einem Neustart \
            bekam (\(place ?? "von einer früheren Version")), ist in \(path). Er kann dort noch offen sein: dort \
            schließen, oder herausnehmen, was Sie brauchen, und die Datei löschen, wenn er es nicht ist.
            """
        }
    }
}

extension PagerReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .none:
            """
            Auf diesem Rechner gibt es kein Programm zum Blättern: less installieren, oder mit PAGER das nennen, das \
            Sie benutzen.
            """
        case .doesNotWait(let command):
            "PAGER ist „\(command)“ und wartet nicht: ein Programm zum Blättern wie less nennen."
        case .noFile(let folders):
            """
            In \(folders.joined(separator: ", ")) ließ sich keine Datei zum Blättern anlegen. Dort nach freiem Platz sehen.
            """
        case .notStarted(let command, nil):
            "„\(command)“ ließ sich nicht starten. Mit PAGER das nennen, das Sie benutzen, etwa less."
        case .notStarted(let command, .some(let words)):
            "„\(command)“ ließ sich nicht starten: \(words) Mit PAGER das nennen, das Sie benutzen."
        case .endedWithStatus(let command, let status): "„\(command)“ endete mit Status \(status)."
        case .endedBySignal(let command, let number): "„\(command)“ wurde durch Signal \(number) beendet."
        }
    }
}

extension ProgramReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .noPDFProgram:
            """
            Kein Programm für PDF ist installiert. Debians Paket weasyprint bringt eines mit (sudo apt install \
            weasyprint); groff ist kleiner und genügt für lateinische Buchstaben. Markdown, Text und JSON brauchen \
            keines.
            """
        case .noPDF(let program, let words):
            """
            \(program) konnte es nicht: \(words ?? "Es hat nichts gesagt"). Markdown, Text und JSON brauchen kein \
            solches Programm.
            """
        case .lettersLeftOut:
            """
            groff hat für einige der Wörter keine Buchstaben, sie fehlen im PDF: Debians Paket weasyprint hat sie.
            """
        case .noFolder: "In /tmp ließ sich kein Ordner für die Teile anlegen."
        case .notEnded(let program): "\(program) war nach einer Minute nicht fertig."
        case .notStarted(let program): "\(program) ließ sich nicht starten."
        case .demoMissing(let path):
            "\(path) fehlt. Es entsteht zusammen mit portal (make build) und gehört daneben."
        case .demoNotStarted(let path, let words): "\(path) lässt sich nicht starten: \(words)."
        case .demoEnded: "Das Demo-Portal endete, bevor es bereit war."
        case .demoSaid(let words): TerminalText(sanitizing: words)
        case .noPipe(let words): "Es ließ sich keine Pipe öffnen: \(words)."
        case .otherVersion(let path, let version, let ours):
            "\(path) hat Version \(version) und portal \(ours). Beide neu bauen: make build."
        case .demoStartedAgain(let isKept):
            """
            Das Demo-Portal hatte geendet und wurde neu gestartet. \
            \(isKept ? "Nichts ist verloren." : "Es hat nichts gespeichert: frühere Anträge sind weg, Entwürfe nicht.")
            """
        }
    }
}
