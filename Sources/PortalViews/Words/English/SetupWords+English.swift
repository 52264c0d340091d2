import TerminalCanvas

extension SetupWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .about: "Find genomic datasets, ask their committees for access, and follow what becomes of it."
        case .whichPortal: "Which portal?"
        case .demo: "The demo portal"
        case .aboutDemo:
            """
            Runs on this machine, with its own catalogue and a committee that decides within seconds. Nothing \
            leaves your computer.
            """
        case .own: "A portal of yours"
        case .aboutOwn: "Give its addresses and where to sign in; they are tried, and kept for next time."
        case .opening: "Opening\(c.glyphs.ellipsis)"
        }
    }
}
