import PortalModel
import TerminalCanvas

extension HealthWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .title(let title): "Status of \(title)"
        case .asking(let elapsed): "asking, \(elapsed)"
        case .asked(let age): "asked \(age)"
        case .showsMore:
            """
            \(c.key(.showFailures)) shows the calls that failed, \(c.key(.showPortals)) the portals that are \
            set up.
            """
        case .askingShort: "\(c.glyphs.ellipsis) asking"
        case .milliseconds(let count): "\(c.number(count)) ms"
        case .version(let version): ", version \(version)"
        case .leftAlone(let rest): "left alone for \(rest) s after failures; what you ask for is tried all the same"
        case .notAsked: "not asked"
        case .healthy: "healthy"
        case .unhealthy: "unhealthy"
        case .unreachable: "unreachable"
        case .changes: "Changes of your requests"
        case .live: "live: told as they happen"
        case .connecting: "connecting\(c.glyphs.ellipsis)"
        case .lost(let age, let rest): "offline (\(age)), next try in \(rest)"
        case .notFollowed: "not told at once: this sign-in is not taken for it"
        case .interval(let elapsed): "asked for every \(elapsed)"
        }
    }
}
