import PortalViews
import TerminalCanvas

extension CompareCommandWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .howMany: "Name two to five datasets, each once."
        case .oneForm: "--json, --markdown and --csv are three forms: give one."
        }
    }
}
