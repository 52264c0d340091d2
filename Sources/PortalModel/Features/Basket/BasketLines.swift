/// The basket line by line: datasets, and where there are several groups their headings.
public struct BasketLines: Equatable, Sendable {
    /// What is drawn in one row.
    public enum Line: Equatable, Sendable {
        /// The group of this index begins.
        case heading(Int)
        /// Why the dataset above cannot be requested here.
        case note(Message)
        /// The dataset of this index, counted over all groups.
        case item(Int)
    }

    /// What the datasets are requested in, in the order in which they are shown.
    public let groups: [BasketGroup]
    /// From top to bottom, headings only where there is something to tell apart.
    public let lines: [Line]

    init(_ groups: [BasketGroup]) {
        self.groups = groups
        let isPlain = groups.count < 2 && groups.allSatisfy(\.isRequest)
        var lines: [Line] = []
        var number = 0
        for (index, group) in groups.enumerated() {
            if !isPlain { lines.append(.heading(index)) }
            for item in group.items {
                lines.append(.item(number))
                if let reason = item.reasonNotHere { lines.append(.note(reason)) }
                number += 1
            }
        }
        self.lines = lines
    }

    /// All datasets, in the order in which they are shown.
    public var items: [BasketItem] { groups.flatMap(\.items) }

    /// The dataset that a line belongs to; nil for a heading.
    func item(at line: Int) -> Int? {
        switch lines[line] {
        case .item(let index): index
        case .note: line > 0 ? item(at: line - 1) : nil
        case .heading: nil
        }
    }

    /// The first line in sight: as it was, but for bringing a dataset into sight with what belongs to it.
    public func top(showing selection: Int, from top: Int, visible: Int) -> Int {
        guard let line = lines.firstIndex(of: .item(selection)) else { return 0 }
        var (first, last) = (line, line)
        if first > 0, case .heading = lines[first - 1] { first -= 1 }
        if last + 1 < lines.count, case .note = lines[last + 1] { last += 1 }
        var top = min(max(0, top), max(0, lines.count - visible))
        if last >= top + visible { top = last - visible + 1 }
        if first < top { top = first }
        // Where not all of it fits, the dataset itself does.
        return line >= top + visible ? line - visible + 1 : top
    }
}

extension AppState {
    /// Groups the basket anew each time: keep it for a frame.
    public var basketLines: BasketLines { BasketLines(basketGroups) }

    /// What the basket's datasets can be requested in.
    public var basketGroups: [BasketGroup] {
        let items = basket.items
        // Where a request holds one dataset, none is in another's way.
        guard profile?.capabilities.datasetsPerRequest == nil else {
            let requestable = BasketGroup(items: items.filter { $0.reasonNotHere == nil }, name: nil, reason: nil)
            let others = BasketGroup(items: items.filter { $0.reasonNotHere != nil }, name: nil, reason: .notHere)
            return [requestable, others].filter { !$0.items.isEmpty }
        }
        let together = requests.applications.map { Set($0.datasets.map(\.identifier)) }.filter { $0.count > 1 }
        return BasketGrouping(together: together).groups(of: items)
    }

    /// The dataset under the cursor.
    var basketItemInHand: BasketItem? {
        let items = basketLines.items
        return items.indices.contains(basket.selection) ? items[basket.selection] : nil
    }
}
