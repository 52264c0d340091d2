import PortalModel
import PortalViews
import TerminalCanvas

extension SavedSearchWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .none: "No search is saved. portal searches save NAME 'LINE' saves one."
        case .saved(let name, let datasets):
            """
            “\(name)” is saved; \(c.count(datasets, .dataset)) \(datasets == 1 ? "counts" : "count") as seen. portal \
            searches run --new tells what is new.
            """
        case .replaced(let name, let datasets):
            """
            “\(name)” is saved in place of the search before it; \(c.count(datasets, .dataset)) \
            \(datasets == 1 ? "counts" : "count") as seen.
            """
        case .renamed(let name, let other): "“\(name)” is called “\(other)” now."
        case .deleted(let name): "“\(name)” is deleted."
        case .marked(let name, let news):
            news.isEmpty ? "\(name): nothing was new." : "\(name): \(c(Self.count(news))) marked as seen."
        case .notNamed(let name, let suggestions):
            """
            No saved search is called “\(name)”.\(c(CommonCommandWords.didYouMean(suggestions))) portal searches lists them.
            """
        case .isNamed(let name):
            "A search is called “\(name)” already; nothing was changed. --replace puts the new one in its place."
        case .leftAlone(let paths):
            "No saved search that this version can read, and left as it is: \(paths.joined(separator: ", "))"
        case .new: "new"
        case .changed: "changed"
        case .news(let search, let news, let total, let now):
            """
            \(search.name): \(c.number(news.new)) new, \(c.number(news.changed)) changed\
            \(news.gone > 0 ? ", \(c.number(news.gone)) gone" : "") since \(c.recentDay(search.seenAt, now: now)); \
            \(c.count(total, .dataset)) in all.
            """
        case .count(let news):
            [(news.new, "new"), (news.changed, "changed")].filter { $0.0 > 0 }
                .map { "\(c.number($0.0)) \($0.1)" as TerminalText }.joined(separator: ", ")
        case .unreadable(let count): "\(count) records could not be understood and were left out."
        case .failed(let name, let failure): "\(name): \(c(failure))"
        case .quietIsOfNew: "--quiet goes with --new: without it the datasets are what is asked for."
        }
    }
}
