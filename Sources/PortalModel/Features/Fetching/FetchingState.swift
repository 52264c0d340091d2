import FoundationEssentials

/// The data of a dataset that was granted, and what is on its way to the disk. It outlasts its overlay: a fetch goes on
/// while the person looks elsewhere.
public struct FetchingState: Equatable, Sendable {
    /// What can be gone through from where it was opened, by the names that access management has.
    public internal(set) var datasets: [String] = []
    /// What is shown; nil before anything was.
    public internal(set) var shown: DataQuestion?
    /// As it was found; nil while it is looked for, or could not be.
    public internal(set) var data: DatasetData?
    /// Why nothing was found.
    public internal(set) var problem: PortalError?
    /// Since when it is looked for, or checked; nil while nothing is awaited.
    public internal(set) var lookingSince: Date?
    /// What is here is held against its checksums.
    public internal(set) var isChecking = false
    /// The row under the cursor, by its place in `rows`.
    public internal(set) var selection = 0
    /// The plain text is written too.
    public internal(set) var decrypts = true
    /// The folder while it is typed.
    public internal(set) var naming: TextBuffer?
    /// What is fetched now.
    public internal(set) var running: Running?
    /// What is fetched behind it, in this order.
    public internal(set) var queue: [DataJob] = []
    /// Files of the jobs before in this row, and how many of them failed: it is told of all of them at the end.
    var filesBefore = 0
    var failedBefore = 0
    /// Waits for the person's key.
    var wanted: DataJob?
    /// Comes to the front again when what lies over it is gone.
    var isBehind = false

    public init() {}

    /// Files on their way.
    public struct Running: Equatable, Sendable {
        /// What was asked for.
        public var job: DataJob
        /// What became of each so far, by the archive's ids.
        public var standings: [String: FileStanding] = [:]
        /// The person has stopped it.
        public var isStopping = false

        /// How many files are through.
        public var done: Int {
            standings.values.count { if case .part = $0 { false } else { $0 != .absent } }
        }

        /// From 0 to 1, by bytes.
        public var part: Double {
            let all = job.files.reduce(0.0) { $0 + Double($1.size) }
            let come = job.files.reduce(0.0) { sum, file in
                switch standings[file.id] {
                case .part(let bytes): sum + Double(min(bytes, file.size))
                case .encrypted, .decrypted, .failed: sum + Double(file.size)
                case .absent, nil: sum
                }
            }
            return all > 0 ? min(come / all, 1) : 0
        }
    }

    /// A line of what is shown.
    public enum Row: Equatable, Sendable {
        /// A file of the archive, by its place.
        case file(Int)
        /// A service that has the data, by its place.
        case way(Int)
        /// What is typed for it, by its place among the lines of the way.
        case line(way: Int, Int)
    }

    /// The files first, then the ways with what is typed for each.
    public var rows: [Row] {
        guard let data else { return [] }
        return data.files.indices.map(Row.file)
            + data.ways.indices.flatMap { way in
                [Row.way(way)] + data.ways[way].lines.indices.map { Row.line(way: way, $0) }
            }
    }

    /// Under the cursor.
    public var row: Row? {
        let rows = rows
        return rows.indices.contains(selection) ? rows[selection] : nil
    }

    /// Whether a file is asked for and not through yet.
    public func isAwaited(_ file: String) -> Bool {
        if let running, running.job.question == shown, running.job.files.contains(where: { $0.id == file }) {
            switch running.standings[file] {
            case nil, .part, .absent: return true
            case .encrypted, .decrypted, .failed: return false
            }
        }
        return queue.contains { $0.question == shown && $0.files.contains { $0.id == file } }
    }
}

/// What is done with the data of datasets.
public enum DataWork: Equatable, Sendable {
    /// Looks where they lie, and what is here of them.
    case look(DataQuestion)
    /// Fetches files; one job at a time.
    case fetch(DataJob)
    /// Ends a fetch. What came stays.
    case stop
    /// Holds what is here against its checksums.
    case check(DataQuestion)
}

/// What became of it.
public enum DataEvent: Equatable, Sendable {
    /// Where they lie, or why that is not known.
    case found(DataQuestion, Result<DatasetData, PortalError>)
    /// A file has come so far, or is through.
    case told(DataQuestion, FileNews)
    /// A fetch has ended; why, where it was before its time.
    case ended(DataQuestion, PortalError?)
    /// What the checksums say, by the archive's ids.
    case checked(DataQuestion, Result<[String: FileStanding], PortalError>)
    /// The person's key is open, or why it is not.
    case keyAnswered(PortalError?)
}
