import PortalModel

/// The panel of facets.
extension Scene {
    static let facets = [
        Scene("facets") {
            $0.browser.focus = .facets
            $0.browser.facets.isOpen = true
            $0.browser.facets.filter = 1
            $0.browser.facets.value = 2
            $0.browser.query.facets = [SampleStates.facet(0, "restricted"), SampleStates.facet(1, "Oncology")]
        },
        Scene("facets-find") {
            $0.browser.focus = .facets
            $0.browser.facets.isOpen = true
            $0.browser.facets.filter = 2
            $0.browser.facets.find = TextBuffer("inst")
        },
        Scene("facets-signed-out") {
            $0.profile = ProfileInfo(name: "gdi", title: "GDI demo", user: nil)
            $0.browser.focus = .facets
            $0.browser.facets.isOpen = true
        },
        Scene("facets-find-all") {
            $0.browser.focus = .facets
            $0.browser.facets.isOpen = true
            $0.browser.facets.filter = 1
            $0.browser.facets.value = 0
            $0.browser.facets.find = TextBuffer("re")
        },
        Scene("facets-condition") {
            $0.browser.focus = .facets
            $0.browser.facets.isOpen = true
            $0.browser.facets.filter = 3
            $0.browser.facets.condition = FacetPanel.Condition(comparison: .greaterOrEqual, value: TextBuffer("100"))
            $0.browser.query.facets = [SampleStates.facet(3, "5", .greaterOrEqual)]
        },
        Scene("facets-entries") {
            $0.browser.focus = .facets
            $0.browser.facets.isOpen = true
            $0.browser.facets.filters.append(SampleStates.mutation)
            $0.browser.facets.filter = 5
            $0.browser.facets.value = 1
            $0.browser.facets.condition = FacetPanel.Condition(
                comparison: .equal, value: TextBuffer("V600E"), entry: SampleStates.mutation.values[1].term)
            $0.browser.query.facets = [
                FacetSelection(
                    filter: SampleStates.mutation.key, kind: .entries,
                    value: LabelledValue(value: "BRAF", label: "BRAF"), filterLabel: "Gene", entry: "geneId")
            ]
        },
        Scene("facets-error") {
            $0.browser.focus = .facets
            $0.browser.facets.filters = []
            $0.browser.facets.isOpen = true
            $0.browser.facets.error = SampleStates.serverFault
        },
    ]
}
