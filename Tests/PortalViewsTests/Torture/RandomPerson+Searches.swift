import Foundation
import PortalModel

/// What becomes of saved searches.
extension RandomPerson {
    mutating func answers(to work: SavedSearchWork) -> [AppAction] {
        let list = (0..<Int.random(in: 0...4, using: &random)).map { number -> ListedSearch in
            var search = SavedSearch(
                id: "\(number)", name: anyText(), line: anyText(), at: Date(timeIntervalSince1970: 0), total: number)
            search.news = NewsCount(new: number, changed: number / 2, gone: number)
            let items = (0..<number).map {
                NewsItem(id: DatasetID("\($0)"), title: anyText(), modified: nil, isNew: $0 == 0)
            }
            return ListedSearch(search, items: items)
        }
        let failure = PortalError(
            .unreadableAnswer, operation: "search", because: .savedSearch(.notWhole(given: 1, total: 2)))
        return [
            .searches(.listed(chance(5) ? .failure(failure) : .success(list))),
            .searches(.done(work, chance(3) ? failure : nil)),
        ]
    }
}
