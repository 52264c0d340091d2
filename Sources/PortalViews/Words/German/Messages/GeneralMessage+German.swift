import PortalModel
import TerminalCanvas

extension GeneralMessage {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .copied(let bytes): "Kopiert (\(bytes) Bytes), wenn Ihr Terminal es erlaubt."
        case .draftFound(let count):
            """
            Ein Entwurf zu \(c.count(count, .dataset, .dative)) ist gespeichert: \(c.key(.showRequests)) öffnet \
            die Anträge.
            """
        case .pasteCut(let characters):
            "Das Eingefügte ist länger als \(characters) Zeichen: der Rest wurde weggelassen."
        case .selectAndCopy: "Mit dem Terminal markieren und kopieren (\(c.key(.toggleMouse)) überlässt ihm die Maus)"
        case .keptInLanguage(let tag):
            """
            Was gezeigt wird, war aufgehoben und in einer anderen Sprache erfragt: \
            \(LanguageName.text(tag, in: c.language)).
            """
        case .stopped: "Abgebrochen. Was vorher da war, wird weiter gezeigt."
        case .mouseOn: "Maus an."
        case .mouseOff: "Maus aus: das Terminal kann Text markieren."
        case .keyDoesNothing(let key): "\(c.label(key)) tut hier nichts."
        case .showsWhatDoes(let anywhere):
            "\(anywhere ? c.key(.showHelp, in: .global) : c.keyEverywhere(.showHelp)) zeigt, was etwas tut."
        case .notTakenAsKeys: "Was unmittelbar danach getippt wurde, galt nicht als Tasten."
        case .nothingRuns(let outside):
            """
            Nichts läuft. \(outside ? "" : "\(c.key(.goBack, in: .global)) geht hier hinaus, dann beendet ")\(c.key(.quit))\(outside ? " beendet" : "") \
            das Programm; alles bleibt gespeichert.
            """
        case .enterDoesIt:
            """
            \(c.key(.choose, in: .confirmation)) führt es aus, \(c.key(.goBack, in: .confirmation)) lässt es.
            """
        case .keyDoesIt(let word):
            """
            \(c.key(.affirm, in: .confirmation)) führt es aus, oder „\(c.typed(word))“ und \
            \(c.key(.choose, in: .confirmation)). \(c.key(.goBack, in: .confirmation)) lässt es.
            """
        case .typeWord(let word):
            "„\(c.typed(word))“ eingeben, um fortzufahren, oder \(c.key(.goBack, in: .confirmation)), um es zu lassen."
        case .typeWordAndEnter(let word):
            """
            „\(c.typed(word))“ eingeben und \(c.key(.choose, in: .confirmation)) drücken, oder \
            \(c.key(.goBack, in: .confirmation)), um es zu lassen.
            """
        case .belongsTo(let place): "Das gehört zu „\(c(place))“."
        case .linesSkipped(let count, let file, let first):
            """
            \(count == 1 ? "1 Zeile" : "\(count) Zeilen") von \(file) übersprungen, der Rest wird gezeigt.\(first.map { " Die erste: \($0)." } ?? "") \
            \(c.key(.showFailures)) zeigt sie alle.
            """
        case .draftNotWritten(let error):
            """
            Die neuesten Antworten eines Entwurfs konnten nicht auf die Platte geschrieben werden: \
            \(c.reason(error))
            """
        case .basketNotWritten(let error):
            "Der Korb konnte nicht auf die Platte geschrieben werden: \(c.reason(error))"
        case .mayBeLost(let loss):
            """
            \(c(loss)) Beim Beenden kann das verloren gehen. \(c.key(.goBack, in: .confirmation)) geht zurück, \
            um es zu kopieren.
            """
        case .uploadStops(let name):
            """
            „\(name)“ ist noch auf dem Weg zum Portal. Beenden bricht das ab; die Datei muss dann neu angehängt \
            werden. Alles andere bleibt gespeichert.
            """
        }
    }
}
