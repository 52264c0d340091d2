import PortalModel
import TerminalCanvas

extension DatasetFindWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .title: "Find in the dataset"
        case .placeholder: "words of a field, a file or a variable"
        case .nothing: "No part of the page holds all of these words."
        case .onlyFromList: "The dataset could not be fetched: this is what the list knows of it."
        }
    }
}
