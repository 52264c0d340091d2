/// Completing the line that all portals are asked: by the filters of the portal that is open, which the others may have
/// too; what one does not have is told when it was asked.
extension AppState {
    mutating func allPortalsLineChanged() {
        let line = allPortals.line
        allPortals.problem = nil
        allPortals.completion =
            QueryLine.isPlain(line.text) ? nil : LineCompletion(line, browser.names, asksNames: false)
    }

    /// The next of what the word at the cursor may become is put into the line.
    mutating func completeAllPortals(by step: Int) -> [Effect] {
        if allPortals.completion == nil {
            allPortals.completion = LineCompletion(allPortals.line, browser.names, asksNames: true)
            guard let completion = allPortals.completion else {
                let lacksFilters = browser.facets.filters.isEmpty && browser.facets.pending == nil
                let loading = lacksFilters && offered(.filters) == .available ? loadFilters() : []
                return loading + show(.information, .search(.nothingToComplete))
            }
            if completion.items.count == 1 {
                allPortals.completion?.selection = 0
                return takeAllPortalsCompletion()
            }
        }
        guard let completion = allPortals.completion else { return [] }
        let count = completion.items.count
        let selection = completion.selection.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
        allPortals.completion?.selection = selection
        put(completion.items[selection].text, over: completion)
        return []
    }

    /// What is chosen stays, and the line goes on behind it.
    mutating func takeAllPortalsCompletion() -> [Effect] {
        guard let completion = allPortals.completion, let selection = completion.selection else { return [] }
        let item = completion.items[selection]
        put(item.text + (item.isComplete ? " " : ""), over: completion)
        allPortalsLineChanged()
        return []
    }

    mutating func clickAllPortalsCompletion(_ index: Int) -> [Effect] {
        guard allPortals.completion?.items.indices.contains(index) == true else { return [] }
        allPortals.completion?.selection = index
        return takeAllPortalsCompletion()
    }

    /// - Returns: whether there was a list of them; what was typed is in the line again.
    mutating func closeAllPortalsCompletion() -> Bool {
        guard let completion = allPortals.completion else { return false }
        if completion.selection != nil { put(completion.typed, over: completion) }
        allPortals.completion = nil
        return true
    }

    private mutating func put(_ text: String, over completion: LineCompletion) {
        allPortals.problem = nil
        allPortals.line.replace(completion.start..<allPortals.line.cursor, with: text)
    }
}
