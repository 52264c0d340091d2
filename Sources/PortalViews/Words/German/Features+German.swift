import PortalModel
import TerminalCanvas

extension PortalFeature: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: words) }

    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .filters, .filterValues: "Filtern"
        case .matchingAny: "Nach einem der Wörter suchen"
        case .individualLevel: "Einträge auf der Ebene von Personen zählen"
        case .export: "Die Beschreibung eines Datensatzes ausgeben"
        case .alleleFrequencies: "Allelfrequenzen nachschlagen"
        case .organizations: "Organisationen auflisten"
        case .series: "Die Datensätze einer Serie auflisten"
        case .requests: "Zugang beantragen"
        case .licences: "Lizenzen annehmen"
        case .uploadAttachment: "Eine Datei anhängen"
        case .downloadAttachment: "Eine angehängte Datei abrufen"
        case .inviteMember: "Ein Mitglied einladen"
        case .removeMember: "Ein Mitglied entfernen"
        case .cancelRequest: "Einen Antrag schließen"
        case .copyAsNew: "Einen Antrag als neuen kopieren"
        case .changeDatasets: "Die Datensätze eines Antrags ändern"
        case .deleteDraft: "Einen Entwurf löschen"
        case .entitlements: "Gewährte Zugänge auflisten"
        case .passport: "Den Pass zeigen"
        case .dataUseCodes: "Mit Codes sagen, wozu Daten gebraucht werden"
        }
    }
}

extension PersonalProfile.Entry: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: title) }

    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .name: "Name"
        case .orcid: "ORCID"
        case .institution: "Einrichtung"
        case .email: "E-Mail"
        case .phone: "Telefon"
        case .principalInvestigator: "Projektleitung"
        }
    }
}

extension PersonalProfile.Fault: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: sentence) }

    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .tooLong(let most): "Zu lang: höchstens \(most) Zeichen."
        case .notORCID:
            "Keine ORCID: sechzehn Ziffern wie 0000-0002-1825-0097, von denen die letzte die anderen prüft."
        case .field(let problem): c(problem)
        }
    }
}

extension DocumentFormat: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: words) }

    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .markdown: "Markdown"
        case .text: "reiner Text"
        case .json: "JSON, für Programme"
        case .pdf: "PDF"
        }
    }
}

/// What an empty entry of the profile shows.
struct EntryExample: Wording {
    let entry: PersonalProfile.Entry

    func english(_ c: Phrasing) -> TerminalText { TerminalText(singleLine: entry.example) }

    func german(_ c: Phrasing) -> TerminalText? {
        switch entry {
        case .name: "wie Formulare danach fragen"
        case .institution: "wo Sie arbeiten"
        case .principalInvestigator: "Name; der eigene, wenn Sie es sind"
        case .orcid, .email, .phone: english(c)
        }
    }
}
