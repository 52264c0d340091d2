import TerminalCanvas

extension PersonWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .title: "Ihr Profil"
        case .onThisMachine: "nur auf diesem Rechner"
        case .howUsed:
            """
            Wird angeboten, wo ein Formular danach fragt, und nur auf Wunsch eingesetzt. Von selbst geht es \
            nirgendwohin.
            """
        }
    }
}
