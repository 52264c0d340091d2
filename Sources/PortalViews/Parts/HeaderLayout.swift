import PortalModel

/// Where the names of the panes stand in the header line.
struct HeaderLayout: Equatable, Sendable {
    struct Pane: Equatable, Sendable {
        let command: Command
        let key: String
        let label: String
        /// Something new is in it; empty when not.
        fileprivate(set) var news: String
        let isActive: Bool
        fileprivate(set) var column = 0

        var columns: Int { key.count + 1 + label.count + news.count }
    }

    private static let gap = 2
    /// The portal's name needs some room too.
    private static let leastTitleColumns = 14
    private static let leastColumnsForUser = 60

    let panes: [Pane]
    /// Most columns of the user's name at the right edge.
    let userColumns: Int
    /// Where the panes begin.
    let start: Int

    init(_ input: HeaderLine.Input, _ words: Phrasing) {
        var panes = input.profile == nil ? [] : Self.panes(of: input, words)
        func total() -> Int { panes.reduce(0) { $0 + $1.columns } + max(panes.count - 1, 0) * Self.gap }
        let ending = Self.ending(input, words)
        if let last = panes.indices.last, total() + ending.count <= input.columns - 2 {
            panes[last].news += ending
        }
        let width = total()
        var end = input.columns - 1
        if let user = input.profile?.account(words), input.columns >= Self.leastColumnsForUser {
            userColumns = min(TextWidth.of(user), max(min(20, end - width - Self.leastTitleColumns), 0))
            end -= userColumns + 3
        } else {
            userColumns = 0
        }
        start = max(end - width, 1)
        var column = start
        for index in panes.indices {
            panes[index].column = column
            column += panes[index].columns + Self.gap
        }
        self.panes = panes
    }

    private static func panes(of input: HeaderLine.Input, _ words: Phrasing) -> [Pane] {
        return [
            Pane(
                command: .showBrowser, key: key(input.keys, .showBrowser), label: words.text(CommonWords.datasets),
                news: "",
                isActive: input.screen == .browser),
            Pane(
                command: .showBasket, key: key(input.keys, .showBasket),
                label: words.text(BasketWords.title) + (input.inBasket == 0 ? "" : " \(input.inBasket)"),
                news: "", isActive: input.screen == .basket),
            Pane(
                command: .showRequests, key: key(input.keys, .showRequests), label: words.text(RequestListWords.title),
                news: input.unread == 0 ? "" : " \(input.unread)!",
                isActive: input.screen == .requests || input.screen == .wizard),
        ]
    }

    /// How long the access lasts that ends next, once it is time to renew it. Where there is no room the list says it.
    private static func ending(_ input: HeaderLine.Input, _ words: Phrasing) -> String {
        guard let days = input.daysLeft else { return "" }
        return words.text(days == 0 ? RequestListWords.accessEndsToday : RequestListWords.accessEnds(days: days))
    }

    private static func key(_ keys: KeyMap, _ command: Command) -> String {
        keys.bindings.first { $0.command == command }?.keys.first?.name ?? ""
    }
}

extension ProfileInfo {
    /// For the header: who is signed in, or that nobody is where somebody could be.
    func account(_ words: Phrasing) -> String? {
        user ?? (signInWay == nil ? nil : words.text(RequestListWords.signedOut))
    }
}
