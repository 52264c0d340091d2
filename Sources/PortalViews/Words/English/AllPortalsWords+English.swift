import PortalModel
import TerminalCanvas

extension AllPortalsWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .title: "All portals"
        case .titleOf(let group): "Portals of \(TerminalText(singleLine: group))"
        case .groups(let names):
            "\(c.key(.chooseGroup, in: .allPortalsLine)) asks those of a group alone: \(names.joined(separator: ", "))."
        case .placeholder: "words, or a line with conditions"
        case .everything: "all datasets"
        case .howTo: "All portals that are set up are asked the same. What several of them have is one line."
        case .noPortals: "No portal is set up: \(c.key(.showPortals)) sets one up."
        case .nothing: "No dataset was found."
        case .asking(let names): names.isEmpty ? "asking…" : "asking \(names.joined(separator: ", "))…"
        case .totals(let totals, let inSeveral):
            """
            \(totals.map { Self.english($0, c) }.joined(separator: ", "))\
            \(inSeveral == 0 ? "" : "; of these lines \(c.number(inSeveral)) at several")
            """
        case .slow(let name, let seconds): "\(name): slow, not waited for after \(seconds) s."
        case .failed(let name, let error): "\(name): \(c(error))"
        case .notAsked(let name): "\(name): not asked, nothing of the search can be asked there."
        case .insteadOf(let name, .mirror(let at), let now):
            "\(name): from the mirror on this machine\(at.map { ", \(c.age(of: $0, now: now))" } ?? "")."
        case .insteadOf(let name, .kept(let at), let now):
            "\(name): from an answer kept on this machine\(at.map { ", \(c.age(of: $0, now: now))" } ?? "")."
        case .insteadOf(let name, .portal, _): "\(name): from the portal."
        case .leftOut(let name, let part): "\(name) was not asked for “\(part.text)”: \(c(part.problem.reason))"
        case .at(let name, let place, let count): count == 1 ? "at \(name)" : "at \(name), \(place) of \(count)"
        }
    }

    private static func english(_ total: Total, _ c: Phrasing) -> String {
        let word: String? =
            switch total.state {
            case .answered: nil
            case .slow: "slow"
            case .failed: "failed"
            case .notAsked: "not asked"
            }
        let count = total.count.map { c.number($0) + (total.isCut ? " or more" : "") }
        return [total.name, word, count].compactMap(\.self).joined(separator: " ")
    }
}
