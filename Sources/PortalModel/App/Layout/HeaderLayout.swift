/// Where the names of the panes stand in the header line: the view draws them there, and a click finds them.
public struct HeaderLayout: Equatable, Sendable {
    public struct Pane: Equatable, Sendable {
        public let command: Command
        public let key: String
        public let label: String
        /// Something new is in it; empty when not.
        public fileprivate(set) var news: String
        public let isActive: Bool
        public fileprivate(set) var column = 0

        public var columns: Int { key.count + 1 + label.count + news.count }
    }

    private static let gap = 2
    /// The portal's name needs some room too.
    private static let leastTitleColumns = 14
    private static let leastColumnsForUser = 60

    public let panes: [Pane]
    /// Most columns of the user's name at the right edge.
    public let userColumns: Int
    /// Where the panes begin.
    public let start: Int

    public init(_ state: AppState) {
        var panes = state.profile == nil ? [] : Self.panes(of: state)
        func total() -> Int { panes.reduce(0) { $0 + $1.columns } + max(panes.count - 1, 0) * Self.gap }
        let ending = Self.ending(state)
        if let last = panes.indices.last, total() + ending.count <= state.terminal.columns - 2 {
            panes[last].news += ending
        }
        let width = total()
        var end = state.terminal.columns - 1
        if let user = state.profile?.account, state.terminal.columns >= Self.leastColumnsForUser {
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

    func pane(at column: Int) -> Pane? { panes.first { ($0.column..<$0.column + $0.columns).contains(column) } }

    private static func panes(of state: AppState) -> [Pane] {
        let inBasket = state.basket.items.count
        let unread = state.requests.unreadCount
        return [
            Pane(
                command: .showBrowser, key: key(state.keys, .showBrowser), label: "Datasets", news: "",
                isActive: state.screen == .browser),
            Pane(
                command: .showBasket, key: key(state.keys, .showBasket),
                label: inBasket == 0 ? "Basket" : "Basket \(inBasket)",
                news: "", isActive: state.screen == .basket),
            Pane(
                command: .showRequests, key: key(state.keys, .showRequests), label: "Requests",
                news: unread == 0 ? "" : " \(unread)!",
                isActive: state.screen == .requests || state.screen == .wizard),
        ]
    }

    /// How long the access lasts that ends next, once it is time to renew it. Where there is no room the list says it.
    private static func ending(_ state: AppState) -> String {
        guard
            let days = state.requests.entitlements.expiring(at: state.now).compactMap({ $0.daysLeft(at: state.now) })
                .min()
        else { return "" }
        return days == 0 ? " access ends today" : " access \(days) d"
    }

    private static func key(_ keys: KeyMap, _ command: Command) -> String {
        keys.bindings.first { $0.command == command }?.keys.first?.name ?? ""
    }
}
