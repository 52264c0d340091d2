import Foundation
import PortalModel

/// How often a variant is seen: reached by the keys that a person presses.
extension Scene {
    static let frequencies = [
        Scene("frequencies-line") { open(&$0) },
        Scene("frequencies-wrong-line") { state in
            open(&state)
            perform(&state, .input(.paste("NM_000059.4:c.36T>G")))
            perform(&state, .input(.key(.enter)))
        },
        Scene("frequencies") { state in
            answer(&state, .success(.frequencies(rows)))
            perform(&state, .input(.key(.down)))
            perform(&state, .input(.key(.character("s"))))
        },
        Scene("frequencies-variants") { state in
            var other = rows[0]
            other.variant = "3-45864731-T-G"
            answer(&state, .success(.frequencies([rows[0], other])))
        },
        Scene("frequencies-nothing") { answer(&$0, .success(.frequencies([]))) },
        Scene("frequencies-failed") { state in
            let error = PortalError(.serverFault(status: 502), operation: "looking up allele frequencies")
            answer(&state, .failure(error))
        },
    ]

    private static func perform(_ state: inout AppState, _ action: AppAction) { _ = reduce(into: &state, action) }

    private static func open(_ state: inout AppState) { perform(&state, .commandChosen("showFrequencies")) }

    private static func answer(_ state: inout AppState, _ result: Result<Answer, PortalError>) {
        open(&state)
        perform(&state, .input(.paste("3-45864731-T-C GRCh37")))
        perform(&state, .input(.key(.enter)))
        guard let id = state.frequencies.pending?.id else { return }
        perform(&state, .answered(id, result))
    }

    private static let rows =
        [("FI_M", 5000.0, 255.0), ("FI_F", 5000, 240), ("FR_M", 8000, 680), ("FR_F", 8000, 2), ("LU_F", 800, 74)]
        .map { population, number, count in
            AlleleFrequency(
                beacon: "beacon.example", dataset: "genomes-of-europe", population: population,
                variant: "3-45864731-T-C", number: number, count: count, homozygous: 10, heterozygous: count - 20,
                hemizygous: 0, frequency: count / number)
        }
}
