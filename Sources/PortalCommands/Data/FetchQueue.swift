import PortalModel
import Synchronization

/// Which files of a dataset are meant.
struct FetchChoice: Sendable {
    /// As they were given; all files where there are none.
    let paths: [String]

    init(_ paths: [String]) { self.paths = paths }

    func chosen(from all: [ArchiveFile], of dataset: String) throws(CommandFailure) -> [ArchiveFile] {
        guard !all.isEmpty else { throw CommandFailure(FetchWords.noFiles, .notFound) }
        for path in paths where !all.contains(where: { Self.matches($0.path, path) }) {
            throw CommandFailure(FetchWords.noSuchFile(path: path, dataset: dataset), .notFound)
        }
        guard !paths.isEmpty else { return all }
        return all.filter { file in paths.contains { Self.matches(file.path, $0) } }
    }

    private static func matches(_ path: String, _ given: String) -> Bool {
        given.hasSuffix("/") ? path.hasPrefix(given) : path == given
    }
}

/// Which file is next.
final class FetchQueue: Sendable {
    private struct State {
        var next = 0
        var failures: [CommandFailure] = []
        var stops = false
    }

    private let count: Int
    private let state = Mutex(State())

    init(count: Int) { self.count = count }

    func next() -> Int? {
        state.withLock { state in
            guard state.next < count, !state.stops else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }

    /// What holds for all files ends with the first that meets it.
    func fail(_ failure: CommandFailure) {
        state.withLock { state in
            state.failures.append(failure)
            state.stops = state.stops || failure.endsAll
        }
    }

    /// What failed, and which were not begun because of that.
    var outcome: (failures: [CommandFailure], untried: Range<Int>) {
        state.withLock { ($0.failures, $0.next..<count) }
    }
}
