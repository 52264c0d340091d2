import PortalModel
import TerminalCanvas

extension FrequenciesMessage: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .noDataset: "The network does not say in which dataset these people were counted."
        case .nothingToCopy: "There is no population to copy."
        }
    }
}
