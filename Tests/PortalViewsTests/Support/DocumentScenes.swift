import PortalModel

extension Scene {
    private static func compare(_ datasets: [DatasetSummary], in state: inout AppState) {
        var comparison = ComparisonState(datasets)
        for index in datasets.indices {
            comparison.columns[index].detail =
                datasets[index].id == SampleDatasets.detail.summary.id
                ? SampleDatasets.detail : DatasetDetail(summary: datasets[index])
        }
        state.comparison = comparison
        state.overlay = .comparison
    }

    private static let first = FieldID(form: 1, field: "title")

    /// Writing a request to a file, and answers out of one.
    static let documents = [
        Scene("export-formats") {
            $0.screen = .requests
            $0.overlay = .export(selection: 3)
        },
        Scene("answers-load") {
            var prompt = AnswersPrompt(.load, path: "~/answers.yam")
            prompt.problem = .file(.folderUnreadable("~/answers.yam"))
            $0.overlay = .answersFile(prompt)
        },
        Scene("comparison") { compare([SampleDatasets.brainTumours, SampleDatasets.melanoma], in: &$0) },
        Scene("comparison-loading") {
            compare(
                [SampleDatasets.brainTumours, SampleDatasets.breastCancer, SampleDatasets.melanoma], in: &$0)
            $0.comparison?.columns[1].detail = nil
            $0.comparison?.columns[1].pending = SampleStates.pending(.compared(1), seconds: 2)
            $0.comparison?.columns[2].error = SampleStates.timedOut
            $0.comparison?.first = 1
            $0.comparison?.onlyDifferent = true
        },
        Scene("table") {
            $0.browser.table.isOn = true
            $0.browser.marks.insert(SampleDatasets.melanoma)
            $0.browser.query.sort = .titleAscending
        },
        Scene("table-columns") {
            $0.browser.table.isOn = true
            var menu = PortalModel.Menu(.columns)
            menu.selection = 3
            $0.overlay = .menu(menu)
        },
        Scene("collection-formats") {
            $0.browser.marks.insert(SampleDatasets.brainTumours)
            $0.browser.marks.insert(SampleDatasets.melanoma)
            var menu = PortalModel.Menu(.collection(.marks))
            menu.selection = 3
            $0.overlay = .menu(menu)
        },
        Scene("collection-path") {
            let all: DatasetCollection = .search($0.browser.query, most: nil)
            $0.overlay = .answersFile(AnswersPrompt(.collection(all, .turtle), path: "./datasets-ttl"))
        },
        Scene("answers-save") { $0.overlay = .answersFile(AnswersPrompt(.save, path: "answers.yaml")) },
        Scene("answers-offer") { state in
            var prompt = AnswersPrompt(.load, path: "answers.yaml")
            let read = AnswersRead(
                answers: [:],
                unknown: [
                    .answers(
                        .inLine(9, path: "answers.yaml", .noField("colour", form: 1, known: ["title", "purpose"])))
                ])
            let draft = Draft(
                id: DraftID("d"), datasets: [], created: state.now, modified: state.now)
            var offer = AnswersOffer(read, in: WizardState(draft: draft))
            offer.new = [first]
            offer.different = [FieldID(form: 1, field: "purpose")]
            offer.hidden = [FieldID(form: 1, field: "countries")]
            offer.missing = 3
            prompt.stage = .offer(offer, selection: 1)
            state.overlay = .answersFile(prompt)
        },
    ]
}
