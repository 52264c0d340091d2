import PortalModel
import TerminalCanvas

extension FrequenciesMessage {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .noDataset: "Das Netz sagt nicht, in welchem Datensatz diese Personen gezählt wurden."
        case .notListed(let dataset):
            "Der Katalog hat keinen Datensatz „\(dataset)“. Ein Beacon kann in Datensätzen zählen, die hier fehlen."
        case .nothingToCopy: "Es gibt keine Population zum Kopieren."
        }
    }
}
