import PortalModel
import TerminalCanvas

extension DataUseWords {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .heading: "Erlaubte Nutzung"
        case .term(let use): use.named(by: use.code.term.map { Self.german[$0.code.id]?.label ?? $0.label })
        case .meaning(let use):
            TerminalText(singleLine: Self.german[use.code.id]?.meaning ?? use.code.term?.meaning ?? "")
        case .answer(.fits): "passt"
        case .answer(.needsPerson): "muss jemand ansehen"
        case .answer(.doesNotFit): "passt nicht"
        case .answer(.notSaid): "sagt nichts dazu"
        case .hint(.fits): "könnte passen"
        case .hint(.needsPerson): "ist nicht zu sagen"
        case .hint(.doesNotFit): "passt vielleicht nicht"
        case .hint(.notSaid): "nicht gesagt"
        case .allowed([]):
            "Seine Seite nennt keinen DUO-Code; wofür er genutzt werden darf, ist nicht gesagt: seinen Kontakt fragen."
        case .allowed(let uses): "Erlaubte Nutzung: \(DataUse.line(of: uses, c))."
        case .purposeSays(let words?), .purposeSaysOnScreen(let words?): "Ihr Zweck sagt: \(words)."
        case .purposeSays(nil): "Ihre Antworten nennen keinen Zweck mit einem DUO-Code."
        case .purposeSaysOnScreen(nil):
            "Ihre Antworten nennen keinen Zweck mit einem DUO-Code; \(c.key(.sayPurpose)) sagt einen."
        case .onlyHint: "Nur ein Hinweis. Das Komitee entscheidet nach Ihren Antworten; gesendet wird kein Code."
        case .declared: "Zweck nach Codes von DUO"
        case .noneDeclared: "Der Antrag nennt noch keinen."
        case .match(let title, let use, .notDeclared):
            "„\(title)“ verlangt \(c(DataUseWords.term(use))); der Antrag nennt es nicht."
        case .match(let title, let use, .doesNotFit):
            "„\(title)“ sagt \(c(DataUseWords.term(use))); was der Antrag nennt, passt nicht dazu."
        case .match(let title, let use, .needsPerson):
            "„\(title)“ sagt \(c(DataUseWords.term(use))): das vergleicht ein Mensch."
        case .match(let title, let use, .fits): "„\(title)“ sagt \(c(DataUseWords.term(use))): es passt."
        case .allMatch:
            "Er passt zu allen Codes der Datensätze, wie das Portal sie vergleicht. Das Komitee entscheidet."
        case .choice(.disease(let disease)): "Forschung zu \(disease)"
        case .choice(.health): "Gesundheit, Medizin oder Biomedizin"
        case .choice(.ancestry): "Herkunft oder Abstammung von Bevölkerungen"
        case .choice(.methods): "Methoden oder Software"
        case .choice(.general): "jede Forschung"
        case .choice(.notCommercial): "nicht kommerziell"
        case .choice(.commercial): "kommerziell"
        case .choice(.notForProfit): "gemeinnützig"
        case .choice(.sensitive): "Kinder, ein Geschlecht, oder was stigmatisieren kann"
        case .whole(.fits):
            "Ihr Zweck passt zur erlaubten Nutzung, soweit ihre Codes es sagen. Das Komitee entscheidet."
        case .whole(.needsPerson):
            "Ob Ihr Zweck passt, sagen die Codes allein nicht: das muss jemand ansehen. Das Komitee entscheidet."
        case .whole(.notSaid):
            """
            Der Katalog nennt keinen Code dafür, wozu die Daten dienen dürfen: ihren Kontakt fragen. Das Komitee entscheidet.
            """
        case .whole(.doesNotFit):
            """
            Ihr Zweck passt nicht zu dem, was die Codes zur Nutzung sagen. Das Komitee entscheidet; fragen können Sie \
            trotzdem.
            """
        }
    }

    /// By the codes; translated from DUO (CC BY 4.0).
    private static let german: [String: (label: String, meaning: String)] = [
        "DUO:0000001": ("Erlaubnis zur Nutzung", "Die Daten dürfen genutzt werden; wofür, sagt ein anderer Code."),
        "DUO:0000004": ("ohne Einschränkung", "Die Nutzung ist nicht eingeschränkt."),
        "DUO:0000006": (
            "Gesundheits-, medizinische oder biomedizinische Forschung",
            "Für Gesundheit, Medizin und Biomedizin ist die Nutzung erlaubt, für Herkunft oder Abstammung nicht."
        ),
        "DUO:0000007": (
            "Forschung zu einer Krankheit", "Die Nutzung ist erlaubt, soweit sie die genannte Krankheit betrifft."
        ),
        "DUO:0000011": (
            "nur Forschung zu Herkunft oder Abstammung",
            "Die Nutzung ist auf die Erforschung von Herkunft oder Abstammung beschränkt."
        ),
        "DUO:0000012": (
            "auf Forschung einer Art beschränkt", "Die Nutzung ist auf Studien einer bestimmten Art beschränkt."
        ),
        "DUO:0000015": (
            "keine allgemeine Methodenforschung",
            "Die Entwicklung von Methoden ist nicht erlaubt, etwa von Software oder Algorithmen."
        ),
        "DUO:0000016": (
            "nur genetische Studien",
            "Die Nutzung ist auf genetische Studien beschränkt: mit Genotypen, nicht allein mit Phänotypen."
        ),
        "DUO:0000017": ("nähere Bestimmung der Nutzung", "Für die Nutzung gelten weitere Bedingungen."),
        "DUO:0000018": (
            "nur gemeinnützig und nicht kommerziell",
            "Die Nutzung ist auf gemeinnützige Einrichtungen und nicht kommerzielle Zwecke beschränkt."
        ),
        "DUO:0000019": (
            "Veröffentlichung verlangt", "Die Ergebnisse werden der Wissenschaft zugänglich gemacht."
        ),
        "DUO:0000020": (
            "Zusammenarbeit verlangt", "Es wird mit denen zusammengearbeitet, die die Studie leiten."
        ),
        "DUO:0000021": (
            "Ethikvotum verlangt", "Die Zustimmung der eigenen Ethikkommission ist zu belegen."
        ),
        "DUO:0000022": ("örtlich beschränkt", "Die Nutzung ist auf eine bestimmte Gegend beschränkt."),
        "DUO:0000024": (
            "Sperrfrist für Veröffentlichungen", "Ergebnisse werden erst nach einem bestimmten Tag veröffentlicht."
        ),
        "DUO:0000025": ("zeitlich beschränkt", "Die Nutzung ist für eine bestimmte Zahl von Monaten erlaubt."),
        "DUO:0000026": ("auf Personen beschränkt", "Die Nutzung ist auf zugelassene Personen beschränkt."),
        "DUO:0000027": ("auf ein Vorhaben beschränkt", "Die Nutzung ist auf ein zugelassenes Vorhaben beschränkt."),
        "DUO:0000028": (
            "auf eine Einrichtung beschränkt", "Die Nutzung ist auf eine zugelassene Einrichtung beschränkt."
        ),
        "DUO:0000029": (
            "Rückgabe verlangt", "Abgeleitete und angereicherte Daten werden an die Quelle zurückgegeben."
        ),
        "DUO:0000042": ("allgemeine Forschung", "Die Nutzung ist für jeden Zweck der Forschung erlaubt."),
        "DUO:0000043": ("klinische Versorgung", "Die Nutzung in der klinischen Versorgung ist erlaubt."),
        "DUO:0000044": (
            "keine Forschung zu Herkunft oder Abstammung",
            "Die Erforschung von Herkunft oder Abstammung ist nicht erlaubt."
        ),
        "DUO:0000045": (
            "nur gemeinnützige Einrichtungen", "Die Nutzung ist auf gemeinnützige Einrichtungen beschränkt."
        ),
        "DUO:0000046": ("nicht kommerziell", "Die Nutzung ist auf nicht gewinnorientierte Zwecke beschränkt."),
    ]
}
