import Foundation
import GRDB
import PortalDomain
import PortalModel

@testable import PortalStorage

/// A folder of its own for one test, and the stores opened in it as different programs. Gone with the test.
final class Workbench: Sendable {
    let root: String
    let directories: StorageDirectories
    let seal: PrivateSeal
    static let noon = Date(timeIntervalSinceReferenceDate: 800_000_000)

    init(seal: PrivateSeal = .none) throws {
        self.seal = seal
        root = FileManager.default.temporaryDirectory.path + "/portal-storage-\(UUID().uuidString)"
        directories = StorageDirectories(data: root + "/data", cache: root + "/cache")
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    var file: DraftsFile { DraftsFile(directory: directories.data + "/demo") }
    var cache: String { directories.cache + "/demo" }

    func open(
        as holder: LeaseHolder = .current, on fileSystem: FileSystemKind = .local, at time: Date = noon,
        maximumPages: Int? = nil, refusal: CInt? = nil
    ) throws -> PortalStore {
        var options = StoreOptions(fileSystem: { _ in fileSystem }, holder: holder, now: { time })
        options.refusal = { refusal ?? PrivateFiles.refusal(in: $0) }
        options.maximumPages = maximumPages
        options.seal = seal
        return try PortalStore.open(profile: "demo", in: directories, options: options)
    }

    /// The file as another tool would open it.
    func rawDatabase() throws -> DatabaseQueue { try DatabaseQueue(path: file.path) }

    /// Names of the files beside the drafts.
    func fileNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: file.directory).sorted()
    }

    func damagedFiles() throws -> [String] {
        try fileNames().filter { $0.hasPrefix("drafts-damaged-") && $0.hasSuffix(".sqlite") }
    }
}

extension LeaseHolder {
    /// A program on another machine.
    static func elsewhere(_ host: String = "node7") -> LeaseHolder {
        LeaseHolder(host: host, process: 4711, started: "100", namespace: "pid:[1]")
    }
}

/// Drafts and what is in them.
enum Sample {
    static let item = BasketItem(
        id: DatasetID("d-1"), identifier: "EGAD001", title: "Exomes · 集団", publisher: "Institute", added: time(1.25))

    /// - Parameter application: one of the draft's own when nothing is given.
    static func draft(
        _ name: String = "a", application: Int64? = nil, revision: Int = 3, text: String = "To study asthma."
    ) -> Draft {
        Draft(
            id: DraftID(name),
            application: ApplicationID(application ?? name.utf8.reduce(17) { $0 &* 31 &+ Int64($1) }), datasets: [item],
            answers: [
                FieldID(form: 1, field: "purpose"): .text(text),
                FieldID(form: 2, field: "purpose"): .text(""),
                FieldID(form: 2, field: "samples"): .table([["kind": "blood", "count": "5"], [:]]),
            ],
            acceptedLicences: [3, 1], phase: .saving, created: time(0.1),
            modified: time(Double(revision) + 0.123_456_7),
            revision: revision, savedAtService: 2)
    }

    static let page = SearchPage(
        start: 0, total: 2,
        results: [
            .dataset(
                DatasetSummary(
                    id: DatasetID("d-1"), identifier: "EGAD001", title: "Exomes",
                    description: String(repeating: "long ", count: 10_000),
                    themes: [LabelledValue(value: "http://x/HEAL", label: "Health")], created: time(5),
                    accessLevel: .restricted)),
            .unreadable(id: "d-2", reason: .words("no title")),
        ],
        filters: [
            Filter(
                key: FilterKey(source: "ckan", key: "theme"), kind: .dropdown, label: "Theme",
                values: [FilterValue(term: LabelledValue(value: "h", label: "Health"), count: 2)])
        ])

    static func time(_ seconds: Double) -> Date { Workbench.noon.addingTimeInterval(seconds) }
}

/// The error that `body` throws, for tests that look into it.
func portalError(from body: () async throws -> Void) async -> PortalError? {
    do {
        try await body()
        return nil
    } catch {
        return error as? PortalError
    }
}
