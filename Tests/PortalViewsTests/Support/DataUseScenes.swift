import PortalModel

extension Scene {
    /// Codes of DUO in two spellings, and one that nobody knows.
    static let dataUse = [
        Scene("dataset-data-use") { state in
            let detail = DatasetDetail(
                summary: SampleDatasets.brainTumours,
                sections: [
                    DetailSection(
                        title: "Coding",
                        entries: [
                            DetailEntry(
                                label: "Codes", values: ["DUO:0000007 MONDO:0005105", "DUO_0000046", "DUO:9999999"])
                        ])
                ])
            state.browser.focus = .detail
            state.browser.detail = DatasetState(id: detail.summary.id, summary: detail.summary)
            state.browser.detail?.detail = detail
            state.browser.detail?.tab = .details
        }
    ]
}
