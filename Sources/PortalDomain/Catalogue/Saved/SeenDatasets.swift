import FoundationEssentials

/// All that a search finds, as its portal answered it: never a part of it.
public struct FoundDatasets: Hashable, Sendable {
    /// In the order of the answer, each once.
    public var datasets: [DatasetSummary]
    /// Records among them that could not be read. They may be datasets that are known: then nothing is called gone.
    public var unreadable: Int
    /// When the portal began to answer.
    public var at: Date

    public init(_ datasets: [DatasetSummary], unreadable: Int = 0, at time: Date) {
        self.datasets = datasets
        self.unreadable = unreadable
        at = time
    }
}

/// Which datasets a person has seen of a saved search, by their ids, with when each was changed.
public struct SeenDatasets: Hashable, Sendable {
    /// A dataset as it was seen.
    public struct Mark: Hashable, Sendable {
        /// When the catalogue had it changed; nil where that was never said.
        public var modified: Date?
        /// Since when the search does not find it any more. It stays known: a catalogue that is filled anew has nothing
        /// for a moment, and all of it again afterwards.
        public var goneAt: Date?

        public init(modified: Date?, goneAt: Date? = nil) {
            self.modified = modified
            self.goneAt = goneAt
        }
    }

    /// By the id of the dataset.
    public private(set) var marks: [String: Mark]

    public init(_ marks: [String: Mark] = [:]) { self.marks = marks }

    /// What is otherwise than it was seen.
    public func news(in found: FoundDatasets) -> SearchNews {
        let items = found.datasets.compactMap { dataset -> NewsItem? in
            guard let mark = marks[dataset.id.rawValue] else { return NewsItem(dataset, isNew: true) }
            // A date that was never said, or is not said now, tells nothing of a change.
            guard let before = mark.modified, let now = dataset.modified, before != now else { return nil }
            return NewsItem(dataset, isNew: false)
        }
        return SearchNews(items: items, gone: gone(from: found))
    }

    /// What is found has been seen; what is not is gone.
    public mutating func mark(_ found: FoundDatasets) {
        for id in gone(from: found) { marks[id]?.goneAt = found.at }
        for dataset in found.datasets { take(dataset.id.rawValue, dataset.modified) }
        forgetLongGone()
    }

    /// The news have been seen, as they were when the portal was asked.
    public mutating func mark(_ news: SearchNews, at time: Date) {
        for id in news.gone { marks[id]?.goneAt = time }
        for item in news.items { take(item.id.rawValue, item.modified) }
        forgetLongGone()
    }

    private mutating func take(_ id: String, _ modified: Date?) {
        marks[id] = Mark(modified: modified ?? marks[id]?.modified)
    }

    private func gone(from found: FoundDatasets) -> [String] {
        guard found.unreadable == 0 else { return [] }
        let ids = Set(found.datasets.map(\.id.rawValue))
        return marks.compactMap { $0.value.goneAt == nil && !ids.contains($0.key) ? $0.key : nil }.sorted()
    }

    /// Of what is gone no more is remembered than of what is there; the longest gone goes first.
    private mutating func forgetLongGone() {
        let gone = marks.compactMap { id, mark in mark.goneAt.map { (id, $0) } }
        guard gone.count > SavedSearch.most else { return }
        for (id, _) in gone.sorted(by: { $0.1 < $1.1 }).prefix(gone.count - SavedSearch.most) { marks[id] = nil }
    }
}

/// What a saved search found otherwise than it was seen, when its portal was last asked.
public struct SearchNews: Hashable, Sendable {
    /// What is new and what was changed, in the order of the answer.
    public var items: [NewsItem]
    /// The ids of what it does not find any more, in their order.
    public var gone: [String]

    public init(items: [NewsItem] = [], gone: [String] = []) {
        self.items = items
        self.gone = gone
    }

    /// How many they are.
    public var count: NewsCount {
        let new = items.count { $0.isNew }
        return NewsCount(new: new, changed: items.count - new, gone: gone.count)
    }
}

/// A dataset that is news.
public struct NewsItem: Hashable, Sendable {
    public var id: DatasetID
    /// As the catalogue calls it, shortened to what a line takes.
    public var title: String
    /// When it was last changed, where the catalogue says so.
    public var modified: Date?
    /// Not seen before; else it was changed.
    public var isNew: Bool

    public init(id: DatasetID, title: String, modified: Date?, isNew: Bool) {
        self.id = id
        self.title = String(title.prefix(Self.longestTitle))
        self.modified = modified
        self.isNew = isNew
    }

    init(_ dataset: DatasetSummary, isNew: Bool) {
        self.init(id: dataset.id, title: dataset.title, modified: dataset.modified, isNew: isNew)
    }

    private static let longestTitle = 200
}
