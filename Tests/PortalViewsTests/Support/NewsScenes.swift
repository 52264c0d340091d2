import Foundation
import PortalModel

/// What is new since last time.
extension Scene {
    static let news = [
        Scene("news") { state in
            state.requests.seen = [ApplicationID(1): .submitted]
            state.requests.applications = SampleRequests.list
            state.requests.entitlements = SampleRequests.entitlements
            open(&state)
        },
        Scene("news-none") { state in
            state.requests.seen = Dictionary(
                uniqueKeysWithValues: state.requests.applications.map { ($0.id, $0.state) })
            (state.requests.drafts, state.requests.entitlements) = ([], [])
            _ = reduce(into: &state, .commandChosen(.showNews))
            _ = reduce(into: &state, .searches(.listed(.success([]))))
        },
        Scene("news-not-known") { state in
            (state.requests.drafts, state.requests.entitlements, state.requests.applications) = ([], [], [])
            let search = SavedSearch(id: "1", name: "Lungs", line: "lung", at: state.now, total: 3)
            _ = reduce(into: &state, .commandChosen(.showNews))
            _ = reduce(into: &state, .searches(.listed(.success([ListedSearch(search)]))))
            _ = reduce(into: &state, .commandChosen(.refresh))
            _ = reduce(into: &state, .searches(.done(.check(search), PortalError(.offline, operation: "search"))))
        },
        Scene("news-at-start") { state in
            var stored = StoredState()
            stored.hasSavedSearches = true
            _ = reduce(into: &state, .started(stored))
            _ = reduce(into: &state, .searches(.listed(.success(list(state.now)))))
        },
    ]

    private static func open(_ state: inout AppState) {
        _ = reduce(into: &state, .commandChosen(.showNews))
        _ = reduce(into: &state, .searches(.listed(.success(list(state.now)))))
    }
}
