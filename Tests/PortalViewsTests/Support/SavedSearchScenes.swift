import Foundation
import PortalModel

/// The saved searches: reached by the keys that a person presses.
extension Scene {
    static let saved = [
        Scene("saved-searches") { open(&$0, list($0.now)) },
        Scene("saved-searches-asking") { state in
            open(&state, list(state.now, checked: 4_000))
            perform(&state, .input(.key(.down)))
        },
        Scene("saved-searches-failed") { state in
            let all = list(state.now, checked: 4_000)
            open(&state, all)
            let failure = PortalError(
                .unreadableAnswer, operation: "search", because: .savedSearch(.notWhole(given: 3, total: 5)))
            perform(&state, .searches(.done(.check(all[0].search), failure)))
        },
        Scene("saved-searches-none") { open(&$0, []) },
        Scene("saved-searches-deleted") { state in
            let all = list(state.now)
            open(&state, all)
            perform(&state, .input(.key(.character("d"))))
            perform(&state, .searches(.listed(.success(Array(all.dropFirst())))))
            perform(&state, .searches(.done(.remove(all[0].search), nil)))
        },
        Scene("saved-search-name") { state in
            state.browser.query.text = "brain tumour"
            perform(&state, .commandChosen(.saveSearch))
        },
        Scene("saved-search-name-taken") { state in
            state.browser.query.text = "brain tumour"
            perform(&state, .commandChosen(.saveSearch))
            perform(&state, .searches(.listed(.success(list(state.now)))))
            perform(&state, .input(.paste(", restricted")))
            perform(&state, .input(.key(.enter)))
        },
    ]

    private static func perform(_ state: inout AppState, _ action: AppAction) { _ = reduce(into: &state, action) }

    private static func open(_ state: inout AppState, _ list: [ListedSearch]) {
        perform(&state, .commandChosen(.showSavedSearches))
        perform(&state, .searches(.listed(.success(list))))
        perform(&state, .searches(.done(.list, nil)))
    }

    /// - Parameter checked: how many seconds ago the portal was asked.
    static func list(_ now: Date, checked seconds: Double = 20) -> [ListedSearch] {
        func search(_ id: String, _ name: String, _ line: String, _ total: Int, _ news: NewsCount) -> SavedSearch {
            var search = SavedSearch(
                id: id, name: name, line: line, at: now.addingTimeInterval(-5 * 86_400), total: total)
            search.checkedAt = now.addingTimeInterval(-seconds)
            search.news = news
            return search
        }
        func item(_ id: String, _ title: String, _ isNew: Bool) -> NewsItem {
            NewsItem(
                id: DatasetID(id), title: title, modified: now.addingTimeInterval(-86_400 * Double(id.count)),
                isNew: isNew)
        }
        return [
            ListedSearch(
                search(
                    "1", "brain tumour, restricted", "brain tumour access:restricted individuals>=100", 412,
                    NewsCount(new: 7, changed: 2, gone: 1)),
                items: [
                    item("a", "Paediatric brain tumour genomes, long-read", true),
                    item(
                        "bb", "Glioma exomes of the Nordic registries with clinical follow-up over twelve years", true),
                    item("ccc", "Meningioma methylation arrays", false),
                ]),
            ListedSearch(search("2", "everything of EBI", "publisher:EMBL-EBI sort:modified", 1_204, NewsCount())),
            ListedSearch(
                search("3", "long-read", "theme:Oncology \"long-read\"", 1, NewsCount(changed: 1)),
                items: [item("d", "Long-read structural variants", false)]),
        ]
    }
}
