import FoundationEssentials
import PortalDomain

/// How the list of datasets is shown at a portal: a small file, because the first frame has it before a database would be
/// open. Losing it does not matter.
public struct TableFile: Sendable {
    /// Where it lies.
    public let path: String
    private let directory: String

    /// - Throws: when no folder can have the profile's name.
    public init(profile: String, in directories: StorageDirectories) throws(PortalError) {
        directory = directories.data + "/" + (try StorageDirectories.folder(forProfile: profile))
        path = directory + "/list-table.json"
    }

    /// A larger file is something else.
    private static let maximumSize = 100_000

    /// Nil where there is no file, or none that can be understood.
    public func read() -> ListTable? {
        guard let contents = FileManager.default.contents(atPath: path), contents.count <= Self.maximumSize,
            let table = try? JSONDecoder().decode(ListTable.self, from: contents)
        else { return nil }
        // Whoever wrote it: each column once, and none as wide as nothing can be.
        var seen: Set<ListColumn> = [.title]
        let columns = table.columns.filter { seen.insert($0.kind).inserted }
        return ListTable(isOn: table.isOn, columns: columns.map { ListTable.Column($0.kind, width: $0.width) })
    }

    /// Takes the place of what was kept before.
    public func write(_ table: ListTable) throws(PortalError) {
        do {
            let data = try JSONEncoder().encode(table)
            try PrivateFiles.makeDirectory(directory)
            try PrivateFiles.replace(path, with: data)
        } catch {
            throw PortalError(.local, operation: "keeping the table", because: .kept(.profileNotWritten(path: path)))
        }
    }
}
