import TerminalCanvas

extension GrantedWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .title: "Gewährte Zugänge"
        case .endingWithin(let counted, let ending, let days):
            "\(counted) \(c.glyphs.separator) \(c.glyphs.warning) \(ending) in den nächsten \(days) Tagen"
        case .nothingYet: "Noch ist kein Zugang gewährt."
        case .howItComes: "Ein genehmigter Antrag gibt Zugang; hier steht er mit den Tagen, die bleiben."
        case .knownWhenSignedIn: "Wozu Sie Zugang haben, ist nach der Anmeldung bekannt."
        }
    }
}
