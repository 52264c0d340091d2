import PortalModel
import TerminalCanvas

extension KeyContext: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: title) }

    package func german(_ c: Phrasing) -> TerminalText? {
        GermanCommands.places[name].map(TerminalText.init(singleLine:))
    }
}

extension GermanCommands {
    /// The headings of the help, by the names that `keys:` in config.yaml has.
    static let places = [
        "everywhere": "Überall, auch beim Schreiben",
        "global": "Überall",
        "browserList": "Datensätze",
        "browserSearch": "Suche",
        "facets": "Filter",
        "facetFind": "Suche nach einem Filterwert",
        "facetCondition": "Bedingung eines Filters",
        "dataset": "Ein Datensatz",
        "comparison": "Datensätze im Vergleich",
        "basket": "Korb",
        "requests": "Anträge",
        "requestsFind": "Suche nach einem Antrag",
        "request": "Ein Antrag",
        "granted": "Gewährte Zugänge",
        "wizardDatasets": "Antrag: Datensätze",
        "wizardText": "Antrag: Feld mit einer Zeile",
        "wizardMultiline": "Antrag: langer Text",
        "wizardChoice": "Antrag: Auswahl",
        "wizardCalendar": "Antrag: Kalender",
        "wizardTable": "Antrag: Tabelle",
        "wizardCell": "Antrag: Zelle einer Tabelle",
        "wizardFiles": "Antrag: Dateien",
        "wizardPath": "Antrag: Datei anhängen",
        "wizardLicences": "Antrag: Lizenzen",
        "wizardReview": "Antrag: Prüfung",
        "wizardResult": "Antrag: nach dem Absenden",
        "wizardComparison": "Antrag: abweichende Antworten",
        "setupChoice": "Erster Start",
        "portals": "Portale",
        "mirror": "Der Katalog auf diesem Rechner",
        "savedSearches": "Gespeicherte Suchen",
        "savedSearchName": "Eine Suche benennen",
        "news": "Was neu ist",
        "datasetFind": "In einem Datensatz finden",
        "frequencies": "Allelfrequenzen",
        "frequenciesLine": "Allelfrequenzen: die Variante",
        "allPortals": "Alle Portale",
        "allPortalsLine": "Alle Portale: die Suche",
        "allPortalsDataset": "Alle Portale: ein Datensatz",
        "portalForm": "Ein Portal einrichten",
        "help": "Hilfe",
        "palette": "Befehle",
        "failures": "Fehlgeschlagene Aufrufe",
        "health": "Zustand der Dienste",
        "passport": "Ihr Pass",
        "data": "Die Daten",
        "dataFolder": "Wohin die Daten kommen",
        "sortMenu": "Reihenfolge",
        "menu": "Ein Menü",
        "confirmation": "Eine Rückfrage",
        "textOverlay": "Ein Text",
        "members": "Mitglieder eines Antrags",
        "invitation": "Ein Mitglied einladen",
        "memberQuestion": "Bevor jemand herausgenommen wird",
        "exportMenu": "Einen Antrag in eine Datei schreiben",
        "answersPath": "Eine Antwortdatei",
        "exporting": "Datensätze auf dem Weg in eine Datei",
        "answersOffer": "Was eine Antwortdatei ändern würde",
        "licence": "Eine Lizenz",
        "login": "Anmelden",
        "loginPaste": "Anmelden: die Adresse aus dem Browser",
        "person": "Ihr Profil",
    ]
}
