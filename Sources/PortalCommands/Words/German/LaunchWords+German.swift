import PortalModel
import PortalViews
import TerminalBackend
import TerminalCanvas

extension LaunchWords {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .notUTF8(let word):
            """
            Das Wort „\(word)“ der Befehlszeile ist nicht in UTF-8: in einem Terminal eingeben, das es ist, oder in \
            einer Datei angeben.
            """
        case .emptyID(.aPerson), .emptyID(.aFile):
            "Was genannt wird, ist leer. Ist eine Variable Ihres Skripts nicht gesetzt?"
        case .emptyID(let id): "Die ID \(id.german) ist leer. Ist eine Variable Ihres Skripts nicht gesetzt?"
        case .noPlace(let place, let variable):
            """
            Es gibt keinen Ort für \(place.german): HOME ist nicht gesetzt, und dieser Rechner kennt Ihren \
            persönlichen Ordner nicht. HOME setzen, oder mit \(variable) einen Ort nennen.
            """
        case .unknownCommand(let word, let place, let suggestions):
            """
            „\(word)“ ist kein Befehl von \(place).\(c(CommonCommandWords.didYouMean(suggestions))) \(place) --help \
            listet alle auf.
            """
        case .tooFewThreads(let needed, let words):
            """
            Dieser Rechner lässt das Programm die \(needed) Threads nicht starten, die es braucht (\(words)). Die Grenze \
            Ihrer Prozesse (ulimit -u) oder Ihres Speichers (ulimit -v), die eines Jobs oder Containers oder dessen Regeln \
            verbieten es. Nichts wurde begonnen.
            """
        case .tooFewFiles(let limit, let open, let needed):
            """
            Zu wenige Dateien dürfen gleichzeitig offen sein: \(limit), von denen \(open) schon offen sind; \(needed) \
            weitere sind nötig. Die Grenze heben (ulimit -n 1024), oder darum bitten, wer diesen Rechner betreibt.
            """
        case .withoutDrafts(let reason): "\(c(reason)) Mit --ephemeral startet das Programm, ohne etwas zu speichern."
        case .catalogueUnreadable(let path, let words):
            "Der Katalog \(path) ist nicht zu lesen: \(words). Den Pfad hinter --catalogue prüfen."
        case .terminal(let refusal): Self.german(refusal)
        case .noScreen(let refusal):
            """
            \(Self.german(refusal)) Ohne Bildschirm gibt es Befehle, etwa portal search krebs; portal --help listet sie auf. Einen \
            Antrag füllt portal request fill --linear aus.
            """
        case .crashed:
            """
            portal ist abgestürzt. Was Sie getippt hatten, ist auf diesem Rechner gespeichert: portal noch einmal starten.
            Geschieht es wieder, bitte mit dem Ende des Protokolls melden; portal doctor sagt, wo es ist.

            """
        case .demoAndProfile:
            "--demo und --profile schließen einander aus: das Demo-Portal ist ein Profil für sich."
        case .demoAndAddresses: "--demo bringt seine Adressen mit: --discovery und --access weglassen."
        case .catalogueWithoutDemo: "--catalogue ist für das Demo-Portal: --demo anfügen."
        case .delayWithoutDemo: "--decision-delay ist für das Demo-Portal: --demo anfügen."
        case .delay: "--decision-delay nimmt eine Zahl von Sekunden von 0 bis zu einem Jahr."
        case .takesOne(let option, let known, let text):
            "\(option) nimmt eines von \(known.joined(separator: ", ")), nicht „\(text)“."
        case .hasDatasets: "Ein Antrag, den es gibt, hat seine Datensätze: --dataset und --another weglassen."
        case .linearNeeded:
            """
            --linear anfügen: das stellt eine Frage je Zeile und geht in jedem Terminal. Das Formular auf dem ganzen \
            Bildschirm ist in portal, unter Anträge.
            """
        }
    }

    private static func german(_ refusal: TerminalCheck.Refusal) -> TerminalText {
        switch refusal {
        case .inputIsNoTerminal:
            """
            Die Tastatur ist nicht angeschlossen: die Standardeingabe ist kein Terminal. Das Programm unmittelbar in \
            einem Terminal starten, ohne Pipe oder Datei davor; über SSH mit `ssh -t`.
            """
        case .outputIsNoTerminal:
            """
            Der Bildschirm ist nicht angeschlossen: die Standardausgabe ist kein Terminal. Das Programm unmittelbar in \
            einem Terminal starten, ohne `|` oder `>` dahinter; über SSH mit `ssh -t`.
            """
        case .noType:
            """
            Die Art des Terminals ist nicht bekannt, weil TERM nicht gesetzt ist. TERM auf das setzen, was Ihr \
            Terminal ist, etwa: export TERM=xterm-256color
            """
        case .unknownType(let type):
            """
            Dieser Rechner hat keine Beschreibung des Terminals „\(type)“, das TERM nennt, und die eigene des \
            Programms ist nicht zu lesen. export TERM=xterm-256color versuchen, oder das Paket ncurses-term \
            installieren.
            """
        case .tooSimple(let type):
            """
            Das Terminal „\(type)“, das TERM nennt, kann seinen Cursor nicht bewegen, deshalb ist kein Bildschirm zu \
            zeigen. Kann Ihr Terminal mehr, dies versuchen: export TERM=xterm-256color
            """
        }
    }
}

extension LaunchWords.GivenID {
    fileprivate var german: String {
        switch self {
        case .aDataset: "eines Datensatzes"
        case .theDataset: "des Datensatzes"
        case .theRequest: "des Antrags"
        case .aPerson: "eines Menschen"
        case .aFile: "einer Datei"
        }
    }
}

extension LaunchWords.Place {
    fileprivate var german: String {
        switch self {
        case .cache: "einen Zwischenspeicher"
        case .configuration: "eine Konfiguration"
        case .drafts: "Entwürfe"
        }
    }
}
