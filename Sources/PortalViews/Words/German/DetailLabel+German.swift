extension DetailLabel {
    /// Values that are no catalogue's but the program's own, by the English ones.
    /// A value as German has it, where the program wrote it: numbers and years of the fields that the contract counts.
    static func german(_ value: String, of label: String) -> String {
        switch label {
        case "Individuals", "Records":
            guard value.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "," }) else { return value }
            return value.replacing(",", with: ".")
        case "Youngest typical age", "Oldest typical age":
            guard value.hasSuffix(" years") || value.hasSuffix(" year") else { return value }
            return value.replacing(" years", with: " Jahre").replacing(" year", with: " Jahr")
        default: return germanValues[value] ?? value
        }
    }

    private static let germanValues = ["It cannot be requested any more.": "Kann nicht mehr beantragt werden."]

    /// By the English ones.
    static let german = [
        "Identifier": "Kennung",
        "Access": "Zugang",
        "Files": "Dateien",
        "Formats": "Formate",
        "Size": "Größe",
        "Licences": "Lizenzen",
        "Themes": "Themen",
        "Keywords": "Schlagwörter",
        "Catalogue": "Katalog",
        "Contacts": "Kontakte",
        "Description": "Beschreibung",
        "Overview": "Überblick",
        "Type": "Art",
        "Languages": "Sprachen",
        "Version": "Version",
        "Version notes": "Zur Version",
        "Purpose": "Zweck",
        "Update frequency": "Aktualisierung",
        "Conforms to": "Entspricht",
        "Other identifiers": "Andere Kennungen",
        "Governance": "Verantwortung",
        "Publishers": "Herausgeber",
        "Creators": "Urheber",
        "Owner organisation": "Eigentümer",
        "Health data access body": "Zugangsstelle",
        "Trusted data holder": "Vertrauenswürdiger Halter",
        "Publisher coverage": "Reichweite",
        "Attributed to": "Zugeschrieben",
        "Contact identifiers": "Kennungen der Kontakte",
        "Legal basis": "Rechtsgrundlage",
        "Applicable legislation": "Anwendbares Recht",
        "Personal data": "Personenbezogene Daten",
        "Health": "Gesundheit",
        "Health themes": "Gesundheitsthemen",
        "Health categories": "Gesundheitskategorien",
        "Population": "Bevölkerung",
        "Population covered": "Erfasste Bevölkerung",
        "Individuals": "Personen",
        "Records": "Einträge",
        "Youngest typical age": "Jüngstes übliches Alter",
        "Oldest typical age": "Ältestes übliches Alter",
        "Coverage": "Abdeckung",
        "Place": "Ort",
        "Area": "Gebiet",
        "Spatial resolution": "Räumliche Auflösung",
        "Period": "Zeitraum",
        "Temporal resolution": "Zeitliche Auflösung",
        "Coding": "Kodierung",
        "Coding systems": "Kodiersysteme",
        "Codes": "Codes",
        "Retention": "Aufbewahrung",
        "Kept": "Aufbewahrt",
        "Provenance": "Herkunft",
        "Activities": "Tätigkeiten",
        "Quality": "Qualität",
        "Quality statements": "Aussagen zur Qualität",
        "Relations": "Beziehungen",
        "Part of series": "Teil der Serie",
        "Related datasets": "Verwandte Datensätze",
        "Other relations": "Andere Beziehungen",
        "Versions": "Versionen",
        "Referenced by": "Genannt von",
        "Links": "Links",
        "Home page": "Webseite",
        "Documentation": "Dokumentation",
        "URI": "URI",
        "Status": "Status",
        "Availability": "Verfügbarkeit",
        "Created": "Angelegt",
        "Modified": "Geändert",
        "Compression": "Komprimierung",
        "Packaging": "Verpackung",
        "Checksum": "Prüfsumme",
        "Checksum algorithm": "Prüfsummenverfahren",
        "Rights": "Rechte",
        "Access service": "Zugangsdienst",
        "Id": "ID",
        "Data dictionary": "Variablen",
        "Variable": "Variable",
        "Unnamed": "Ohne Namen",
        "Other": "Sonstiges",
        "Explanations": "Erklärungen",
        "Resource": "Ressource",
        "Available from": "Verfügbar ab",
        "Available until": "Verfügbar bis",
        "More": "Mehr",
    ]
}
