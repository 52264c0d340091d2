extension AppState {
    /// An earlier answer is shown where its own answer would be. A read that is not waited for any more is passed over,
    /// as late answers are.
    ///
    /// The wizard has no part in this: see `ReadID.mayRecall`.
    mutating func recalled(_ id: ReadID, _ kept: KeptAnswer) -> [Effect] {
        guard id.mayRecall else { return [] }
        switch kept.answer {
        case .page(let page): return recalled(id, page, kept)
        case .filters(let filters): return recalled(id, filters, kept)
        case .filterValues(let key, let values): recalled(id, values, of: key, kept)
        case .dataset(let detail):
            recalled(id, detail, kept)
            return loadSeries()
        case .applications(let applications): recalled(id, applications, kept)
        case .application(let application): recalled(id, application, kept)
        case .entitlements(let entitlements): recalled(id, entitlements)
        // Nobody keeps the last two (see `Question.isKept`), and of the first the dialect takes note.
        case .catalogue, .earlier, .health: break
        }
        return []
    }
}
