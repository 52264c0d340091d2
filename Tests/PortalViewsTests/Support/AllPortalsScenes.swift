import Foundation
import PortalModel

/// One search of all portals: reached by the keys that a person presses.
extension Scene {
    static let allPortals = [
        Scene("all-portals") { state in
            ask(&state)
            for (name, outcome) in outcomes(state.now) { perform(&state, .portals(.found(1, portal: name, outcome))) }
            perform(&state, .input(.key(.down)))
        },
        Scene("all-portals-line") { open(&$0) },
        Scene("all-portals-asking") { state in
            ask(&state)
            perform(&state, .portals(.found(1, portal: "north", outcomes(state.now)[0].1)))
        },
        Scene("all-portals-nothing") { state in
            ask(&state)
            for name in ["demo", "gdi", "hospital", "north", "south"] {
                perform(&state, .portals(.found(1, portal: name, .answered(PortalFinds()))))
            }
        },
        Scene("all-portals-wrong-line") { state in
            open(&state)
            perform(&state, .input(.paste("lung theme:")))
            perform(&state, .input(.key(.enter)))
        },
        Scene("all-portals-dataset") { state in
            ask(&state)
            for (name, outcome) in outcomes(state.now) { perform(&state, .portals(.found(1, portal: name, outcome))) }
            perform(&state, .input(.key(.down)))
            perform(&state, .input(.key(.enter)))
            perform(&state, .portals(.described(1, .success(DatasetDetail(summary: cohort)))))
        },
        Scene("all-portals-dataset-failed") { state in
            ask(&state)
            for (name, outcome) in outcomes(state.now) { perform(&state, .portals(.found(1, portal: name, outcome))) }
            perform(&state, .input(.key(.enter)))
            let error = PortalError(.serverFault(status: 503), operation: "opening the dataset")
            perform(&state, .portals(.described(1, .failure(error))))
        },
        Scene("all-portals-go-there") { state in
            ask(&state)
            for (name, outcome) in outcomes(state.now) { perform(&state, .portals(.found(1, portal: name, outcome))) }
            perform(&state, .input(.key(.character("b"))))
        },
    ]

    private static func perform(_ state: inout AppState, _ action: AppAction) { _ = reduce(into: &state, action) }

    private static let list = ["gdi", "hospital", "north", "south"].map { name in
        KnownPortal(
            PortalDraft(name: name, discovery: "https://\(name).example"), name: name, title: "Portal of \(name)")
    }

    private static func open(_ state: inout AppState) {
        state.browser.query = SearchQuery()
        perform(&state, .commandChosen(.showAllPortals))
        perform(&state, .portals(.listed(.success(list))))
    }

    private static func ask(_ state: inout AppState) {
        open(&state)
        perform(&state, .input(.paste("lung modified>=2024")))
        perform(&state, .input(.key(.enter)))
    }

    private static func dataset(
        _ id: String, _ title: String, _ access: AccessLevel, identifier: String? = nil
    ) -> DatasetSummary {
        DatasetSummary(id: DatasetID(id), identifier: identifier, title: title, accessLevel: access)
    }

    private static let cohort = DatasetSummary(
        id: DatasetID("n1"), identifier: "10.5281/zenodo.42", title: "Lung cancer exomes of the northern cohort",
        description: "Exomes of tumours and of blood from 1,204 people, followed for eight years.",
        publishers: ["University Hospital North"], keywords: ["exome", "lung"], accessLevel: .restricted,
        individuals: 1204)

    private static func outcomes(_ now: Date) -> [(String, PortalOutcome)] {
        let south = dataset(
            "s1", "Exomes of lung tumours", .restricted, identifier: "https://doi.org/10.5281/zenodo.42")
        var hospital = PortalFinds(
            datasets: [dataset("h1", "Lung function in schoolchildren", .open)], total: 1,
            source: .mirror(now.addingTimeInterval(-7_200)))
        hospital.isCut = true
        var others = PortalFinds(
            datasets: [south, dataset("s2", "Register of interstitial lung diseases", .nonPublic)], total: 310)
        others.leftOut = [
            LeftOutPart(
                text: "modified>=2024",
                problem: QueryProblem(
                    .unknownName(name: "modified", known: ["theme", "publisher"], meant: []),
                    at: QueryPlace(start: 5, length: 14)))
        ]
        return [
            ("north", .answered(PortalFinds(datasets: [cohort], total: 1204))),
            ("south", .answered(others)),
            ("hospital", .failed(PortalError(.offline, operation: "search"), hospital)),
            ("gdi", .slow(seconds: 10, nil)),
        ]
    }
}
