import TerminalCanvas

extension GrantedWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .title: "Granted access"
        case .endingWithin(let counted, let ending, let days):
            "\(counted) \(c.glyphs.separator) \(c.glyphs.warning) \(ending) within \(days) days"
        case .nothingYet: "You have access to no dataset yet."
        case .howItComes: "An approved request gives access; it stands here with the days that are left."
        case .knownWhenSignedIn: "What you have access to is known when you are signed in."
        }
    }
}
