import TerminalCanvas

extension SetupWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .about:
            """
            Genomische Datensätze finden, bei ihren Komitees Zugang beantragen und verfolgen, was daraus wird.
            """
        case .whichPortal: "Welches Portal?"
        case .demo: "Das Demo-Portal"
        case .aboutDemo:
            """
            Läuft auf diesem Rechner, mit eigenem Katalog und einem Komitee, das in Sekunden entscheidet. \
            Nichts verlässt den Rechner.
            """
        case .own: "Ein eigenes Portal"
        case .aboutOwn:
            """
            Seine Adressen angeben und wo man sich anmeldet; sie werden geprüft und für das nächste Mal \
            gespeichert.
            """
        case .opening: "Wird geöffnet\(c.glyphs.ellipsis)"
        }
    }
}
