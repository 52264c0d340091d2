import PortalModel
import TerminalCanvas

extension VariantReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .nothingTyped: "Eine Variante eingeben, etwa 3-45864731-T-C."
        case .noVariant(let text):
            """
            „\(text)“ ist keine Variante. Sie wird als Chromosom, Position, Basen der Referenz und gesehene Basen \
            geschrieben: 3-45864731-T-C.
            """
        case .nameOfDatabase(let name):
            """
            „\(name)“ ist ein Name in dbSNP. Das Netz fragt nach dem Ort: ihn dort nachschlagen und als 3-45864731-T-C \
            schreiben.
            """
        case .inTranscript(let text):
            """
            „\(text)“ ist ein Ort in einem Transkript oder Protein. Das Netz fragt nach dem Ort im Genom: 3-45864731-T-C, \
            oder HGVS mit g., etwa NC_000003.11:g.45864731T>C.
            """
        case .notSubstitution(let text):
            """
            „\(text)“: von HGVS wird nur T>C genommen. Deletionen und Insertionen werden mit der Base davor geschrieben, wie \
            in VCF: 3-45864731-TA-T.
            """
        case .unknownSequence(let name):
            "„\(name)“ ist kein Chromosom von GRCh37 oder GRCh38. Den Namen des Chromosoms schreiben: 3-45864731-T-C."
        case .twoAssemblies(let one, let other):
            "Die Zeile nennt \(one) und \(other). Die Positionen sind verschieden: eines weglassen."
        case .twoSexes(let one, let other):
            "\(one) und \(other) sind genannt. Eines nennen; ohne Angabe zählen alle."
        case .twoCountries(let one, let other):
            "Zwei Länder sind genannt, \(one) und \(other). Das Netz wird nach einem gefragt: eines weglassen."
        case .unknownWord(let word):
            """
            „\(word)“ ist weder ein Assembly (GRCh37, GRCh38) noch ein Geschlecht (F, M) noch ein Land aus zwei Buchstaben \
            (FR).
            """
        }
    }
}
