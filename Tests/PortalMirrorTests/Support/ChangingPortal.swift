import FoundationEssentials
import PortalDomain
import Synchronization

/// A portal that changes, fails and lies as it is told: what no service that serves real data can be brought to do at a
/// given call.
final class ChangingPortal: Sendable {
    struct State {
        var datasets: [DatasetSummary] = []
        /// So many records at most are given at once, whatever is asked for.
        var cap = 1000
        /// From this place on nothing is given although the count says that there is more.
        var end = Int.max
        /// Whatever is asked for, the first page comes, and ever more is said to be there.
        var ignoresPlace = false
        /// Records without an id, behind all others.
        var unreadable = 0
        var searches = 0
        var opened: [String] = []
        /// Done before each search is answered, with its number from 1.
        var before: (@Sendable (inout State, Int) throws(PortalError) -> Void)?
        var time = 1_700_000_000.0
    }

    let state: Mutex<State>

    init(_ datasets: [DatasetSummary]) { state = Mutex(State(datasets: datasets)) }

    var datasets: [DatasetSummary] { state.withLock { $0.datasets } }
    var searches: Int { state.withLock { $0.searches } }

    func change(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }

    var service: DiscoveryService {
        DiscoveryService { calls in
            calls.search.perform = { query, start, rows throws(PortalError) in try self.search(query, start, rows) }
            calls.filters.perform = { () throws(PortalError) in
                [Filter(key: FilterKey(source: "ckan", key: "theme"), kind: .dropdown, label: "Theme")]
            }
            calls.dataset.perform = { id throws(PortalError) in try self.dataset(id) }
        }
    }

    private func search(_ query: SearchQuery, _ start: Int, _ rows: Int) throws(PortalError) -> SearchPage {
        let answer: Result<SearchPage, PortalError> = state.withLock { state in
            state.searches += 1
            do throws(PortalError) { try state.before?(&state, state.searches) } catch { return .failure(error) }
            let key: (DatasetSummary) -> Date? = query.sort == .recentlyAdded ? { $0.created } : { $0.modified }
            let sorted = state.datasets.enumerated().sorted { one, other in
                let (left, right) = (key(one.element) ?? .distantPast, key(other.element) ?? .distantPast)
                return left != right ? left > right : one.offset < other.offset
            }.map { SearchResult.dataset($0.element) }
            let all = sorted + (0..<state.unreadable).map { _ in .unreadable(id: nil, reason: .answer(.noRecord)) }
            if state.ignoresPlace {
                return .success(SearchPage(start: start, total: .max, results: Array(all.prefix(min(rows, state.cap)))))
            }
            let given = all.prefix(state.end).dropFirst(start).prefix(min(rows, state.cap))
            return .success(SearchPage(start: start, total: all.count, results: Array(given)))
        }
        return try answer.get()
    }

    private func dataset(_ id: DatasetID) throws(PortalError) -> DatasetDetail {
        let found = state.withLock { state in
            state.opened.append(id.rawValue)
            return state.datasets.first { $0.id == id }
        }
        guard let found else { throw PortalError(.notFound, operation: "opening the dataset") }
        return DatasetDetail(
            summary: found,
            sections: [DetailSection(title: "S", entries: [DetailEntry(label: "Language", values: ["fr"])])],
            distributions: [Distribution(title: "f", format: "CRAM")])
    }
}

extension ChangingPortal.State {
    /// What happens to catalogues: something new, something changed, something gone.
    mutating func live(_ invented: inout Invented) {
        time += 1
        switch Int.random(in: 0...3, using: &invented.chance) {
        case 0:
            var new = invented.dataset(Int.random(in: 10_000...99_999, using: &invented.chance))
            new.modified = Date(timeIntervalSince1970: time)
            new.created = new.modified
            if !datasets.contains(where: { $0.id == new.id }) { datasets.append(new) }
        case 1:
            guard let index = datasets.indices.randomElement(using: &invented.chance) else { return }
            datasets[index].title += " anew"
            datasets[index].modified = Date(timeIntervalSince1970: time)
        case 2:
            for _ in 0..<Int.random(in: 1...30, using: &invented.chance) {
                guard let index = datasets.indices.randomElement(using: &invented.chance) else { return }
                datasets.remove(at: index)
            }
        default: break
        }
    }
}
