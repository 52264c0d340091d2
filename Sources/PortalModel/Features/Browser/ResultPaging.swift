/// Which pages of the results are asked for, and which are let go.
///
/// A held key passes pages faster than a slow service answers. Were each one thrown away for its neighbour, none would ever
/// come, and the list would be empty lines for as long as the key is held: what was asked for is waited for, two pages at
/// most are asked for on the way, and the rest where the hand stops.
extension AppState {
    /// Fetches the pages around what is in sight; scrolling itself never waits.
    mutating func ensurePages() -> [Effect] {
        guard let wanted = wantedPages else { return [] }
        browser.results.dropPages(farFrom: wanted)
        guard browser.results.passed(by: wanted).count < ResultList.mostPassed else {
            return wanted.contains(where: browser.results.lacks)
                ? [.host(.startTimer(.pagesRest, milliseconds: 150))] : []
        }
        return ask(for: wanted)
    }

    /// The hand has stopped: only what is here is waited for.
    mutating func restOnPages() -> [Effect] {
        guard let wanted = wantedPages else { return [] }
        let passed = browser.results.passed(by: wanted)
        for page in passed { browser.results.pending[page] = nil }
        return passed.map { .cancelRead(.results(page: $0)) } + ask(for: wanted)
    }

    /// Those in sight, one screen before them and two behind; nil while another search is under way, or nothing was found.
    private var wantedPages: ClosedRange<Int>? {
        guard let query = browser.results.query, query == browser.query, browser.results.total > 0 else { return nil }
        let (size, visible) = (ResultList.pageSize, browserLayout.visibleResults)
        let last = (browser.results.total - 1) / size
        let first = max(0, browser.top - visible) / size
        return first...max(first, min(last, (browser.top + 2 * visible) / size))
    }

    private mutating func ask(for wanted: ClosedRange<Int>) -> [Effect] {
        var effects: [Effect] = []
        for page in wanted where browser.results.lacks(page) {
            // Rows of different times do not make one list.
            let id = nextRead(.results(page: page), asksAnew: !browser.results.isKept)
            browser.results.pending[page] = Pending(id: id, since: now)
            let size = ResultList.pageSize
            effects.append(.read(id, .search(browser.query, start: page * size, rows: size)))
        }
        return effects
    }
}

extension ResultList {
    /// Pages that were passed and are still waited for: with so many no other one is asked for on the way.
    static let mostPassed = 2
    /// Pages on each side of what is in sight that are kept: 1,500 rows. Others are asked for again, most of them of what is
    /// kept on the disk.
    static let keptAround = 30

    /// Pages under way that are out of sight, in their order. The first one is the search itself.
    fileprivate func passed(by wanted: ClosedRange<Int>) -> [Int] {
        pending.keys.filter { $0 != 0 && !wanted.contains($0) }.sorted()
    }

    /// Memory does not grow with the way that was scrolled. The first page stays: it is the answer to the search.
    fileprivate mutating func dropPages(farFrom wanted: ClosedRange<Int>) {
        guard pages.count > 2 * Self.keptAround + wanted.count + 1 else { return }
        let near = (wanted.lowerBound - Self.keptAround)...(wanted.upperBound + Self.keptAround)
        pages = pages.filter { $0.key == 0 || near.contains($0.key) }
        outdated = outdated.filter(near.contains)
    }
}
