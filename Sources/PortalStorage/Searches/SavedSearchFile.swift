import FoundationEssentials
import JSONStream
import PortalDomain

/// A saved search on the disk: a line of JSON with what a list tells of it, one with its news, and one with all that was
/// seen. So a list reads the first line alone, and all three change at once.
struct SavedSearchFile {
    var search: SavedSearch
    var news: SearchNews
    var seen: SeenDatasets

    /// A larger file is something else: 40,000 datasets with as many news take some 12 MB.
    static let maximumSize = 40_000_000
    /// As much as the first line takes at most.
    static let longestHead = 65_536

    init(_ search: SavedSearch, news: SearchNews = SearchNews(), seen: SeenDatasets) {
        self.search = search
        self.news = news
        self.seen = seen
    }

    // MARK: - Reading

    /// Nil for what is no saved search.
    init?(_ contents: Data, id: String) {
        let lines = contents.split(separator: 10, omittingEmptySubsequences: true)
        guard lines.count == 3, let search = Self.search(Data(lines[0]), id: id),
            let news = (try? JSONReader.read(Data(lines[1]))).flatMap(Self.news),
            case .object(let marks)? = try? JSONReader.read(Data(lines[2]))
        else { return nil }
        self.init(search, news: news, seen: SeenDatasets(marks.compactMapValues(Self.mark)))
    }

    /// - Parameter contents: the file, or as much of it as holds the first line.
    static func search(_ contents: Data, id: String) -> SavedSearch? {
        let head = contents.prefix { $0 != 10 }
        guard let fields = try? JSONReader.read(Data(head)), let name = fields["name"].string,
            let line = fields["line"].string, let savedAt = fields["savedAt"].date, let seenAt = fields["seenAt"].date,
            let checkedAt = fields["checkedAt"].date, let total = fields["total"].int,
            SavedSearch.canBeCalled(name)
        else { return nil }
        var search = SavedSearch(id: id, name: name, line: line, at: savedAt, total: total)
        search.seenAt = seenAt
        search.checkedAt = checkedAt
        search.news = NewsCount(
            new: fields["new"].int ?? 0, changed: fields["changed"].int ?? 0, gone: fields["gone"].int ?? 0)
        return search
    }

    /// Items are lists of id, title, whether they are new, and when they were changed.
    private static func news(_ value: JSONValue) -> SearchNews? {
        guard case .array(let items) = value["items"], case .array(let gone) = value["gone"] else { return nil }
        let known = items.compactMap { item -> NewsItem? in
            guard case .array(let parts) = item, parts.count >= 3, let id = parts[0].string,
                let title = parts[1].string,
                case .bool(let isNew) = parts[2]
            else { return nil }
            return NewsItem(
                id: DatasetID(id), title: title, modified: parts.count > 3 ? parts[3].date : nil, isNew: isNew)
        }
        return SearchNews(items: known, gone: gone.compactMap(\.string))
    }

    /// A list of when it was changed, and since when it is gone.
    private static func mark(_ value: JSONValue) -> SeenDatasets.Mark? {
        guard case .array(let parts) = value else { return nil }
        return SeenDatasets.Mark(
            modified: parts.first.flatMap(\.date), goneAt: parts.count > 1 ? parts[1].date : nil)
    }

    // MARK: - Writing

    var contents: Data {
        get throws {
            let head: [String: JSONValue] = [
                "name": .string(search.name), "line": .string(search.line), "savedAt": .date(search.savedAt),
                "seenAt": .date(search.seenAt), "checkedAt": .date(search.checkedAt), "total": .count(search.total),
                "new": .count(search.news.new), "changed": .count(search.news.changed),
                "gone": .count(search.news.gone),
            ]
            let items = news.items.map { item in
                JSONValue.array([
                    .string(item.id.rawValue), .string(item.title), .bool(item.isNew), .date(item.modified),
                ])
            }
            let lines: [JSONValue] = [
                .object(head), .object(["items": .array(items), "gone": .array(news.gone.map(JSONValue.string))]),
                .object(
                    seen.marks.mapValues { mark in
                        .array(
                            mark.goneAt == nil ? [.date(mark.modified)] : [.date(mark.modified), .date(mark.goneAt)])
                    }),
            ]
            var data = Data()
            for line in lines {
                data.append(contentsOf: try JSONStream.encode(line, dates: .seconds))
                data.append(10)
            }
            return data
        }
    }
}

extension JSONValue {
    /// Seconds since 2001: the moment of a change is compared with what a later answer says, so it is kept whole.
    fileprivate static func date(_ date: Date?) -> JSONValue {
        date.map { .number($0.timeIntervalSinceReferenceDate) } ?? .null
    }

    fileprivate static func count(_ count: Int) -> JSONValue { .integer(Int64(count)) }
}
