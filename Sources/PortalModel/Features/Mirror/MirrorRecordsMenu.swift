/// How many full records are read into the mirror: each is a call, so that a number is chosen.
extension AppState {
    private static let recordCounts = [100, 500, 2_000, 10_000]
    private static let usualRecords = 500

    /// How many lack one, as far as that is known.
    private var recordsLacking: Int? {
        mirror.facts.flatMap { $0.isWhole ? max(0, $0.datasets - $0.fullRecords) : nil }
    }

    /// Fewer than there are to read, and all of them.
    private var recordChoices: [Int] {
        guard let lacking = recordsLacking else { return Self.recordCounts }
        // What is new since then lacks one too.
        return lacking == 0 ? [Self.usualRecords] : Self.recordCounts.filter { $0 < lacking } + [lacking]
    }

    var recordItems: [MenuItem] {
        recordChoices.map { MenuItem(.mirror(.recordsToRead(count: $0, isAll: $0 == recordsLacking))) }
    }

    mutating func chooseRecords() -> [Effect] {
        var menu = Menu(.mirrorRecords)
        menu.selection = recordChoices.firstIndex(of: Self.usualRecords) ?? recordChoices.count - 1
        overlay = .menu(menu)
        return []
    }

    mutating func takeRecords(_ index: Int) -> [Effect] {
        let count = recordChoices[index]
        closeOverlay()
        return fillMirror(records: count)
    }
}
