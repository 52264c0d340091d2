import PortalViews
import TerminalCanvas

extension StatsWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .nothing: "Noch wurde nichts gezählt. Es beginnt mit dem nächsten Befehl, der ein Portal fragt."
        case .isOff: "Es wird nicht mehr gezählt: In der Konfiguration steht stats: off."
        case .oneFormat: "--json und --openmetrics schließen sich aus: Bitte eines davon wählen."
        case .earlier: "früher"
        case .seconds(let seconds): "\(Self.number(seconds).replacing(".", with: ",")) s"
        }
    }
}
