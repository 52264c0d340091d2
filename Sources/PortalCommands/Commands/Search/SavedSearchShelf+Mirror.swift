import Foundation
import PortalMirror
import PortalModel

extension SavedSearchShelf {
    /// Answered by the mirror alone: by its marks what was seen of a portal is told from what is new, as far as both find
    /// the same.
    ///
    /// - Parameter path: of a shared mirror.
    init(_ portal: CommandPortal, offline path: String?) throws {
        let shelf = try SavedSearchShelf(portal.portal)
        let mirrors = try MirrorShelf(portal, path: path)
        let reading = portal.reading
        self.init(folder: shelf.folder) { line throws(PortalError) in
            do {
                let mirror = try mirrors.open()
                defer { mirror.close() }
                return try await Self.find(line, mirror, reading)
            } catch let error as PortalError {
                throw error
            } catch let problem as QueryProblem {
                throw PortalError(.unsupported, operation: "search", because: .savedSearch(.line(problem)))
            } catch {
                throw PortalError(.local, operation: "reading the mirror")
            }
        }
    }

    private static let page = 500

    private static func find(_ line: QueryLine, _ mirror: Mirror, _ reading: Reading) async throws -> WholeSearch {
        var found = FoundDatasets([], at: Date())
        while true {
            let answer = try await mirror.search(
                MirrorQuestion(line, start: found.datasets.count, rows: Self.page))
            guard answer.state.isWhole else {
                throw PortalError(.notKept, operation: "search", because: .savedSearch(.partialMirror))
            }
            guard answer.total <= SavedSearch.most else {
                throw PortalError(
                    .unsupported, operation: "search",
                    because: .savedSearch(.tooMany(total: answer.total, most: SavedSearch.most)))
            }
            if let at = answer.state.checkedAt { reading.told(at) }
            found.datasets += answer.hits.map(\.dataset)
            // Of these nobody knows whether they are among them: nothing is called gone then.
            found.unreadable = answer.undecided
            if answer.hits.isEmpty || found.datasets.count >= answer.total { break }
        }
        return WholeSearch(line: line.text, found: found, notes: [])
    }
}
