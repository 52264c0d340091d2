import PortalModel

extension Scene {
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
