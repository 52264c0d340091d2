import FoundationEssentials
import GRDB
import PortalDomain

/// What this machine has of a profile, by its names: for completing what somebody types in a shell.
///
/// Only reads, makes nothing, and waits for nobody: what cannot be had at once is left out.
public struct RememberedNames: Sendable {
    private let drafts: String
    private let answers: String

    public init(profile: String, in directories: StorageDirectories) throws(PortalError) {
        let folder = try StorageDirectories.folder(forProfile: profile)
        drafts = DraftsFile(directory: directories.data + "/" + folder).path
        answers = AnswersFile.path(in: directories.cache + "/" + folder)
    }

    /// Ids of the datasets in the basket, in its order.
    public var basket: [String] {
        texts(in: drafts, "SELECT json_extract(dataset, '$.id') FROM basket ORDER BY position")
    }

    /// Ids of the requests that were seen or begun here.
    public var requests: [String] {
        texts(
            in: drafts,
            "SELECT CAST(application AS TEXT) FROM seen UNION "
                + "SELECT CAST(application AS TEXT) FROM draft WHERE application IS NOT NULL")
    }

    /// Keys of the filters that the portal was last asked for.
    public var filterKeys: [String] {
        let contents = read(answers) {
            try Data.fetchOne(
                $0, sql: "SELECT contents FROM answer WHERE question LIKE '%\"filters\"%' ORDER BY at DESC LIMIT 1")
        }
        guard let contents = contents ?? nil, let answer = try? JSONDecoder().decode(Answer.self, from: contents),
            case .filters(let filters) = answer
        else { return [] }
        return filters.map(\.key.key)
    }

    /// How many drafts lie here; nil when that cannot be had at once, such as while another program has them for itself.
    public var draftCount: Int? { count(of: "draft") }

    /// How many datasets are in the basket here; nil as for the drafts.
    public var basketCount: Int? { count(of: "basket") }

    private func count(of table: String) -> Int? {
        guard FileManager.default.fileExists(atPath: drafts) else { return 0 }
        return read(drafts) { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") } ?? nil
    }

    private func texts(in path: String, _ sql: String) -> [String] {
        read(path) { try String.fetchAll($0, sql: sql) } ?? []
    }

    private func read<Value>(_ path: String, _ body: (Database) throws -> Value) -> Value? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .immediateError
        return try? DatabaseQueue(path: path, configuration: configuration).read(body)
    }
}
