import Foundation
import PortalModel

/// The catalogue on this machine: reached by the keys that a person presses.
extension Scene {
    static let mirror = [
        Scene("mirror-none") { state in
            open(&state, nil)
        },
        Scene("mirror-filling") { state in
            open(&state, facts(state.now, whole: false))
            press(&state, .character("s"))
            perform(&state, .mirror(.progressed(MirrorProgress(.filling, done: 41_200, total: 100_705))))
        },
        Scene("mirror-failed") { state in
            open(&state, facts(state.now))
            press(&state, .character("s"))
            perform(
                &state,
                .mirror(
                    .filled(
                        .failure(
                            PortalError(
                                .local, operation: "filling the mirror",
                                because: .mirror(.full(path: "/home/ada/.local/share/portal/gdi/mirror.sqlite")))))))
        },
        Scene("mirror-asked") { state in
            open(&state, facts(state.now))
            press(&state, .enter)
            answer(&state, [SampleDatasets.brainTumours, SampleDatasets.melanoma])
        },
        Scene("mirror-remarks") { state in
            open(&state, facts(state.now))
            press(&state, .enter)
            state.browser.query.facets = [.part(ofLine: "-brain"), .part(ofLine: "(theme:Oncology or files>3)")]
            press(&state, .character("r"))
            answer(&state, [SampleDatasets.melanoma], SampleStates.remarks)
        },
        Scene("mirror-meant") { state in
            open(&state, facts(state.now))
            press(&state, .enter)
            answer(
                &state, [],
                MirrorRemarks(checkedAt: state.now.addingTimeInterval(-7200), isWhole: true, meant: "tumour"))
        },
        Scene("mirror-offered") { state in
            perform(&state, .input(.key(.character("r"))))
            let id = state.browser.results.pending[0]?.id ?? ReadID(.results(page: 0), 0)
            perform(&state, .answered(id, .failure(PortalError(.offline, operation: "search"))))
            perform(&state, .mirror(.found(.success(facts(state.now)))))
        },
    ]

    private static func perform(_ state: inout AppState, _ action: AppAction) { _ = reduce(into: &state, action) }

    private static func press(_ state: inout AppState, _ key: Key) { perform(&state, .input(.key(key))) }

    private static func open(_ state: inout AppState, _ facts: MirrorFacts?) {
        perform(&state, .commandChosen(.showMirror))
        perform(&state, .mirror(.found(.success(facts))))
    }

    private static func answer(
        _ state: inout AppState, _ datasets: [DatasetSummary], _ remarks: MirrorRemarks? = nil
    ) {
        let page = SearchPage(
            start: 0, total: datasets.count, results: datasets.map { .dataset($0) }, filters: SampleStates.filters,
            mirrored: remarks ?? MirrorRemarks(checkedAt: state.now.addingTimeInterval(-7200), isWhole: true))
        let id = state.browser.results.pending[0]?.id ?? ReadID(.results(page: 0), 0)
        perform(&state, .answered(id, .success(.page(page))))
        perform(&state, .timerFired(.clearToast))
    }

    private static func facts(_ now: Date, whole: Bool = true) -> MirrorFacts {
        MirrorFacts(
            path: "/home/ada/.local/share/portal/gdi/mirror.sqlite", bytes: 191_800_000,
            datasets: whole ? 100_705 : 38_000, total: 100_705, fullRecords: whole ? 1_204 : 0,
            checkedAt: whole ? now.addingTimeInterval(-7200) : nil, isWhole: whole, isPrivate: false, isShared: false)
    }
}

extension SampleStates {
    /// Of an answer that does not look like all there is.
    static let remarks = MirrorRemarks(
        checkedAt: Date(timeIntervalSince1970: 1_749_990_000), isWhole: false, undecided: 412,
        gaps: [MirrorRemarks.Gap(label: "Files", known: 1_204, total: 100_705)])
}
