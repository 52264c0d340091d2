import PortalModel
import TerminalCanvas

extension SearchMessage {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .beaconGaveNothing(let words):
            "Das Beacon-Netz ergab nichts; dies ergab der Katalog allein. \(words)"
        case .beaconOnFor(let filter):
            "Beacon ist jetzt an: „\(filter)“ beantwortet das Beacon-Netz, was länger dauert."
        case .beaconOn: "Beacon ist an: es zählt Einträge zu Filtern mit eigenen Daten."
        case .beaconOff(let one): "Beacon ist aus: \(one ? "sein Filter ist" : "seine Filter sind") auch weg."
        case .notFetched(let count):
            "\(count) davon sind noch nicht abgerufen und bleiben unmarkiert. Erst an ihnen vorbeiblättern."
        case .nothingToOpen: "Hier ist nichts zu öffnen."
        case .markFirst: "Zuerst einen mit \(c.key(.toggleMark, in: .browserList)) markieren."
        case .noFacet: "Kein Filter ist gesetzt."
        case .nothingToUndo: "Es gibt nichts zurückzunehmen; getippte Wörter bleiben."
        case .noWords: "Eingeben, was zu suchen ist."
        case .noDataset: "Unter dem Cursor ist kein Datensatz."
        case .facetsInOrder: "Die Filter haben wieder ihre Reihenfolge."
        case .facetsOff(let facets): "Weggenommen: \(facets)."
        case .facetsBack(let facets): "Zurückgeholt: \(facets)."
        case .wordsStay: "Die Wörter der Suche wurden seitdem geändert und bleiben."
        case .searchEmpty: "Die Suche ist wieder leer."
        case .searchedAgain(let text): "Wieder gesucht: „\(text)“."
        case .allWords: "Wieder müssen alle Wörter passen."
        case .anyWord: "Wieder genügt eines der Wörter."
        case .beaconOnAgain: "Beacon ist wieder an."
        case .beaconOffAgain: "Beacon ist wieder aus."
        case .notANumber(let text): "„\(text)“ ist keine Zahl. Eine Zahl wie 100 eingeben."
        case .notADate(let text): "„\(text)“ ist kein Datum. Ein Datum wie 2024-01-31 eingeben."
        case .noOrder(let label, let sign, let signs):
            "„\(label)“ hat keine Reihenfolge: „\(sign)“ geht damit nicht, nur \(signs)."
        case .cannotLeaveOut(let label, let signs):
            """
            Dieses Portal kann nicht weglassen, was einen Wert von „\(label)“ hat: es fände das Gegenteil. Dort \
            gehen nur \(signs).
            """
        case .beaconNeedsSignIn(let canSignIn):
            """
            Das Beacon-Netz antwortet nur nach einer Anmeldung. \
            \(canSignIn ? "\(c.key(.signIn)) meldet an, dann fragt \(c.key(.toggleBeacon)) es." : c.text(SignInMessage.noPlace))
            """
        case .filterOfBeacon(let label):
            "„\(label)“ ist ein Filter des Beacon-Netzes, das nur nach einer Anmeldung antwortet."
        case .asTyped(let value, let filter):
            "„\(value)“ steht nicht in der Liste von „\(filter)“ und wird so gesucht, wie es dasteht."
        case .severalValues(let label, let filter, let count):
            "„\(label)“ heißen \(count) Werte von „\(filter)“; gesucht werden alle."
        case .nothingToComplete: "Zum Wort am Cursor ist nichts bekannt: kein Filter und kein Wert beginnt so."
        case .noEarlierSearch: "Gesucht wurde hier noch nichts."
        case .noSearchBefore: "Eine frühere Suche gibt es nicht."
        case .nothingToCopy: "Die Suche gilt allen Datensätzen: da ist nichts zu kopieren."
        case .column(let column): Self.column(column)
        case .orderOfMirror(let column):
            "Nach „\(Self.column(column))“ ordnet kein Portal. Der Spiegel des Katalogs kann es: \(c.key(.showMirror))."
        case .markToCompare:
            """
            Zwei bis fünf Datensätze werden verglichen: zuerst mit \(c.key(.toggleMark, in: .browserList)) markieren.
            """
        case .basketNotComparable: "Zwei bis fünf Datensätze werden verglichen; im Korb ist eine andere Zahl."
        case .allInSight: "Alle sind zu sehen."
        case .lineWaitsInVain:
            "Das Portal hat seine Filter nicht genannt. Die Zeile bleibt; \(c.key(.leaveSearch)) versucht es noch einmal."
        case .nothingToSave:
            "Die Suche gilt allen Datensätzen: erst Wörter eingeben oder Filter wählen, dann speichern."
        case .noSavedSearch: "Keine Suche ist gespeichert."
        case .nothingNew: "Neues gibt es davon nicht."
        case .nothingNews: "Neues gibt es nicht."
        case .newsOfSearches(let count, let news):
            """
            \(c(SavedSearchWords.count(news))) in \(count == 1 ? "einer gespeicherten Suche" : "\(c.number(count)) gespeicherten Suchen"): \
            \(c.key(.showNews)) zeigt, was neu ist.
            """
        case .nothingDeleted: "Keine gespeicherte Suche wurde gelöscht."
        case .searchSaved(let name):
            "„\(name)“ ist gespeichert; was sie findet, gilt als gesehen. \(c.key(.showSavedSearches)) sagt, was neu ist."
        case .searchRenamed(let name, let other): "„\(name)“ heißt jetzt „\(other)“."
        case .searchDeleted(let name): "„\(name)“ ist gelöscht. \(c.key(.restoreSearch)) nimmt es zurück."
        case .searchRestored(let name): "„\(name)“ ist wieder da, mit allem, was davon gesehen war."
        case .markedSeen(let name, let news): "\(name): \(c(SavedSearchWords.count(news))), gilt jetzt als gesehen."
        }
    }

    private static func column(_ column: ListColumn) -> TerminalText {
        switch column {
        case .id: "ID"
        case .identifier: "Kennung"
        case .title: "Titel"
        case .access: "Zugang"
        case .individuals: "Personen"
        case .records: "Einträge"
        case .files: "Dateien"
        case .year: "Jahr"
        case .modified: "Geändert"
        case .created: "Angelegt"
        case .publisher: "Herausgeber"
        case .theme: "Thema"
        case .keywords: "Schlagwörter"
        case .catalogue: "Katalog"
        case .period: "Zeitraum"
        case .series: "Serie"
        }
    }
}
