extension Scene {
    /// Every scene that is recorded at every size; the states of fields are many and have sizes of their own. What is missing
    /// here is recorded nowhere, and a recording that nothing here makes fails `noneIsLeftOver`.
    static let all = [
        browser, kept, facets, dataset, series, others, requests, wizard, licences, saving, members, comparisons,
        widgets,
        offers, overlays, documents, login, portals, health, waits,
    ].flatMap { $0 }
}
