import PortalModel

/// Finding in a dataset's page.
extension Scene {
    static let datasetFind = [
        ("dataset-find", ""), ("dataset-find-words", "data"), ("dataset-find-nothing", "nowhere at all"),
    ]
    .map { name, words in
        Scene(name) { state in
            state.browser.focus = .detail
            state.browser.detail = DatasetState(id: SampleDatasets.detail.summary.id)
            state.browser.detail?.detail = SampleDatasets.detail
            state.overlay = .datasetFind(find: TextBuffer(words), offset: 0)
        }
    }
}
