import ArgumentParser
import PortalModel
import PortalViews

/// What the data of a request are wanted for, said beside the answers.
struct PurposeOption: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp(
            """
            What you want the data for, besides what the answers name: codes of DUO and words, with commas between \
            them (HMB, DS:MONDO:0005105, POA, methods, NCU, NPU, commercial). A hint says whether the datasets may be \
            used for it; nothing of it is sent, and nothing is held back.
            """, valueName: "purpose"))
    var purpose: String?

    func validate() throws {
        do { _ = try said } catch { throw ValidationError(ShowCommandWords.noPurpose(error.word)) }
    }

    private var said: ResearchPurpose? {
        get throws(ResearchPurpose.UnknownWord) {
            try purpose.map { text throws(ResearchPurpose.UnknownWord) in try ResearchPurpose(parsing: text) }
        }
    }

    /// The hints of a request; none where no purpose is said, here or in the answers: then nothing is asked for them.
    /// After a failure the other datasets are not asked for: a catalogue that is away is waited for once.
    func hints(for session: RequestSession?, at portal: CommandPortal) async -> [DataUseHint] {
        let said = try? said
        guard let session, said != nil || session.namedPurpose != nil else { return [] }
        var uses: [RequestedUse] = []
        for item in session.draft.datasets {
            let found: DatasetDetail?
            do { found = try await portal.discovery.detail(of: UseSubject(item)) } catch { break }
            if let found { uses.append(RequestedUse(item.id, found.dataUses)) }
        }
        return session.dataUseHints(uses, said: said)
    }

    /// For people, before anything is sent.
    static func say(_ hints: [DataUseHint], _ output: CommandOutput) {
        guard !hints.isEmpty else { return }
        for hint in hints { output.say(RequestMakingWords.dataUse(hint)) }
        output.say(RequestMakingWords.onlyHint)
    }
}

/// A hint as it is written (docs/schemas/request-new.json).
struct DataUseHintRecord: Encodable {
    var dataset: String
    var title: String
    /// `fits`, `needs-a-person`, `does-not-fit` or, where its page names no code, `not-said`: a hint, never a decision.
    var answer: DataUseAnswer
    /// As `--purpose` takes it.
    var purpose: String?
    var duo: [DataUseRecord]

    init(_ hint: DataUseHint) {
        dataset = hint.dataset.rawValue
        title = hint.title
        answer = hint.answer
        purpose = hint.purpose?.written
        let comparison = hint.purpose.map { DataUseComparison(hint.uses, $0) }
        duo = hint.uses.map { DataUseRecord($0, comparison) }
    }
}
