import PortalModel
import TerminalCanvas

extension FrequenciesMessage: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .noDataset: "The network does not say in which dataset these people were counted."
        case .notListed(let dataset):
            "The catalogue has no dataset “\(dataset)”. A Beacon may count in datasets that are not listed here."
        case .nothingToCopy: "There is no population to copy."
        }
    }
}
