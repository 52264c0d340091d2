import PortalModel
import TerminalCanvas

extension AboutWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .title: "About"
        case .body(let portal): "You are at \(portal). Datasets are found and asked for here, without a browser."
        }
    }
}
