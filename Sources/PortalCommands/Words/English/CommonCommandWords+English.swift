import PortalModel
import PortalViews
import TerminalCanvas

extension CommonCommandWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .didYouMean([]): ""
        case .didYouMean(let words): " Did you mean \(words.map { "“\($0)”" }.joined(separator: " or "))?"
        case .controlsLeftOut(let count):
            """
            \(count == 1 ? "1 control character was" : "\(count) control characters were") left out of the document; \
            --raw prints it as it came.
            """
        case .notWritten(let words):
            "The result could not be written to standard output: \(words). Look at the disk it goes to."
        case .keptAnswer(let seconds, let language):
            """
            kept on this machine, \(c.age(seconds: Double(seconds))); the portal was not \
            asked.\(Self.asked(in: language, c))
            """
        case .keptInstead(let error, let seconds, let language):
            """
            \(c(error)) This was kept on this machine, \
            \(c.age(seconds: Double(seconds))).\(Self.asked(in: language, c))
            """
        case .nothingToChange: "Nothing to change."
        case .unencrypted: "unencrypted"
        case .readOnTheWay(let portal): "\(portal) is unencrypted: what you send can be read on the way."
        case .noPortal: "No portal is configured. Name one with --profile or --discovery, or try --demo."
        case .access(let level): TerminalText(singleLine: level.rawValue)
        case .service(let service): TerminalText(singleLine: service.rawValue)
        case .state(let state): TerminalText(singleLine: state.rawValue)
        case .cachedAndEphemeral:
            "--cached reads what is kept, and with --ephemeral nothing is. Leave one out."
        }
    }

    /// Labels and texts of the service may be in that language.
    private static func asked(in language: String?, _ c: Phrasing) -> TerminalText {
        guard let language else { return .empty }
        return " It was asked for in another language, \(LanguageName.text(language, in: c.language))."
    }
}
