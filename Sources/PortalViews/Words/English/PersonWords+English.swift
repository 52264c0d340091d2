import TerminalCanvas

extension PersonWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .title: "Your profile"
        case .onThisMachine: "on this machine only"
        case .howUsed:
            "Offered where a form asks for it, and put in only when you take it. It goes nowhere by itself."
        }
    }
}
