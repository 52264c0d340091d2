import PortalModel
import TerminalCanvas

extension SavedSearchWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .title: "Saved searches"
        case .saveAs: "Save the search as"
        case .renameTo: "Rename the search to"
        case .namePlaceholder: "a name"
        case .seenFromNow:
            "All that it finds now counts as seen; what comes and what is changed from then on is told as news."
        case .saving: "The portal is asked for all that it finds\(c.glyphs.ellipsis)"
        case .reading: "reading\(c.glyphs.ellipsis)"
        case .none: "No search is saved yet."
        case .howToSave:
            """
            \(c.key(.saveSearch)) in the list of datasets saves the search that is shown there. You are then told which \
            datasets of it are new or were changed, here and by portal searches run --new.
            """
        case .several(let count): count == 1 ? "1 search" : "\(c.number(count)) searches"
        case .asking(let left):
            left == 0 ? "asking the portal\(c.glyphs.ellipsis)" : "asking the portal\(c.glyphs.ellipsis) \(left) more"
        case .count(let news):
            [(news.new, "new"), (news.changed, "changed")].filter { $0.0 > 0 }
                .map { "\(c.number($0.0)) \($0.1)" as TerminalText }.joined(separator: ", ")
        case .newsSince(let news, let day, let now):
            "\(c(Self.count(news))) since \(c.recentDay(day, now: now))"
        case .nothingSince(let day, let now): "nothing new since \(c.recentDay(day, now: now))"
        case .allDatasets: "all datasets"
        case .notAsked: "not known now"
        case .new: "new"
        case .changed: "changed"
        case .more(let count): "and \(c.number(count)) more"
        case .gone(let count): "\(c.count(count, .dataset)) \(count == 1 ? "is" : "are") not found any more."
        }
    }
}
