import PortalModel
import TerminalCanvas

extension FrequenciesMessage {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .noDataset: "Das Netz sagt nicht, in welchem Datensatz diese Personen gezählt wurden."
        case .nothingToCopy: "Es gibt keine Population zum Kopieren."
        }
    }
}
