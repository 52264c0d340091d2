import PortalModel
import PortalViews
import TerminalCanvas

extension CommonCommandWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .didYouMean([]): ""
        case .didYouMean(let words): " Ist \(words.map { "„\($0)“" }.joined(separator: " oder ")) gemeint?"
        case .controlsLeftOut(let count):
            """
            \(count == 1 ? "1 Steuerzeichen ist" : "\(count) Steuerzeichen sind") aus dem Dokument weggelassen; \
            --raw gibt es aus, wie es kam.
            """
        case .notWritten(let words):
            """
            Das Ergebnis ließ sich nicht auf die Standardausgabe schreiben: \(words). Die Platte prüfen, auf die sie \
            führt.
            """
        case .keptAnswer(let seconds, let language):
            """
            auf diesem Rechner aufgehoben, \(c.age(seconds: Double(seconds))); das Portal wurde nicht \
            gefragt.\(Self.germanWords(askedIn: language, c))
            """
        case .keptInstead(let error, let seconds, let language):
            """
            \(c(error)) Dies war auf diesem Rechner aufgehoben, \
            \(c.age(seconds: Double(seconds))).\(Self.germanWords(askedIn: language, c))
            """
        case .nothingToChange: "Es gibt nichts zu ändern."
        case .unencrypted: "unverschlüsselt"
        case .readOnTheWay(let portal): "\(portal) ist unverschlüsselt: was Sie senden, ist unterwegs zu lesen."
        case .noPortal:
            "Kein Portal ist eingerichtet. Eines mit --profile oder --discovery nennen, oder --demo versuchen."
        case .access(let level): c.access(level)
        case .service(let service): c(service)
        case .state(let state): c.state(state)
        case .cachedAndEphemeral:
            "--cached liest, was aufgehoben ist, und mit --ephemeral ist es nichts. Eines von beiden weglassen."
        }
    }

    private static func germanWords(askedIn language: String?, _ c: Phrasing) -> TerminalText {
        guard let language else { return .empty }
        return " Gefragt worden war in einer anderen Sprache: \(LanguageName.text(language, in: c.language))."
    }
}
