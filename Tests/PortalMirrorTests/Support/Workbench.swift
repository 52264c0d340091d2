import FoundationEssentials
import Glibc
import PortalDomain

@testable import PortalMirror

/// A folder of a test's own, and a mirror in it.
final class Workbench: Sendable {
    let directory: String
    var place: MirrorPlace { MirrorPlace(path: directory + "/mirror.sqlite", kind: .own) }
    var shared: MirrorPlace { MirrorPlace(path: directory + "/shared.sqlite", kind: .shared) }
    static let origin = MirrorOrigin(portal: "gdi https://portal.example en")

    init() throws {
        directory = NSTemporary.path + "/mirror-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    func writer(_ origin: MirrorOrigin = origin, isAnew: Bool = false) throws(PortalError) -> MirrorWriter {
        try MirrorWriter(place, of: origin, isAnew: isAnew)
    }

    /// A mirror of these datasets.
    func mirror(of datasets: [DatasetSummary], _ origin: MirrorOrigin = origin) async throws -> Mirror {
        let writer = try writer(origin)
        _ = try await writer.take(datasets.map(SearchResult.dataset))
        try writer.close(isWhole: true)
        return try Mirror(place, of: origin)
    }
}

enum NSTemporary {
    static var path: String {
        let variable = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        return variable.hasSuffix("/") ? String(variable.dropLast()) : variable
    }
}

extension DatasetSummary {
    /// With a title alone.
    init(_ id: String, _ title: String, description: String = "") {
        self.init(id: DatasetID(id), title: title, description: description)
    }
}

extension Mirror {
    /// The ids that a line finds, in order.
    func ids(_ line: String) async throws -> [String] {
        let question = MirrorQuestion(try QueryLine.parse(line), rows: 1000)
        return try await search(question).hits.map(\.dataset.id.rawValue)
    }

    func answer(_ line: String, start: Int = 0, rows: Int = 20, facetValues: Int = 0) async throws -> MirrorAnswer {
        try await search(
            MirrorQuestion(try QueryLine.parse(line), start: start, rows: rows, facetValues: facetValues))
    }
}
