import PortalModel
import PortalViews
import TerminalCanvas

extension SearchCommandWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .limit: "--limit nimmt eine Zahl von 1 bis 100000."
        case .noColumn(let name, let known): "--columns nimmt \(known.joined(separator: ", ")), nicht „\(name)“."
        case .columnsOfTable: "--columns ist für die Tabelle: --json und --why weglassen."
        case .offset: "--offset nimmt eine Zahl ab 0."
        case .nothingFound: "Kein Datensatz wurde gefunden."
        case .found(let count, let total): "\(count) von \(c.count(total, .dataset, .dative))."
        case .unreadable(let records):
            """
            \(records.count == 1 ? "1 Eintrag war" : "\(records.count) Einträge waren") nicht zu verstehen und \
            \(records.count == 1 ? "fehlt" : "fehlen").\(records.reasons(c))
            """
        case .restNotKept: "Die Datensätze nach diesen sind auf diesem Rechner nicht aufgehoben."
        case .beaconNeedsSignIn:
            """
            Das Beacon-Netz antwortet nur nach einer Anmeldung: portal login meldet an. Nichts wurde gesucht.
            """
        case .beaconAskedToo: "Das Beacon-Netz wird auch gefragt: ein Filter gehört ihm."
        case .beaconGaveNoCounts(let words): "Das Beacon-Netz gab keine Anzahlen: \(words)"
        case .beaconHadNoPart:
            "Die Bedingungen des Beacon-Netzes galten also nicht: Die Datensätze sind die des Katalogs, ohne sie."
        case .facetWithoutValue(let text): "--facet „\(text)“ hat keinen Wert. Als schlüssel=wert schreiben."
        case .facetNotUnderstood(let text):
            "--facet „\(text)“ ist nicht zu verstehen. Zeichen sind = != < > <= >=, danach ein Wert."
        case .facetRefused(let problem): "\(c(problem)) Nichts wurde gesucht."
        case .notInList(let value, let key):
            """
            „\(value)“ steht nicht in der Liste von \(key) und wird so gesucht, wie es ist; portal filters \(key) gibt \
            die Liste aus.
            """
        case .severalValues(let value, let key, let names):
            """
            „\(value)“ heißen \(names.count) Werte von \(key): \(names.joined(separator: ", ")). Alle sind gemeint.
            """
        case .noFilter(let key, let suggestions, let known, let isSignedIn):
            """
            Dieses Portal hat keinen Filter „\(key)“.\(c(CommonCommandWords.didYouMean(suggestions))) Bekannt sind \
            \(known.joined(separator: ", ")).\(isSignedIn ? "" : Self.germanBeaconFilters)
            """
        case .noFilters: "Der Katalog hat keine Filter."
        case .noValues: "Der Filter hat keine Liste von Werten."
        case .filterKind(let kind): TerminalText(singleLine: Self.germanWord(of: kind))
        case .noSeries(let title): "„\(title)“ ist ein Datensatz und keine Serie. Nichts wurde gesucht."
        case .emptySeries(let title): "Der Katalog nennt keine Datensätze der Serie „\(title)“."
        case .noVariant(let reason): c(Reason.variant(reason))
        case .assembly: "--assembly nimmt GRCh37 oder GRCh38."
        case .sex: "--sex nimmt F oder M."
        case .country: "--country nimmt zwei Buchstaben, etwa FR."
        case .orderOfFrequencies: "--sort nimmt frequency, count oder population."
        case .alleleTotal(let total, let variant):
            """
            \(variant.map { "\($0): " } ?? "")\(c.number(total.populations)) Populationen, zusammen \
            \(c.alleles(total.count)) von \(c.alleles(total.number)) Allelen, ein Anteil von \(c.share(total.frequency)).
            """
        case .noAlleleTotal(let variant):
            """
            \(variant.map { "\($0): " } ?? "")Keine Summe: Personen können in mehreren dieser Populationen gezählt sein.
            """
        case .beaconFiltersNeedSignIn:
            "Filter des Beacon-Netzes werden nur nach einer Anmeldung genannt (portal login)."
        case .noPopulation: "Keine Population mit dieser Variante wurde gefunden."
        }
    }

    private static let germanBeaconFilters = " Die des Beacon-Netzes stehen nur nach einer Anmeldung da (portal login)."

    private static func germanWord(of kind: FilterKind) -> String {
        switch kind {
        case .dropdown: "Werte"
        case .freeText: "Text"
        case .entries: "Einträge"
        case .dateTime: "Datum"
        case .number: "Zahl"
        }
    }
}
